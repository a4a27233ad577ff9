#include <algorithm>

#include "text/text.h"

namespace presscut::text {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Length of the well-formed sequence at `at`, or minus the length of the maximal invalid subpart there.
// The ranges are those of table 3-7 of the Unicode standard.
int sequence(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return -1;
  const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (at + 1 >= bytes.size() || byte(at + 1) < low || byte(at + 1) > high) return -1;
  for (int i = 2; i < length; ++i)
    if (at + i >= bytes.size() || !is_continuation(byte(at + i))) return -i;
  return length;
}

}  // namespace

bool is_valid(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const int length = sequence(bytes, at);
    if (length < 0) return false;
    at += length;
  }
  return true;
}

std::string repair(std::string_view bytes, std::size_t& replaced) {
  std::string out;
  out.reserve(bytes.size());
  replaced = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const int length = sequence(bytes, at);
    if (length > 0) {
      out.append(bytes, at, length);
      at += length;
    } else {
      out += replacement;
      ++replaced;
      at += -length;
    }
  }
  return out;
}

char32_t decode(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const char32_t lead = byte(at);
  const auto rest = [&](std::size_t i) { return byte(at + i) & 0x3F; };
  char32_t code_point = lead;
  std::size_t length = 1;
  if (lead >= 0xF0) {
    code_point = (lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3);
    length = 4;
  } else if (lead >= 0xE0) {
    code_point = (lead & 0x0F) << 12 | rest(1) << 6 | rest(2);
    length = 3;
  } else if (lead >= 0xC0) {
    code_point = (lead & 0x1F) << 6 | rest(1);
    length = 2;
  }
  at = std::min(at + length, text.size());
  return code_point;
}

void append(std::string& out, char32_t code_point) {
  const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0 | code_point >> 6);
    add(0x80 | (code_point & 0x3F));
  } else if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    out += replacement;
  } else if (code_point < 0x10000) {
    add(0xE0 | code_point >> 12);
    add(0x80 | (code_point >> 6 & 0x3F));
    add(0x80 | (code_point & 0x3F));
  } else {
    add(0xF0 | code_point >> 18);
    add(0x80 | (code_point >> 12 & 0x3F));
    add(0x80 | (code_point >> 6 & 0x3F));
    add(0x80 | (code_point & 0x3F));
  }
}

// Counts in a byte as long as that holds the sum: the compiler makes wide steps of it.
std::size_t count_code_points(std::string_view text) {
  constexpr std::size_t piece = 240;
  std::size_t continuing = 0;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    const std::string_view bytes = text.substr(at, piece);
    std::uint8_t count = 0;
    for (const char byte : bytes)
      count = static_cast<std::uint8_t>(count + is_continuation(static_cast<unsigned char>(byte)));
    continuing += count;
  }
  return text.size() - continuing;
}

std::vector<std::size_t> bytes_to_code_points(std::string_view text, const std::vector<std::size_t>& sorted) {
  std::vector<std::size_t> out;
  out.reserve(sorted.size());
  std::size_t at = 0;
  std::size_t counted = 0;
  for (const std::size_t offset : sorted) {
    const std::size_t end = std::min(offset, text.size());
    if (end > at) counted += count_code_points(text.substr(at, end - at));
    at = std::max(at, end);
    out.push_back(counted);
  }
  return out;
}

std::vector<std::size_t> code_points_to_bytes(std::string_view text, const std::vector<std::size_t>& sorted) {
  std::vector<std::size_t> out;
  out.reserve(sorted.size());
  std::size_t at = 0;
  std::size_t counted = 0;
  for (const std::size_t offset : sorted) {
    for (; counted < offset && at < text.size(); ++counted) do
        ++at;
      while (at < text.size() && is_continuation(static_cast<unsigned char>(text[at])));
    out.push_back(at);
  }
  return out;
}

}  // namespace presscut::text
