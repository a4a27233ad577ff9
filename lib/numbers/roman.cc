#include "numbers/roman.h"

#include <array>

namespace presscut::numbers {
namespace {

struct Place {
  std::string_view one, five, ten;
  int value;
};
constexpr std::array places = {Place{"M", "", "", 1000}, Place{"C", "D", "M", 100}, Place{"X", "L", "C", 10},
                               Place{"I", "V", "X", 1}};

bool take(std::string_view& word, std::string_view front) {
  if (front.empty() || !word.starts_with(front)) return false;
  word.remove_prefix(front.size());
  return true;
}

// The digit of one place: IX, IV, or V and up to three I.
int digit(std::string_view& word, const Place& place) {
  if (word.starts_with(place.one)) {
    const std::string_view next = word.substr(1, 1);
    if (!next.empty() && next == place.ten) return word.remove_prefix(2), 9;
    if (!next.empty() && next == place.five) return word.remove_prefix(2), 4;
  }
  int value = take(word, place.five) ? 5 : 0;
  for (int ones = 0; ones < 3 && take(word, place.one); ++ones) ++value;
  return value;
}

}  // namespace

std::optional<int> roman(std::string_view word) {
  int value = 0;
  for (const Place& place : places) value += place.value * digit(word, place);
  if (!word.empty() || value == 0) return std::nullopt;
  return value;
}

}  // namespace presscut::numbers
