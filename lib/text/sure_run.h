// The first look at a text that is to be squeezed: how far nothing has to change in it.
#pragma once

#include <cstddef>
#include <string_view>

namespace presscut::text {

/// A stretch of which it is plain that it is squeezed and in Normalization Form C.
struct SureRun {
  std::size_t end = 0;
  std::size_t continuations = 0;  // bytes in it that begin no character
};

/// The stretch from `at`, where no white space stands, up to a control character, the second of two blanks,
/// or a character beyond U+02FF or of U+0080 to U+00BF; the quotes and dashes of U+200C to U+2027 are no end.
SureRun sure_run(std::string_view text, std::size_t at);

}  // namespace presscut::text
