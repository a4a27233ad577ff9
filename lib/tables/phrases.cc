#include "tables/phrases.h"

#include <algorithm>

namespace presscut::tables {
namespace {

std::uint64_t hyphen() {
  static const std::uint64_t hash = text::hash_of("-");
  return hash;
}

}  // namespace

void Phrases::add(std::span<const text::Token> tokens, std::uint32_t number) {
  if (tokens.empty()) return;
  const auto first = static_cast<std::uint32_t>(words_.size());
  for (const text::Token& token : tokens) words_.push_back(token.hash);
  const std::uint64_t second = tokens.size() > 1 ? tokens[1].hash : 0;
  phrases_.push_back({second, number, first, static_cast<std::uint32_t>(tokens.size())});
}

// Of equal ones the first added stays first.
void Phrases::sort() {
  std::sort(phrases_.begin(), phrases_.end(), [&](const Phrase& a, const Phrase& b) {
    const std::uint64_t x = words_[a.first], y = words_[b.first];
    return x != y ? x < y : a.count != b.count ? a.count > b.count : a.first < b.first;
  });
}

Phrases::Phrases(const std::vector<std::pair<std::string, std::uint32_t>>& phrases) {
  phrases_.reserve(phrases.size());
  std::vector<text::Token> tokens;
  for (const auto& [phrase, number] : phrases) {
    tokens.clear();
    for (std::size_t at = 0; at < phrase.size();) at = text::tokenize(phrase, at, phrase.size(), tokens);
    add(tokens, number);
  }
  sort();
  std::size_t size = 64;
  while (size < phrases_.size() * 4) size *= 2;
  slots_.resize(size);
  for (std::size_t first = 0, end = 0; first < phrases_.size(); first = end) {
    const std::uint64_t hash = words_[phrases_[first].first];
    while (end < phrases_.size() && words_[phrases_[end].first] == hash) ++end;
    std::size_t slot = hash & (size - 1);
    while (slots_[slot].count > 0) slot = (slot + 1) & (size - 1);
    Slot& taken = slots_[slot];
    taken.hash = hash;
    taken.first = static_cast<std::uint32_t>(first);
    taken.count = static_cast<std::uint32_t>(end - first);
    for (std::size_t i = first; i < end; ++i) {
      if (phrases_[i].count > 1) taken.seconds |= second_bit(phrases_[i].second) | second_bit(hyphen());
      else if (taken.alone.tokens == 0) taken.alone = {phrases_[i].number, 1};
    }
    starts_.set(hash % starts_.size());
  }
}

// How many tokens spell the phrase, whose first word has been compared; 0 where they do not.
std::size_t Phrases::spelled(const Phrase& phrase, std::span<const text::Token> tokens) const {
  std::size_t at = 1;
  for (std::size_t i = 1; i < phrase.count; ++i, ++at) {
    const std::uint64_t word = words_[phrase.first + i];
    if (at < tokens.size() && tokens[at].hash == hyphen() && word != hyphen()) ++at;
    if (at >= tokens.size() || tokens[at].hash != word || tokens[at].line_before) return 0;
  }
  return at;
}

Phrases::Match Phrases::search(const Slot& slot, std::span<const text::Token> tokens, std::size_t at) const {
  const std::uint64_t next = at + 1 < tokens.size() ? tokens[at + 1].hash : 0;
  for (std::size_t i = slot.first; i < slot.first + slot.count; ++i) {
    const Phrase& phrase = phrases_[i];
    if (phrase.count == 1) break;
    if (phrase.second != next && next != hyphen()) continue;
    if (const std::size_t length = spelled(phrase, tokens.subspan(at))) return {phrase.number, length};
  }
  return slot.alone;
}

}  // namespace presscut::tables
