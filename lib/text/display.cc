#include <utf8proc.h>

#include <algorithm>

#include "text/text.h"

namespace presscut::text {
namespace {

constexpr char32_t joiner = 0x200D, emoji_style = 0xFE0F;

// Blocks of Hebrew, Arabic and their kin, with their presentation forms.
bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00) ||
         (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0, last_width = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    const int columns = c < 0x80 ? 1 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    if (c == emoji_style && last_width == 1)
      width += ++last_width - 1;  // shown as an emoji, two columns wide
    else if (last != joiner && columns > 0) width += last_width = static_cast<std::size_t>(columns);
    last = c;
  }
  return width;
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_right_to_left(decode(text, at))) return true;
  return false;
}

}  // namespace presscut::text
