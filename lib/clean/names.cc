#include "clean/names.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace presscut::clean {
namespace {

constexpr std::size_t longest_word = 31;
constexpr std::size_t longest_name = 256;

// Of a character: what it is written as.
constexpr auto written_as = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<char>(c);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<char>(c + 32);
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = '0';
  return table;
}();

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// The words of one name: it is written down in small letters, and its words are parts of that.
template <typename Visit>
void each_word_of(std::string_view name, Visit visit) {
  std::array<char, longest_name> written;
  std::size_t size = 0, part = 0;  // where the part that is being read begins
  unsigned char all = 0;
  bool has_parts = false;
  const auto end_part = [&](std::size_t end) {
    if (end - part >= 2 && end - part <= longest_word)
      visit(std::string_view(written.data() + part, end - part));
  };
  char before = 0;
  for (const char c : name.substr(0, longest_name)) {
    const char small = written_as[static_cast<unsigned char>(c)];
    all |= static_cast<unsigned char>(c);
    if (!is_small(small)) {
      end_part(size);
      has_parts = true;
      if (small != '0' || size == 0 || written[size - 1] != '0') written[size++] = small;
      part = size;
    } else {
      if (small != c && is_small(before)) {  // a hump
        end_part(size);
        has_parts = true;
        part = size;
      }
      written[size++] = small;
    }
    before = c;
  }
  if (has_parts) end_part(size);
  if (size <= longest_word && all < 0x80) visit(std::string_view(written.data(), size));
}

// Names stand one behind the other, blanks between them.
template <typename Visit>
void each_name(std::string_view names, Visit visit) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; };
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t start = at;
    while (at < names.size() && !is_blank(names[at])) ++at;
    if (at > start) visit(names.substr(start, at - start));
    else ++at;
  }
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() + 1;
  for (std::size_t at = 0; at < text.size(); at += sizeof(hash)) {
    std::uint64_t part = 0;
    std::memcpy(&part, text.data() + at, std::min(sizeof(part), text.size() - at));
    hash = std::rotl(hash ^ part, 29) * 0x9e3779b97f4a7c15ull;
  }
  return hash ^ hash >> 32;
}

// What a page calls its elements comes again and again: the names of an element together, and each of them.
template <std::size_t places>
class Memo {
 public:
  template <typename WeightOf>
  std::int32_t weight(std::string_view names, WeightOf weight_of) {
    Known& known = known_[hash_of(names) % places];
    if (known.names != names) known = {names, weight_of(names)};
    return known.weight;
  }

 private:
  struct Known {
    std::string_view names;
    std::int32_t weight = 0;
  };
  std::array<Known, places> known_;
};

}  // namespace

std::vector<std::string> words_of_names(std::string_view names) {
  std::vector<std::string> words;
  each_name(names, [&](std::string_view name) {
    const std::size_t first = words.size();
    each_word_of(name, [&](std::string_view word) {
      if (std::find(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(), word) == words.end())
        words.emplace_back(word);
    });
  });
  return words;
}

void NameWeights::add(std::string_view word, std::int32_t weight) {
  if (++size_ * 2 > slots_.size()) {
    std::vector<Slot> slots(std::max<std::size_t>(slots_.size() * 2, 64));
    slots.swap(slots_);
    for (const Slot& slot : slots)
      if (slot.hash != 0) slots_[place_of(slot.hash)] = slot;
  }
  const std::uint64_t hash = hash_of(word);
  slots_[place_of(hash)] = {hash, weight};
}

// Where the word of that hash is, or would be.
std::size_t NameWeights::place_of(std::uint64_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
  return at;
}

// Of one name; a word that comes twice in it counts once.
std::int32_t NameWeights::of_name(std::string_view name) const {
  constexpr std::size_t most_words = 16;
  std::array<std::uint64_t, most_words> known;
  std::size_t size = 0;
  std::int32_t sum = 0;
  each_word_of(name, [&](std::string_view word) {
    const std::uint64_t hash = hash_of(word);
    const Slot& slot = slots_[place_of(hash)];
    if (slot.hash == 0 || size == most_words) return;
    if (std::find(known.begin(), known.begin() + size, hash) != known.begin() + size) return;
    known[size++] = hash;
    sum += slot.weight;
  });
  return sum;
}

std::int32_t NameWeights::of(std::string_view names) const {
  if (slots_.empty()) return 0;
  std::int32_t sum = 0;
  each_name(names, [&](std::string_view name) { sum += of_name(name); });
  return sum;
}

std::vector<NameScore> NameWeights::score(const page::Page& page) const {
  Memo<256> elements;
  Memo<512> single;
  const auto of_each = [&](std::string_view names) {
    std::int32_t sum = 0;
    each_name(names, [&](std::string_view name) {
      sum += single.weight(name, [this](std::string_view it) { return of_name(it); });
    });
    return sum;
  };
  const auto weight_of = [&](Span names) { return elements.weight(slice(page.names, names), of_each); };
  std::vector<NameScore> scores(page.containers.size());
  if (slots_.empty()) return scores;
  for (std::size_t c = 0; c < scores.size(); ++c) {
    const page::Container& container = page.containers[c];
    const NameScore around = scores[container.parent];  // the page stands in itself: of zeros
    const std::int32_t own = weight_of(container.names) + weight_of(container.id);
    scores[c] = {own, around.own, around.sum + own, std::min(around.least, own), std::max(around.most, own)};
  }
  return scores;
}

}  // namespace presscut::clean
