#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "words/breaks.h"
#include "words/words.h"

namespace presscut::words {
namespace {

constexpr char32_t gershayim = 0x05F4;

bool is_ascii(std::string_view word) {
  for (const char c : word)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

// Marks inside of a word in the form in which they are counted.
std::string plain_marks(std::string_view word) {
  std::string out;
  Break last = Break::other;
  for (std::size_t at = 0; at < word.size();) {
    char32_t code_point = text::decode(word, at);
    const Break here = break_of(code_point);
    if (code_point == 0x2018 || code_point == 0x2019 || code_point == 0xFF07) code_point = '\'';
    if (last == Break::hebrew && (here == Break::double_quote || here == Break::quotation))
      code_point = gershayim;
    if (last == Break::hebrew && code_point == 0x05F3) code_point = '\'';
    text::append(out, code_point);
    if (here != Break::ignored) last = here;
  }
  return out;
}

std::string mapped(const std::string& word, Form form) {
  int options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
  if (form == Form::folded) options |= UTF8PROC_CASEFOLD;
  utf8proc_uint8_t* found = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                 static_cast<utf8proc_ssize_t>(word.size()), &found,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(found, std::free);
  if (size < 0) return word;
  return {reinterpret_cast<const char*>(found), static_cast<std::size_t>(size)};
}

}  // namespace

std::string normal(std::string_view word, Form form) {
  if (!is_ascii(word)) return mapped(plain_marks(word), form);
  std::string out(word);
  if (form == Form::folded)
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

}  // namespace presscut::words
