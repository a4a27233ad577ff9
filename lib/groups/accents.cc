#include "groups/accents.h"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "text/text.h"

namespace presscut::groups {
namespace {

constexpr int longest_decomposition = 18;  // code points; U+FDFA has the most

// A code point as the letters and marks that it is made of (UAX #15, canonical), the marks left out.
void append_base(std::string& word, char32_t code_point) {
  std::array<utf8proc_int32_t, longest_decomposition> parts{};
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(),
                                             longest_decomposition, options, &boundary);
  for (utf8proc_ssize_t i = 0; i < count; ++i)
    text::append(word, static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
}

}  // namespace

std::string without_accents(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(word);
  std::string result;
  for (std::size_t at = 0; at < word.size();) append_base(result, text::decode(word, at));
  return result;
}

}  // namespace presscut::groups
