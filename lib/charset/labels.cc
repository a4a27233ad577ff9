#include <string>

#include "charset/charset.h"
#include "charset/encodings.h"
#include "charset/tables.h"
#include "tables/tables.h"

namespace presscut::charset {
namespace {

const tables::Lookup<Encoding>& labels() {
  static const auto lookup = [] {
    const tables::Table table("labels.tsv", embedded::labels_tsv);
    tables::Lookup<Encoding> result;
    for (const auto& row : table.rows()) result.add(std::string(row.cells[0]), {row.cells[1], row.cells[2]});
    return result;
  }();
  return lookup;
}

// "Get an encoding" (Encoding standard, 4.2) strips ASCII whitespace only.
std::string normalized(std::string_view label) {
  constexpr std::string_view blanks = "\t\n\f\r ";
  const std::size_t first = label.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  std::string result(label.substr(first, label.find_last_not_of(blanks) + 1 - first));
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return result;
}

}  // namespace

const Encoding* find_encoding(std::string_view label) { return labels().find(normalized(label)); }

std::string_view encoding_of(std::string_view label) {
  const Encoding* const found = find_encoding(label);
  return found ? found->name : std::string_view();
}

}  // namespace presscut::charset
