// Where tens and ones are one word, so are hundreds and thousands: "zweihundertfünf", "dreitausendzwölf",
// "achtzehnhundertdreißig". A thousand times a number below a thousand ends a word, a thousand and less than
// ten of them go on in it.
#include "numerals/compounds.h"

#include <algorithm>

#include "text/tokens.h"

namespace presscut::numerals {
namespace {

using Parts = std::vector<Compounds::Part>;

// Each of `heads` before each of `tails`, with and without `inside`.
Parts join(const Parts& heads, const Parts& tails, std::string_view inside) {
  Parts joined;
  joined.reserve(heads.size() * tails.size() * 2);
  for (const auto& head : heads)
    for (const auto& tail : tails)
      for (const std::string_view between : {std::string_view(), inside})
        joined.push_back({head.word + std::string(between) + tail.word, head.value + tail.value});
  return joined;
}

// The same, of which only the hashes are wanted; before hundreds stands no `inside`.
void add_joined(std::vector<std::pair<std::uint64_t, double>>& words, const Parts& heads, const Parts& tails,
                std::string_view inside) {
  std::string word;
  words.reserve(words.size() + heads.size() * tails.size() * 2);
  for (const auto& head : heads)
    for (const auto& tail : tails)
      for (const std::string_view between : {std::string_view(), inside}) {
        if (!between.empty() && tail.value >= 100) continue;
        word.assign(head.word).append(between).append(tail.word);
        words.emplace_back(text::hash_of_folded(word), head.value + tail.value);
      }
}

Parts times(const Parts& heads, const Compounds::Part& scale) {
  Parts scaled;
  for (const auto& head : heads) scaled.push_back({head.word + scale.word, head.value * scale.value});
  return scaled;
}

Parts between(const Parts& parts, double least, double end) {
  Parts found;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(found), [&](const Compounds::Part& part) {
    return !part.scale && part.value >= least && part.value < end;
  });
  return found;
}

void append(Parts& parts, const Parts& more) { parts.insert(parts.end(), more.begin(), more.end()); }

Compounds::Part scale_of(const Parts& parts, double value) {
  const auto at = std::find_if(parts.begin(), parts.end(), [&](const Compounds::Part& part) {
    return part.scale && part.value == value;
  });
  return at == parts.end() ? Compounds::Part() : *at;
}

}  // namespace

Compounds::Compounds(const std::vector<Part>& parts, std::string_view inside) {
  const Part hundred = scale_of(parts, 100), thousand = scale_of(parts, 1000);
  const Parts small = between(parts, 1, 100);
  Parts hundreds = between(parts, 100, 1000), thousands = between(parts, 1000, 10'000);
  const Parts centuries = times(between(small, 11, 20), hundred);  // "achtzehnhundert"
  append(hundreds, centuries);
  hundreds.push_back({hundred.word, hundred.value});
  const Parts joined = join(hundreds, small, inside);
  Parts below = small;
  append(below, between(joined, 100, 1000));
  append(below, between(hundreds, 100, 1000));
  const Parts large = times(between(below, 10, 1000), thousand);
  thousands.push_back({thousand.word, thousand.value});
  Words words;
  for (const Parts* made : {&centuries, &joined, &large})
    for (const Part& part : *made) words.emplace_back(text::hash_of_folded(part.word), part.value);
  add_joined(words, thousands, below, inside);
  keep(words);
}

void Compounds::keep(const Words& words) {
  std::size_t size = 64;
  while (size < words.size() * 2) size *= 2;
  slots_.resize(size);
  for (const auto& [hash, value] : words) {
    std::size_t slot = hash & (size - 1);
    while (slots_[slot].second != 0 && slots_[slot].first != hash) slot = (slot + 1) & (size - 1);
    if (slots_[slot].second == 0) slots_[slot] = {hash, value};
  }
}

}  // namespace presscut::numerals
