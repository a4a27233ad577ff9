#include "text/spell.h"

#include "text/text.h"

namespace presscut::text {
namespace {

// Adds what begins with the byte at `at`: a character, or a byte that is none; how long it is.
std::size_t spell_one(std::string_view bytes, std::size_t at, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(bytes[at]);
  const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  const std::string_view character = bytes.substr(at, length);
  if (character.size() == length && is_valid(character)) return out += character, length;
  out += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
  return 1;
}

}  // namespace

std::string spell_invalid(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) at += spell_one(bytes, at, out);
  return out;
}

}  // namespace presscut::text
