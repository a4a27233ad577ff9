#include "output/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

#include "output/output.h"
#include "text/chunk.h"
#include "text/spell.h"
#include "text/text.h"

namespace presscut::output {
namespace {

// Whether `three` is one of U+202A to U+202E or U+2066 to U+2069.
bool is_override(std::string_view three) {
  return (three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE") ||
         (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9");
}

// The bytes of the control character, override or isolate that starts at `at`, 0 where there is none.
std::size_t unsafe_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7F) return 1;
  if (byte == 0xC2) return at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0 ? 2 : 0;
  return byte == 0xE2 && is_override(text.substr(at, 3)) ? 3 : 0;
}

// What stays as it is wherever it stands, so that nobody has to look at it.
enum class Stays { nothing, line_ends_and_backslashes };

// The bytes of `chunk` that may be unsafe, or are backslashes.
template <Stays stays>
std::uint32_t may_be_unsafe_in(const text::Chunk& chunk) {
  const std::uint32_t beyond = chunk.beyond_ascii();
  std::uint32_t found = (chunk.printable() | beyond) ^ text::Chunk::all;
  if (stays == Stays::line_ends_and_backslashes) found &= ~chunk.equal('\n');
  else found |= chunk.equal('\\');
  return beyond ? found | chunk.equal('\xC2') | chunk.equal('\xE2') : found;
}

// Adds `text`; what is unsafe in it, and each backslash, goes to `spell`, which gets it and its place and
// says whether it has spelt it.
template <Stays stays = Stays::nothing, typename Spell>
void append(std::string_view text, std::string& out, Spell spell) {
  std::size_t run = 0;
  const auto look_at = [&](std::size_t place) {
    const std::size_t length = text[place] == '\\' ? 1 : unsafe_length(text, place);
    if (length == 0) return;
    out.append(text, run, place - run);
    run = place;
    if (spell(text.substr(place, length), place)) run = place + length;
  };
  for (std::size_t at = 0; at < text.size(); at += text::Chunk::size)
    for (auto rest = may_be_unsafe_in<stays>(text::Chunk(text, at, ' ')); rest; rest &= rest - 1)
      look_at(at + static_cast<std::size_t>(std::countr_zero(rest)));
  out.append(text, run);
}

void append_code(std::string_view character, std::string& out, const char* form = "\\u{{{:x}}}") {
  std::size_t at = 0;
  out += fmt::format(fmt::runtime(form), static_cast<std::uint32_t>(text::decode(character, at)));
}

// Adds what stands for `c` in escaped text; false where it has no short form.
bool append_short(char c, std::string& out) {
  switch (c) {
    case '\t': out += "\\t"; return true;
    case '\n': out += "\\n"; return true;
    case '\r': out += "\\r"; return true;
    case '\\': out += "\\\\"; return true;
    default: return false;
  }
}

// [+-]digits[.digits][e[+-]digits]
bool is_number(std::string_view cell) {
  const auto take_sign = [&] {
    if (!cell.empty() && (cell[0] == '+' || cell[0] == '-')) cell.remove_prefix(1);
  };
  const auto take_digits = [&] {
    const std::size_t count = std::min(cell.find_first_not_of("0123456789"), cell.size());
    cell.remove_prefix(count);
    return count > 0;
  };
  take_sign();
  if (!take_digits()) return false;
  if (cell.starts_with('.')) {
    cell.remove_prefix(1);
    if (!take_digits()) return false;
  }
  if (cell.starts_with('e') || cell.starts_with('E')) {
    cell.remove_prefix(1);
    take_sign();
    if (!take_digits()) return false;
  }
  return cell.empty();
}

// Whether a spreadsheet takes `cell` for a formula: blanks before the sign do not help.
bool is_run(std::string_view cell) {
  if (cell.empty() || cell == "-" || is_number(cell)) return false;
  if (cell[0] == '\t' || cell[0] == '\r' || cell[0] == '\n') return true;
  std::size_t at = 0;
  while (at < cell.size())
    if (const std::size_t length = text::space_length(cell, at)) at += length;
    else break;
  if (at == cell.size()) return false;
  const char32_t first = text::decode(cell, at);
  return std::u32string_view(U"=+-@＝＋－＠").find(first) != std::u32string_view::npos;
}

}  // namespace

std::string one_line(std::string_view given) {
  const std::string text = text::spell_invalid(given);
  std::string out;
  append(text, out, [&](std::string_view found, std::size_t) {
    if (found == "\\") return false;
    if (found == "\r" || !append_short(found[0], out)) append_code(found, out);
    return true;
  });
  return out;
}

std::string for_terminal(std::string_view given, Spelling spelling) {
  const std::string text = text::spell_invalid(given);
  std::string out;
  append(text, out, [&](std::string_view found, std::size_t at) {
    if (found == "\\" || found == "\n" || found == "\t" || found == "\f") return false;
    if (found == "\r" && text.substr(at + 1).starts_with('\n')) return false;
    append_code(found, out, spelling == Spelling::ndjson ? "\\u{:04x}" : "\\u{{{:x}}}");
    return true;
  });
  return out;
}

void append_lines(std::string_view text, std::string& out) {
  append<Stays::line_ends_and_backslashes>(text, out, [&](std::string_view found, std::size_t at) {
    if (found == "\\" || found == "\n" || found == "\t" || found.size() == 3) return false;
    if (found != "\r" || text.substr(at + 1, 1) != "\n") append_code(found, out);
    return true;
  });
}

std::string html(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::size_t unsafe = c == '\n' || c == '\t' ? 0 : unsafe_length(text, at);
    if (unsafe > 0) append_code(text.substr(at, unsafe), out), at += unsafe - 1;
    else if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\'') out += "&#39;";
    else if (c == '`') out += "&#96;";
    else out += c;
  }
  return out;
}

std::string xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool control =
        (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
    const std::string_view two = text.substr(at, 2), three = text.substr(at, 3);
    if (control) out += text::replacement;
    else if (two >= "\xC2\x80" && two <= "\xC2\x9F") out += text::replacement, at += 1;
    else if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") out += text::replacement, at += 2;
    else if (c == '\r') out += "&#13;";
    else if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

void append_tsv(std::string_view cell, std::string& out) {
  append(cell, out, [&](std::string_view found, std::size_t) {
    if (!append_short(found[0], out)) append_code(found, out);
    return true;
  });
}

void append_csv(std::string_view cell, std::string& out) {
  std::string plain;
  if (is_run(cell)) plain += '\'';
  append_lines(cell, plain);
  const bool quoted =
      plain.find_first_of(",\"\n\t") != plain.npos || plain.starts_with(' ') || plain.ends_with(' ');
  if (!quoted) {
    out += plain;
    return;
  }
  out += '"';
  for (const char c : plain) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace presscut::output
