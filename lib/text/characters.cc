#include <utf8proc.h>

#include <algorithm>

#include "text/text.h"

namespace presscut::text {
namespace {

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::size_t space_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned char { return i < text.size() ? text[i] : 0; };
  const unsigned char lead = byte(at);
  if (lead <= 0x20 || lead == 0x7F) return 1;
  if (lead < 0xC2) return 0;
  if (lead == 0xC2) return byte(at + 1) >= 0x80 && byte(at + 1) <= 0xA0 ? 2 : 0;  // C1 controls and NBSP
  if (lead == 0xE1) return byte(at + 1) == 0x9A && byte(at + 2) == 0x80 ? 3 : 0;
  if (lead == 0xE3) return byte(at + 1) == 0x80 && byte(at + 2) == 0x80 ? 3 : 0;
  if (lead == 0xEF) return byte(at + 1) == 0xBB && byte(at + 2) == 0xBF ? 3 : 0;  // a stray byte order mark
  if (lead != 0xE2) return 0;
  const unsigned char second = byte(at + 1);
  const unsigned char third = byte(at + 2);
  if (third < 0x80) return 0;  // cut off
  if (second == 0x80) return third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0;
  return second == 0x81 && third == 0x9F ? 3 : 0;
}

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size())
    if (const std::size_t length = space_length(text, start)) start += length;
    else break;
  std::size_t end = text.size();
  while (end > start) {
    std::size_t last = end - 1;
    while (last > start && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (!space_length(text.substr(0, end), last)) break;
    end = last;
  }
  return text.substr(start, end - start);
}

char32_t fold(char32_t code_point) {
  if (code_point < 0x80) return static_cast<unsigned char>(lower_ascii(static_cast<char>(code_point)));
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

std::string fold(std::string_view text) {
  std::string out(text);
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at)
    out[at] = lower_ascii(text[at]);
  out.resize(at);  // most texts end here
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) out += lower_ascii(text[at++]);
    else append(out, fold(decode(text, at)));
  }
  return out;
}

bool is_letter(char32_t code_point) {
  if (code_point < 0x80) return (code_point | 32) >= 'a' && (code_point | 32) <= 'z';
  const utf8proc_category_t c = category(code_point);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

bool is_digit(char32_t code_point) {
  if (code_point < 0x80) return code_point >= '0' && code_point <= '9';
  return category(code_point) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t code_point) {
  if (code_point < 0x80) return code_point >= 'A' && code_point <= 'Z';
  const utf8proc_category_t c = category(code_point);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t code_point) {
  if (code_point < 0x80) return code_point >= 'a' && code_point <= 'z';
  return category(code_point) == UTF8PROC_CATEGORY_LL;
}

bool equal_ascii_fold(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

}  // namespace presscut::text
