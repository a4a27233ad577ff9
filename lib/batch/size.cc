#include "batch/size.h"

#include <charconv>

namespace presscut::batch {
namespace {

constexpr std::uint64_t most = std::uint64_t{1} << 62;

int doublings_of(char unit) {
  switch (unit) {
    case 'K':
    case 'k': return 10;
    case 'M':
    case 'm': return 20;
    case 'G':
    case 'g': return 30;
    default: return 0;
  }
}

}  // namespace

std::optional<std::uint64_t> number_in(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> size_in(std::string_view words) {
  const int doublings = words.empty() ? 0 : doublings_of(words.back());
  if (doublings > 0) words.remove_suffix(1);
  const auto number = number_in(words);
  if (!number || *number >= most >> doublings) return std::nullopt;
  return *number << doublings;
}

}  // namespace presscut::batch
