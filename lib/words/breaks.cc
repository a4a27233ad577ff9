#include "words/breaks.h"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>
#include <vector>

#include "tables/tables.h"
#include "words/tables.h"

namespace presscut::words {
namespace {

constexpr std::string_view names[] = {"other",     "letter",       "hebrew",       "digit",      "katakana",
                                      "connector", "alone",        "ignored",      "mid_letter", "mid_number",
                                      "mid_both",  "single_quote", "double_quote", "quotation"};

Break break_called(std::string_view name) {
  const auto at = std::find(std::begin(names), std::end(names), name);
  if (at == std::end(names)) throw std::runtime_error("breaks.tsv: no such class: " + std::string(name));
  return static_cast<Break>(at - std::begin(names));
}

char32_t code_point_in(std::string_view hex) {
  std::uint32_t value = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  return value;
}

// By general category, as most characters go.
Break break_of_category(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return Break::letter;
  if (category == UTF8PROC_CATEGORY_NL) return Break::letter;
  if (category == UTF8PROC_CATEGORY_ND) return Break::digit;
  if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) return Break::ignored;
  if (category == UTF8PROC_CATEGORY_CF) return Break::ignored;
  if (category == UTF8PROC_CATEGORY_PC) return Break::connector;
  return Break::other;
}

struct Range {
  char32_t first, last;
  Break kind;
};

std::vector<Range> listed_ranges() {
  const tables::Table table("breaks.tsv", embedded::breaks_tsv);
  std::vector<Range> ranges;
  for (const auto& row : table.rows())
    ranges.push_back({code_point_in(row.cells[table.column("first")]),
                      code_point_in(row.cells[table.column("last")]),
                      break_called(row.cells[table.column("break")])});
  return ranges;
}

// A range of Hebrew letters holds marks, too: they stay what they are.
bool stays(Break by_category, Break listed) {
  return by_category == Break::ignored && listed == Break::hebrew;
}

Break look_up(const std::vector<Range>& ranges, char32_t code_point) {
  Break kind = break_of_category(code_point);
  for (const Range& range : ranges)
    if (code_point >= range.first && code_point <= range.last && !stays(kind, range.kind)) kind = range.kind;
  return kind;
}

constexpr char32_t plane = 0x10000;

struct Breaks {
  Breaks() : ranges(listed_ranges()), basic(plane) {
    for (char32_t code_point = 0; code_point < plane; ++code_point)
      basic[code_point] = break_of_category(code_point);
    for (const Range& range : ranges)
      for (char32_t code_point = range.first; code_point <= range.last && code_point < plane; ++code_point)
        if (!stays(basic[code_point], range.kind)) basic[code_point] = range.kind;
  }
  std::vector<Range> ranges;
  std::vector<Break> basic;  // of the Basic Multilingual Plane
};

}  // namespace

Break break_of(char32_t code_point) {
  static const Breaks breaks;
  return code_point < plane ? breaks.basic[code_point] : look_up(breaks.ranges, code_point);
}

}  // namespace presscut::words
