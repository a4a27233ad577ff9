#include "charset/utf8.h"

#include <cstdint>
#include <cstring>

#include "text/text.h"

namespace presscut::charset {
namespace {

std::size_t length_by_lead(unsigned char lead) {
  if (lead < 0xC0) return 1;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// text::repair knows what a maximal invalid subpart is: the longest start of the bytes that it turns into one
// U+FFFD.
std::size_t invalid_length(std::string_view bytes, std::size_t at) {
  const auto continues = [&](std::size_t i) { return i < bytes.size() && (bytes[i] & 0xC0) == 0x80; };
  std::size_t length = 1;
  std::size_t replaced = 0;
  while (length < 3 && continues(at + length) &&
         text::repair(bytes.substr(at, length + 1), replaced) == text::replacement)
    ++length;
  return length;
}

}  // namespace

Sequence sequence_at(std::string_view bytes, std::size_t at) {
  const std::size_t length = length_by_lead(static_cast<unsigned char>(bytes[at]));
  if (text::is_valid(bytes.substr(at, length))) return {length, true};
  return {invalid_length(bytes, at), false};
}

std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  for (; at + sizeof(word) <= bytes.size(); at += sizeof(word)) {
    std::memcpy(&word, bytes.data() + at, sizeof(word));
    if (word & 0x8080808080808080) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

Utf8Evidence weigh_utf8(std::string_view bytes, std::size_t enough) {
  Utf8Evidence seen;
  for (std::size_t at = ascii_end(bytes, 0); at < bytes.size() && enough > 0; at = ascii_end(bytes, at)) {
    const Sequence sequence = sequence_at(bytes, at);
    ++(sequence.valid ? seen.valid : seen.invalid);
    at += sequence.length;
    --enough;
  }
  return seen;
}

}  // namespace presscut::charset
