#include "clean/word_counter.h"

#include <algorithm>
#include <array>

namespace presscut::clean {
namespace {

constexpr std::uint32_t least_wide = 30;  // bytes

}  // namespace

// Words that were read and not looked up yet.
struct WordCounter::Batch {
  std::array<std::uint64_t, most> hashes;
  // Of those of which something may be known: the keys, and which words they are.
  std::array<std::uint64_t, most> low, high;
  std::array<std::uint32_t, most> size;
  std::array<std::uint8_t, most> place;

  void put(std::size_t at, const WordKey& key, std::size_t word) {
    low[at] = key.low;
    high[at] = key.high;
    size[at] = key.size;
    place[at] = static_cast<std::uint8_t>(word);
  }
  WordKey key(std::size_t at) const { return {low[at], high[at], size[at]}; }
};

void WordCounter::add(const std::size_t* edges, std::size_t count) {
  if (count == 0) return;
  if (first_end_ == 0) first_end_ = edges[1];
  stats_->words += static_cast<std::uint32_t>(count);
  const WordFilter& known = title_.filter();
  Batch batch;
  std::size_t noted = 0;
  std::uint64_t fingerprint = stats_->fingerprint;
  for (std::size_t i = 0; i < count; ++i) {
    const WordKey key = key_of(text_, edges[2 * i], edges[2 * i + 1]);
    const std::uint64_t hash = key.hash();
    fingerprint = (fingerprint ^ hash) * 0x9E3779B97F4A7C15ull;
    batch.hashes[i] = hash;
    batch.put(noted, key, i);
    noted += (known.has(hash) | (key.size >= least_wide)) & 1;
  }
  stats_->fingerprint = fingerprint;
  look_up(batch, noted, edges, count);
}

void WordCounter::look_up(const Batch& batch, std::size_t noted, const std::size_t* edges,
                          std::size_t count) {
  if (open_) note_pair(*open_, behind_open_, batch.hashes[0]);
  open_ = nullptr;
  for (std::size_t n = 0; n < noted; ++n) {
    const std::size_t i = batch.place[n], end = edges[2 * i + 1];
    const Entry& entry = count_known(batch.key(n), batch.hashes[i], end);
    if (i + 1 < count) note_pair(entry, end, batch.hashes[i + 1]);
    else open_ = &entry, behind_open_ = end;
  }
}

inline const Entry& WordCounter::count_known(const WordKey& key, std::uint64_t hash, std::size_t end) {
  if (key.size >= least_wide) count_wide(text_.substr(end - key.size, key.size));
  stats_->title_words += title_.has(hash);
  const Entry& entry = words_.find(key, hash);
  stats_->stop_words += entry.is_stop_word;
  std::uint8_t& votes = stats_->votes[entry.language];
  votes = static_cast<std::uint8_t>(votes + (entry.is_stop_word & (votes < 255)));
  if (entry.has_word_phrase) note_phrases(entry, end);
  return entry;
}

// Scripts without blanks between words: three bytes a character, about four characters a word.
void WordCounter::count_wide(std::string_view word) {
  const bool is_wide = std::any_of(word.begin(), word.end(), [](char c) { return c < 0; });
  if (is_wide) stats_->words += static_cast<std::uint32_t>(word.size() / 12) - 1;
}

// The phrases of a word where the one behind it, whose hash is `next`, goes on with one of them.
inline void WordCounter::note_pair(const Entry& entry, std::size_t end, std::uint64_t next) {
  if (entry.may_go_on_with(next)) note_phrases(entry, end);
}

// The phrases of an entry share their first word, which ends at `behind`.
void WordCounter::note_phrases(const Entry& entry, std::size_t behind) {
  for (const std::uint16_t number : words_.phrases(entry)) {
    const Phrase& phrase = words_.phrase(number);
    if (phrase.place <= Place::start && behind != first_end_) continue;
    if (!matches(phrase, behind)) continue;
    stats_->reasons |= bit(phrase.reason);
    std::uint16_t& best = phrase.sure ? stats_->sure_phrase : stats_->hint_phrase;
    if (best == Stats::none || words_.phrase(best).words.size() < phrase.words.size()) best = number;
    break;
  }
}

bool WordCounter::matches(const Phrase& phrase, std::size_t at) const {
  for (std::size_t i = 1; i < phrase.words.size(); ++i) {
    const std::size_t start = next_word(at);
    at = start < block_end_ ? word_end(text_, start) : start;
    if (at == start || key_of(text_, start, at) != phrase.words[i]) return false;
  }
  if (phrase.place == Place::credit) return text_[block_end_ - 1] == ')' && next_word(at) == block_end_;
  if (phrase.place == Place::label && at < block_end_ && text_[at] == ':') return true;
  return phrase.place >= Place::start || next_word(at) == block_end_;
}

// The start of the next word of the block at or behind `at`, the end of the block where there is none.
std::size_t WordCounter::next_word(std::size_t at) const {
  while (at < block_end_ && !(class_of(text_[at]) & in_word)) at += sign_length(text_[at]);
  return std::min(at, block_end_);
}

}  // namespace presscut::clean
