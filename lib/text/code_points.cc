#include "text/code_points.h"

#include "text/text.h"

namespace presscut::text {
namespace {

constexpr std::size_t block = 1024;  // bytes

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  before_block_.reserve(text.size() / block + 1);
  std::size_t points = 0;
  for (std::size_t at = 0; at <= text.size(); at += block) {
    before_block_.push_back(static_cast<std::uint32_t>(points));
    points += count_code_points(text.substr(at, block));
  }
}

std::size_t CodePoints::before(std::size_t byte) const {
  const std::size_t begin = byte / block * block;
  return before_block_[byte / block] + count_code_points(text_.substr(begin, byte - begin));
}

}  // namespace presscut::text
