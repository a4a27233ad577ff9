#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "text/text.h"

namespace presscut::text {
namespace {

// Code points below U+0300 never need a look. Above, what has a combining class, composes with what stands
// before it, or is one code point that normalises into others is left to utf8proc. Precomposed letters (Latin
// Extended Additional, Hangul) decompose and compose back into themselves.
bool may_change(char32_t code_point) {
  if (code_point < 0x300) return false;
  if (code_point >= 0x1100 && code_point <= 0x11FF) return true;   // Hangul Jamo compose
  if (code_point >= 0xAC00 && code_point <= 0xD7A3) return false;  // Hangul syllables
  if (code_point >= 0x1E00 && code_point <= 0x1EF9) return false;
  const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
  return property->combining_class != 0 ||
         (property->decomp_seqindex != UINT16_MAX && property->decomp_type == 0);
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
  utf8proc_uint8_t* result = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

}  // namespace presscut::text
