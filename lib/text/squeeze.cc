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

constexpr std::size_t step = 16;

// Whether the bytes [at, at + step) are squeezed text in normal form, whatever stands before them: printable
// ASCII without two blanks in a row, characters up to U+02FF that are no white space, and the quotes and
// dashes of U+200C to U+2027. No branches: the compiler makes wide steps of it.
bool is_squeezed_step(std::string_view text, std::size_t at) {
  if (at + step + 2 > text.size()) return false;
  std::uint8_t wrong = 0;
  for (std::size_t i = at; i < at + step; ++i) {
    const auto byte = [&](std::size_t place) { return static_cast<std::uint8_t>(text[place]); };
    const auto is_within = [](std::uint8_t value, int low, int high) {
      return static_cast<std::uint8_t>(static_cast<std::uint8_t>(value - low) <= high - low);
    };
    const std::uint8_t is_ascii = is_within(byte(i), 0x20, 0x7E);
    const std::uint8_t is_low = is_within(byte(i), 0x80, 0xCB) & static_cast<std::uint8_t>(byte(i) != 0xC2);
    const std::uint8_t is_quote = static_cast<std::uint8_t>(byte(i) == 0xE2) &
                                  static_cast<std::uint8_t>(byte(i + 1) == 0x80) &
                                  is_within(byte(i + 2), 0x8C, 0xA7);
    const std::uint8_t two_blanks =
        static_cast<std::uint8_t>(byte(i) == 0x20) & static_cast<std::uint8_t>(byte(i + 1) == 0x20);
    wrong |= static_cast<std::uint8_t>((is_ascii | is_low | is_quote) ^ 1) | two_blanks;
  }
  const bool blank_may_follow = text[at + step - 1] == ' ' && class_of(text[at + step]) != plain;
  return !wrong && !blank_may_follow;
}

}  // namespace

SqueezedRun squeezed_run(std::string_view text, std::size_t at) {
  SqueezedRun run{at, false};
  std::size_t next_step = at;  // where a step may succeed again
  for (std::size_t i = at; i < text.size();) {
    const Class c = class_of(text[i]);
    if (c != blank && i >= next_step) {
      if (is_squeezed_step(text, i)) {
        i += step;
        run.end = text[i - 1] == ' ' ? i - 1 : i;
        continue;
      }
      next_step = i + step;
    }
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
