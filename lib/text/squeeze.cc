#include <algorithm>
#include <array>
#include <bit>

#include "text/chunk.h"
#include "text/sure_run.h"
#include "text/text.h"

namespace presscut::text {
namespace {

enum Class : std::uint8_t { plain, behind_lead, blank, maybe_blank, maybe_mark };

// ASCII blanks and controls, lead bytes that may open a longer white space, lead bytes of U+0300 and above,
// and the bytes behind a lead byte.
constexpr auto classes = [] {
  std::array<Class, 256> table{};
  for (std::size_t c = 0; c <= 0x20; ++c) table[c] = blank;
  table[0x7F] = blank;
  for (std::size_t c = 0x80; c < 0xC0; ++c) table[c] = behind_lead;
  for (std::size_t c = 0xCC; c < 256; ++c) table[c] = maybe_mark;
  for (const std::size_t c : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) table[c] = maybe_blank;
  return table;
}();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

// Looks for characters beyond ASCII that may be white space, controls or not in normal form: all but those up
// to U+02FF, without U+0080 to U+00BF, and the quotes and dashes of U+200C to U+2027.
class BeyondAscii {
 public:
  // Whether a sign goes on in the next chunk.
  bool is_open() const { return open_ != 0; }

  // The bytes of `chunk` that belong to such a character. Chunks of ASCII behind which no sign is open may be
  // left out.
  std::uint32_t doubtful(const Chunk& chunk) {
    const std::uint32_t beyond = chunk.within(0x80, 0xFF), signs = chunk.equal('\xE2');
    const std::uint32_t low = chunk.within(0x80, 0xCB) & ~chunk.equal('\xC2');
    const std::uint32_t second = signs << 1 | (open_ >> 1 & 1), third = signs << 2 | open_;
    open_ = signs >> 14;
    return ((beyond & ~(low | signs)) | (second & ~chunk.equal('\x80')) |
            (third & ~chunk.within(0x8C, 0xA7))) &
           Chunk::all;
  }

 private:
  std::uint32_t open_ = 0;  // the last two bytes before the chunk: which of them begin a sign
};

// Ends `run` before the character whose byte stands behind it.
SureRun run_before(std::string_view text, SureRun run) {
  std::size_t seen = 0;
  while (run.end < text.size() && seen < run.end && class_of(text[run.end - seen]) == behind_lead) ++seen;
  run.end -= seen;
  run.continuations -= seen > 1 ? seen - 1 : 0;
  return run;
}

}  // namespace

SureRun sure_run(std::string_view text, std::size_t at) {
  SureRun run{at, 0};
  BeyondAscii beyond_ascii;
  std::uint32_t after_blank = 0;
  for (;; run.end += Chunk::size) {
    const Chunk chunk(text, run.end, '\n');
    const std::uint32_t blanks = chunk.equal(' ');
    const std::uint32_t doubled = blanks & (blanks << 1 | after_blank);
    after_blank = blanks >> 15;
    const std::uint32_t beyond = chunk.beyond_ascii();
    std::uint32_t doubtful = (chunk.printable() | beyond) ^ Chunk::all;
    doubtful |= doubled;
    if (beyond || beyond_ascii.is_open()) {
      doubtful |= beyond_ascii.doubtful(chunk);
      const std::uint32_t before = doubtful ? (doubtful & (0u - doubtful)) - 1 : Chunk::all;
      for (std::uint32_t rest = chunk.within(0x80, 0xBF) & before; rest; rest &= rest - 1)
        ++run.continuations;
    }
    if (!doubtful) continue;
    run.end += static_cast<std::size_t>(std::countr_zero(doubtful));
    return run_before(text, run);
  }
}

SqueezedRun squeezed_run(std::string_view text, std::size_t at) {
  SqueezedRun run{at, false};
  for (std::size_t i = at; i < text.size();) {
    const Class c = class_of(text[i]);
    if (c == plain) {
      i = sure_run(text, i).end;
      run.end = text[i - 1] == ' ' ? i - 1 : i;
    } else if (c == behind_lead || c == maybe_mark) {
      run.maybe_not_nfc |= c == maybe_mark;
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
