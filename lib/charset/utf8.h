// UTF-8 that may be broken, one sequence at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace presscut::charset {

struct Sequence {
  std::size_t length;
  bool valid;  // else it is a maximal invalid subpart and becomes one U+FFFD
};

/// The sequence that starts at `at`, which lies in `bytes`.
Sequence sequence_at(std::string_view bytes, std::size_t at);

/// Where the run of ASCII bytes from `at` on ends.
std::size_t ascii_end(std::string_view bytes, std::size_t at);

struct Utf8Evidence {
  std::size_t valid = 0;    // characters of more than one byte
  std::size_t invalid = 0;  // sequences that are none
};

/// Counts what speaks for and against UTF-8 in the first `enough` sequences that are not ASCII.
Utf8Evidence weigh_utf8(std::string_view bytes, std::size_t enough);

}  // namespace presscut::charset
