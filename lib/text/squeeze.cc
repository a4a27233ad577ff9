#include <array>

#include "text/text.h"

namespace presscut::text {
namespace {

enum Class : std::uint8_t { plain, blank, maybe_blank, maybe_mark };

// ASCII blanks and controls, lead bytes that may open a longer white space, and lead bytes of U+0300 and
// above.
constexpr auto classes = [] {
  std::array<Class, 256> table{};
  for (std::size_t c = 0; c <= 0x20; ++c) table[c] = blank;
  table[0x7F] = blank;
  for (std::size_t c = 0xCC; c < 256; ++c) table[c] = maybe_mark;
  for (const std::size_t c : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) table[c] = maybe_blank;
  return table;
}();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

}  // namespace

SqueezedRun squeezed_run(std::string_view text, std::size_t at) {
  SqueezedRun run{at, false};
  for (std::size_t i = at; i < text.size();) {
    const Class c = class_of(text[i]);
    if (c == plain) {
      run.end = ++i;
    } else if (c == maybe_mark) {
      run.maybe_not_nfc = true;
      run.end = ++i;
    } else if (c == blank) {
      const bool single = text[i] == ' ' && i > at && i + 1 < text.size() && class_of(text[i + 1]) != blank;
      if (!single || i != run.end) break;
      ++i;
    } else {
      if (space_length(text, i)) break;
      run.maybe_not_nfc |=
          static_cast<unsigned char>(text[i]) > 0xE2 || static_cast<unsigned char>(text[i]) == 0xE1 ||
          (static_cast<unsigned char>(text[i]) == 0xE2 && static_cast<unsigned char>(text[i + 1]) > 0x80);
      run.end = ++i;
    }
  }
  return run;
}

bool append_squeezed(std::string_view text, std::string& out) {
  bool maybe_not_nfc = false;
  bool separate = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = space_length(text, at)) {
      at += length;
      continue;
    }
    const SqueezedRun run = squeezed_run(text, at);
    if (separate) out += ' ';
    out.append(text, at, run.end - at);
    separate = true;
    maybe_not_nfc |= run.maybe_not_nfc;
    at = run.end;
  }
  return maybe_not_nfc;
}

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_squeezed(text, out);
  return out;
}

}  // namespace presscut::text
