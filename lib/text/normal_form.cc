#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "text/text.h"

namespace presscut::text {
namespace {

const utf8proc_property_t& property_of(char32_t code_point) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
}

// Marks without a combining class that compose with the vowel before them (NFC_Quick_Check=Maybe in UAX #15)
// are signs of Indic scripts: of those between Bengali and Sinhala, Burmese, Balinese, and younger ones.
bool may_compose_back(char32_t code_point, const utf8proc_property_t& property) {
  if (property.category != UTF8PROC_CATEGORY_MN && property.category != UTF8PROC_CATEGORY_MC) return false;
  return (code_point >= 0x980 && code_point < 0xE00) || code_point == 0x102E || code_point == 0x1B35 ||
         code_point >= 0x11000;
}

// Letters with a mark that compose back into themselves: Greek, Cyrillic, Arabic, Latin Extended Additional,
// kana. Outside of these blocks there are letters that become another one.
bool composes_back(char32_t code_point, const utf8proc_property_t& property) {
  return !property.comp_exclusion &&
         ((code_point >= 0x388 && code_point <= 0x6FF) || (code_point >= 0x1E00 && code_point <= 0x1EF9) ||
          (code_point >= 0x3041 && code_point <= 0x30FF));
}

// Code points below U+0300 never need a look. Above, what has a combining class, composes with what stands
// before it, or is one code point that normalises into others is left to utf8proc.
bool may_change(char32_t code_point) {
  if (code_point < 0x300) return false;
  if (code_point >= 0x1100 && code_point <= 0x11FF) return true;   // Hangul Jamo compose
  if (code_point >= 0xAC00 && code_point <= 0xD7A3) return false;  // Hangul syllables
  const utf8proc_property_t& property = property_of(code_point);
  return property.combining_class != 0 ||
         (property.decomp_seqindex != UINT16_MAX && property.decomp_type == 0 &&
          !composes_back(code_point, property)) ||
         may_compose_back(code_point, property);
}

void append_decomposed(char32_t code_point, std::vector<utf8proc_int32_t>& out) {
  std::array<utf8proc_int32_t, 16> parts;  // the longest canonical decomposition has 4
  int ignored = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(), parts.size(),
                              static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE), &ignored);
  if (count > 0) out.insert(out.end(), parts.begin(), parts.begin() + count);
}

using Place = std::vector<utf8proc_int32_t>::iterator;

std::uint8_t combining_class(utf8proc_int32_t code_point) {
  return static_cast<std::uint8_t>(utf8proc_get_property(code_point)->combining_class);
}

// Sorts [begin, end) by combining class, equal ones in their order: counts first how many there are of each.
void sort_by_class(Place begin, Place end) {
  std::array<std::size_t, 257> starts{};
  for (Place at = begin; at != end; ++at) ++starts[combining_class(*at) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  const std::vector<utf8proc_int32_t> marks(begin, end);
  for (const utf8proc_int32_t mark : marks)
    begin[static_cast<std::ptrdiff_t>(starts[combining_class(mark)]++)] = mark;
}

// Puts each run of marks into canonical order. utf8proc_map does that by exchanging neighbours, which takes
// hours where a page piles up a million marks.
void order_marks(std::vector<utf8proc_int32_t>& code_points) {
  for (Place at = code_points.begin(); at != code_points.end();) {
    const Place begin = at;
    bool sorted = true;
    for (std::uint8_t last = 0, own; at != code_points.end() && (own = combining_class(*at)) != 0; ++at) {
      sorted = sorted && last <= own;
      last = own;
    }
    if (!sorted) sort_by_class(begin, at);
    if (at != code_points.end()) ++at;
  }
}

}  // namespace

bool is_surely_nfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xCC) {
      ++at;
      continue;
    }
    if (may_change(decode(text, at))) return false;
  }
  return true;
}

std::string nfc(std::string_view text) {
  std::vector<utf8proc_int32_t> code_points;
  code_points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_decomposed(decode(text, at), code_points);
  order_marks(code_points);
  const auto size =
      utf8proc_normalize_utf32(code_points.data(), static_cast<utf8proc_ssize_t>(code_points.size()),
                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string out;
  out.reserve(text.size());
  for (utf8proc_ssize_t i = 0; i < size; ++i)
    append(out, static_cast<char32_t>(code_points[static_cast<std::size_t>(i)]));
  return out;
}

}  // namespace presscut::text
