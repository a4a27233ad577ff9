#include "clean/stats.h"

#include <algorithm>
#include <bit>

namespace presscut::clean {
namespace {

[[gnu::always_inline]] inline std::size_t place(std::uint64_t bits) {
  return static_cast<std::size_t>(std::countr_zero(bits));
}
[[gnu::always_inline]] inline std::uint32_t ones(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::popcount(bits));
}

// The phrases in a block of text: rare, and kept out of the loop over words.
class PhraseFinder {
 public:
  PhraseFinder(std::string_view text, std::size_t end, const Words& words, Stats& stats)
      : text_(text), end_(end), words_(words), stats_(stats) {}

  // The phrases of an entry share their first word, which ends at `behind`.
  [[gnu::noinline]] void note(const Entry& entry, std::size_t behind, bool at_start) {
    for (const std::uint16_t number : words_.phrases(entry)) {
      const Phrase& phrase = words_.phrase(number);
      if (phrase.place <= Place::start && !at_start) continue;
      if (!matches(phrase, behind)) continue;
      stats_.reasons |= bit(phrase.reason);
      std::uint16_t& best = phrase.sure ? stats_.sure_phrase : stats_.hint_phrase;
      if (best == Stats::none || words_.phrase(best).words.size() < phrase.words.size()) best = number;
      break;
    }
  }

 private:
  // The start of the next word at or behind `at`, the end of the text where there is none.
  std::size_t next_word(std::size_t at) const {
    while (at < end_ && !(class_of(text_[at]) & in_word)) at += sign_length(text_[at]);
    return std::min(at, end_);
  }

  bool matches(const Phrase& phrase, std::size_t at) const {
    for (std::size_t i = 1; i < phrase.words.size(); ++i) {
      const std::size_t start = next_word(at);
      at = start < end_ ? word_end(text_, start) : start;
      if (at == start || key_of(text_, start, at) != phrase.words[i]) return false;
    }
    if (phrase.place == Place::credit) return text_[end_ - 1] == ')' && next_word(at) == end_;
    if (phrase.place == Place::label && at < end_ && text_[at] == ':') return true;
    return phrase.place >= Place::start || next_word(at) == end_;
  }

  std::string_view text_;
  std::size_t end_;
  const Words& words_;
  Stats& stats_;
};

// Looks at the words of a block, one after the other.
class WordCounter {
 public:
  WordCounter(std::string_view text, std::size_t end, const Words& words, const TitleWords& title,
              Stats& stats)
      : text_(text),
        words_(words),
        title_(title),
        known_(title.filter()),
        stats_(stats),
        phrases_(text, end, words, stats) {}

  // Words lie between edges[0] and edges[1], edges[2] and edges[3], and so on.
  [[gnu::always_inline]] void add(const std::size_t* edges, std::size_t count) {
    if (count < 2) return;
    if (first_end_ == 0) first_end_ = edges[1];
    const auto key_in_text = [text = text_.data()](std::size_t start, std::size_t end) {
      return key_of(text + start, end - start);
    };
    const auto key_at_end = [text = text_](std::size_t start, std::size_t end) {
      return key_of(text, start, end);
    };
    if (edges[count - 1] + 16 <= text_.size()) add_words(edges, count, key_in_text);
    else add_words(edges, count, key_at_end);
    stats_.words += static_cast<std::uint32_t>(count / 2);
  }

 private:
  static constexpr std::uint32_t least_wide = 30;  // bytes

  // Of most words nothing is known, and one question finds that out: it is for them that this loop is short.
  template <class KeyOf>
  [[gnu::always_inline]] void add_words(const std::size_t* edges, std::size_t count, KeyOf key_between) {
    std::uint64_t fingerprint = stats_.fingerprint, seconds = seconds_;
    for (std::size_t i = 0; i + 1 < count; i += 2) {
      const WordKey key = key_between(edges[i], edges[i + 1]);
      const std::uint64_t hash = key.hash();
      fingerprint = (fingerprint ^ hash) * 0x9E3779B97F4A7C15ull;
      const std::uint64_t is_known = known_.has(hash) | seconds >> (hash & 63);
      if (is_known & 1 || key.size >= least_wide) seconds = note(key, hash, edges[i + 1], seconds);
      else seconds = 0;
    }
    stats_.fingerprint = fingerprint;
    seconds_ = seconds;
  }

  // What may be said of a word; `seconds` are those of the word before it. Returns its own.
  [[gnu::noinline]] std::uint64_t note(const WordKey& key, std::uint64_t hash, std::size_t end,
                                       std::uint64_t seconds) {
    if (key.size >= least_wide) count_wide(text_.substr(end - key.size, key.size));
    if (seconds >> (hash & 63) & 1) phrases_.note(*last_, behind_last_, behind_last_ == first_end_);
    stats_.title_words += title_.has(key, hash);
    const Entry& entry = words_.find(key, hash);
    stats_.stop_words += entry.is_stop_word;
    std::uint8_t& votes = stats_.votes[entry.language];
    votes = static_cast<std::uint8_t>(votes + (entry.is_stop_word & (votes < 255)));
    if (entry.has_word_phrase) phrases_.note(entry, end, end == first_end_);
    last_ = &entry;
    behind_last_ = end;
    return entry.seconds;
  }

  // Scripts without blanks between words: three bytes a character, about four characters a word.
  void count_wide(std::string_view word) {
    const bool is_wide = std::any_of(word.begin(), word.end(), [](char c) { return c < 0; });
    if (is_wide) stats_.words += static_cast<std::uint32_t>(word.size() / 12) - 1;
  }

  std::string_view text_;
  const Words& words_;
  const TitleWords& title_;
  const WordFilter& known_;
  Stats& stats_;
  PhraseFinder phrases_;
  std::uint64_t seconds_ = 0;  // those of the last word
  const Entry* last_ = nullptr;
  std::size_t behind_last_ = 0, first_end_ = 0;  // where the last word ends, and the first
};

}  // namespace

TitleWords::TitleWords(std::string_view title, const Words& words) : known_(words.filter()) {
  for (const WordKey& key : split_words(title)) {
    if (std::find(words_.begin(), words_.end(), key) != words_.end()) continue;
    if (words_.size() >= 64) break;  // no title is longer
    words_.push_back(key);
    const std::uint64_t hash = key.hash();
    filter_[hash >> 6 & 3] |= 1ull << (hash & 63);
    known_.add(hash);
  }
}

namespace {

// 64 bytes at a time by their masks, which `masks_at` finds.
template <CharacterMasks (*masks_at)(std::string_view, std::size_t)>
[[gnu::always_inline]] inline Stats count_by(std::string_view text, Span block, const Words& words,
                                             const TitleWords& title) {
  Stats stats;
  stats.bytes = static_cast<std::uint32_t>(block.size());
  if (block.size() == 0) return stats;
  stats.first = text[block.start];
  stats.last = text[block.end - 1];
  WordCounter counter(text, block.end, words, title, stats);
  std::array<std::size_t, 256> edges;  // where words begin and end
  std::size_t edge_count = 0;
  std::uint64_t in_word_before = 0;  // whether a word goes on from the chunk before
  std::uint64_t open_sign = 0;       // bytes at the start of the next chunk that end a long sign
  for (std::size_t at = block.start; at < block.end; at += 64) {
    const CharacterMasks masks = masks_at(text, at);
    const std::size_t size = std::min<std::size_t>(block.end - at, 64);
    const std::uint64_t inside = ~std::uint64_t{0} >> (64 - size);
    const std::uint64_t tails = masks.leads << 1 | masks.leads << 2 | open_sign;
    open_sign = masks.leads >> 63 | masks.leads >> 62;
    const std::uint64_t in_words = masks.in_word & inside & ~tails;
    const std::uint64_t turns = in_words ^ (in_words << 1 | in_word_before);
    in_word_before = in_words >> 63;
    const bool ends_here = at + size == block.end || class_of(text[at + size]) & follows_sentence;
    const std::uint64_t before_followers = (masks.followers & inside) >> 1 | std::uint64_t{ends_here}
                                                                                 << (size - 1);
    stats.digits += ones(masks.digits & in_words);
    stats.capitalised += ones(masks.capitals & in_words & turns);
    stats.sentences += ones(masks.stops & inside & before_followers);
    stats.commas += ones(masks.commas & inside);
    stats.separators += ones(masks.separators & inside);
    stats.code_signs += ones(masks.code & inside);
    for (std::uint64_t rest = turns; rest; rest &= rest - 1) edges[edge_count++] = at + place(rest);
    if (edge_count + 65 <= edges.size()) continue;
    counter.add(edges.data(), edge_count);
    edges[0] = edges[edge_count - 1];  // where a word is open, it goes on from there
    edge_count &= 1;
  }
  if (edge_count & 1) edges[edge_count++] = block.end;
  counter.add(edges.data(), edge_count);
  return stats;
}

#ifdef __x86_64__
[[gnu::target("avx2,bmi,popcnt")]] Stats count_in_wide_steps(std::string_view text, Span block,
                                                             const Words& words, const TitleWords& title) {
  return count_by<masks_in_two>(text, block, words, title);
}

bool has_wide_steps() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}
#endif

}  // namespace

Stats count(std::string_view text, Span block, const Words& words, const TitleWords& title) {
#ifdef __x86_64__
  static const bool wide = has_wide_steps();
  if (wide) return count_in_wide_steps(text, block, words, title);
#endif
  return count_by<masks_of>(text, block, words, title);
}

Stats count(std::string_view text, const Words& words, const TitleWords& title) {
  return count(text, {0, text.size()}, words, title);
}

}  // namespace presscut::clean
