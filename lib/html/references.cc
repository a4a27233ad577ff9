// Names are found by a hash table, not a trie: a name that ends in ';' consists of letters and digits before
// it, so it can only be the whole run of them in the text. What may be a mere prefix of the run is a name
// without ';', and these are few and short. So one lookup answers for nearly every reference, and the others
// need a handful.
#include "html/references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "html/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::html {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Names {
  std::unordered_map<std::string_view, std::string> meanings;  // name as in the table, to UTF-8
  std::size_t longest = 0;                                     // of those with ';'
  std::size_t longest_open = 0;                                // of those without ';'
};

/// "2242 338" as UTF-8.
std::string from_hexadecimal(std::string_view code_points) {
  std::string meaning;
  const char* at = code_points.data();
  const char* const end = at + code_points.size();
  while (at < end) {
    std::uint32_t code_point = 0;
    at = std::from_chars(at, end, code_point, 16).ptr + 1;
    text::append(meaning, code_point);
  }
  return meaning;
}

Names read_names() {
  const tables::Table table("references.tsv", embedded::references_tsv);
  const std::size_t name_column = table.column("name"), meaning_column = table.column("code_points");
  Names names;
  names.meanings.reserve(table.rows().size());
  for (const tables::Table::Row& row : table.rows()) {
    const std::string_view name = row.cells[name_column];
    names.meanings.emplace(name, from_hexadecimal(row.cells[meaning_column]));
    std::size_t& longest = name.ends_with(';') ? names.longest : names.longest_open;
    longest = std::max(longest, name.size());
  }
  return names;
}

/// Read at the first named reference of a run, in a fraction of a millisecond.
const Names& names() {
  static const Names table = read_names();
  return table;
}

/// The longest name that `text` begins with, as a row of the table, or the end of it.
auto find_name(std::string_view text) {
  const Names& table = names();
  const std::size_t limit = std::min(text.size(), table.longest);
  std::size_t run = 0;
  while (run < limit && is_alphanumeric(text[run])) ++run;

  if (run < limit && text[run] == ';') {
    const auto found = table.meanings.find(text.substr(0, run + 1));
    if (found != table.meanings.end()) return found;
  }
  for (std::size_t length = std::min(run, table.longest_open); length > 0; --length) {
    const auto found = table.meanings.find(text.substr(0, length));
    if (found != table.meanings.end()) return found;
  }
  return table.meanings.end();
}

std::size_t decode_named(std::string_view text, bool in_attribute, std::string& out) {
  const auto found = find_name(text.substr(1));
  if (found == names().meanings.end()) return 0;
  const std::size_t length = 1 + found->first.size();
  // "For historical reasons": <a href="?a=1&copy=2"> holds no copyright sign.
  if (in_attribute && !found->first.ends_with(';') && length < text.size() &&
      (text[length] == '=' || is_alphanumeric(text[length]))) {
    return 0;
  }
  out += found->second;
  return length;
}

/// What the standard puts in the place of a number (13.2.5.80): windows-1252 for the C1 controls.
char32_t meant_by(char32_t number) {
  static constexpr std::array<char16_t, 32> windows_1252 = {
      0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  if (number >= 0x80 && number <= 0x9F) return windows_1252[number - 0x80];
  if (number == 0) return 0xFFFD;
  return number;
}

int digit_of(char c, int base) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::size_t decode_numeric(std::string_view text, std::string& out) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const int base = hexadecimal ? 16 : 10;
  const std::size_t first = hexadecimal ? 3 : 2;
  std::size_t at = first;
  char32_t number = 0;
  for (; at < text.size(); ++at) {
    const int digit = digit_of(text[at], base);
    if (digit < 0) break;
    if (number <= 0x10FFFF) number = number * base + digit;  // beyond, it only has to stay beyond
  }
  if (at == first) return 0;
  text::append(out, meant_by(number));
  return at < text.size() && text[at] == ';' ? at + 1 : at;
}

}  // namespace

std::size_t decode_reference(std::string_view text, bool in_attribute, std::string& out) {
  if (text.size() < 2) return 0;
  if (text[1] == '#') return decode_numeric(text, out);
  return is_alphanumeric(text[1]) ? decode_named(text, in_attribute, out) : 0;
}

}  // namespace presscut::html
