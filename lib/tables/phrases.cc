#include "tables/phrases.h"

#include <algorithm>

namespace presscut::tables {
Phrases::Phrases(const std::vector<std::pair<std::string, std::uint32_t>>& phrases) {
  for (const auto& [phrase, number] : phrases) {
    Phrase added{0, number, {}};
    for (const text::Token& token : text::tokenize(phrase)) added.words.push_back(token.hash);
    if (added.words.size() > 1) added.second = added.words[1];
    if (!added.words.empty()) phrases_.push_back(std::move(added));
  }
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
    const std::uint64_t x = a.words[0], y = b.words[0];
    return x != y ? x < y : a.words.size() > b.words.size();
  });
  std::size_t size = 64;
  while (size < phrases_.size() * 4) size *= 2;
  slots_.resize(size);
  for (std::size_t first = 0, end = 0; first < phrases_.size(); first = end) {
    const std::uint64_t hash = phrases_[first].words[0];
    while (end < phrases_.size() && phrases_[end].words[0] == hash) ++end;
    std::size_t slot = hash & (size - 1);
    while (slots_[slot].count > 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = {hash, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - first)};
    known_.set(hash % known_.size());
  }
}

const Phrases::Slot* Phrases::find(std::uint64_t hash) const {
  for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot].count == 0) return nullptr;
    if (slots_[slot].hash == hash) return &slots_[slot];
  }
}

// How many tokens spell the phrase, whose first word has been compared; 0 where they do not.
std::size_t Phrases::spelled(const Phrase& phrase, std::span<const text::Token> tokens) {
  static const std::uint64_t hyphen = text::hash_of("-");
  std::size_t at = 1;
  for (std::size_t i = 1; i < phrase.words.size(); ++i, ++at) {
    const std::uint64_t word = phrase.words[i];
    if (at < tokens.size() && tokens[at].hash == hyphen && word != hyphen) ++at;
    if (at >= tokens.size() || tokens[at].hash != word || tokens[at].line_before) return 0;
  }
  return at;
}

Phrases::Match Phrases::search(std::span<const text::Token> tokens, std::size_t at) const {
  const Slot* slot = find(tokens[at].hash);
  if (!slot) return {};
  static const std::uint64_t hyphen = text::hash_of("-");
  const std::uint64_t next = at + 1 < tokens.size() ? tokens[at + 1].hash : 0;
  for (std::size_t i = slot->first; i < slot->first + slot->count; ++i) {
    const Phrase& phrase = phrases_[i];
    if (phrase.second == 0) return {phrase.number, 1};
    if (phrase.second != next && next != hyphen) continue;
    if (const std::size_t length = spelled(phrase, tokens.subspan(at))) return {phrase.number, length};
  }
  return {};
}

}  // namespace presscut::tables
