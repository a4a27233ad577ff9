// Code points before any byte of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace presscut::text {

/// Counts a text once and answers in a step or two, in any order: for whoever asks for so many bytes that a
/// list of them would be as long as the text. `text` is valid UTF-8 of less than 4 GiB and must outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);

  /// How many stand before byte `byte`, which is at most the size of the text.
  std::size_t before(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;
};

}  // namespace presscut::text
