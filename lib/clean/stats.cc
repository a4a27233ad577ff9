#include "clean/stats.h"

#include <algorithm>
#include <bit>

namespace presscut::clean {
namespace {

class Counter {
 public:
  Counter(std::string_view text, Span block, const Words& words, const TitleWords& title)
      : text_(text), start_(block.start), end_(block.end), words_(words), title_(title) {}

  Stats count() {
    stats_.bytes = static_cast<std::uint32_t>(end_ - start_);
    if (start_ == end_) return stats_;
    stats_.first = text_[start_];
    stats_.last = text_[end_ - 1];
    for (std::size_t at = start_; at < end_; at += 64) count_chunk(at);
    if (is_open_) count_word(open_word_, end_);
    return stats_;
  }

 private:
  static std::size_t place(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

  // Counts 64 bytes by their masks: bits go from chunk to chunk where a word or a long sign goes on.
  void count_chunk(std::size_t at) {
    const CharacterMasks masks = masks_of(text_, at);
    const std::uint64_t inside = end_ - at >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (end_ - at)) - 1;
    const std::uint64_t tails = masks.leads << 1 | masks.leads << 2 | open_sign_;
    open_sign_ = masks.leads >> 63 | masks.leads >> 62;
    const std::uint64_t words = masks.in_word & inside & ~tails;
    const std::uint64_t before = words << 1 | std::uint64_t{is_open_};
    std::uint64_t starts = words & ~before;
    std::uint64_t ends = ~words & before;
    stats_.digits += static_cast<std::uint32_t>(std::popcount(masks.digits & words));
    stats_.capitalised += static_cast<std::uint32_t>(std::popcount(masks.capitals & starts));
    std::uint64_t signs = inside & ~(masks.in_word | masks.spaces | masks.leads | tails);
    for (; signs; signs &= signs - 1) {
      const std::size_t place_of_sign = at + place(signs);
      if (class_of(text_[place_of_sign]) & sign) count_sign(place_of_sign);
    }
    for (; ends; ends &= ends - 1) {
      if (!is_open_) {
        open_word_ = at + place(starts);
        starts &= starts - 1;
      }
      is_open_ = false;
      count_word(open_word_, at + place(ends));
    }
    if (starts) {
      open_word_ = at + place(starts);
      is_open_ = true;
    }
  }

  [[gnu::always_inline]] void count_word(std::size_t start, std::size_t end) {
    stats_.words += end - start < 30 ? 1 : count_wide(start, end);
    const WordKey key = key_of(text_, start, end);
    const std::uint64_t hash = key.hash();
    stats_.fingerprint = (stats_.fingerprint ^ hash) * 0x9E3779B97F4A7C15ull;
    stats_.title_words += title_.has(key, hash);
    if (opening_) {
      if (opening_->seconds >> (hash & 63) & 1) note_phrases(*opening_, behind_opening_, opens_block_);
      opening_ = nullptr;
    }
    if (const Entry* entry = words_.find(key, hash)) note(*entry, end);
    first_word_ = false;
  }

  // Scripts without blanks between words: three bytes a character, about four characters a word.
  [[gnu::noinline]] std::uint32_t count_wide(std::size_t start, std::size_t end) const {
    const std::string_view word = text_.substr(start, end - start);
    const bool is_wide = std::any_of(word.begin(), word.end(), [](char c) { return c < 0; });
    return is_wide ? static_cast<std::uint32_t>(word.size() / 12) : 1;
  }

  void count_sign(std::size_t at) {
    const char next = at + 1 < end_ ? text_[at + 1] : ' ';
    switch (text_[at]) {
      case '.':
      case '!':
      case '?':
        stats_.sentences +=
            next == ' ' || next == '"' || next == '\n' || static_cast<unsigned char>(next) == 0xE2;
        break;
      case ',': ++stats_.commas; break;
      case '|':
      case '/': ++stats_.separators; break;
      case '>': ++stats_.separators; [[fallthrough]];
      default: ++stats_.code_signs;
    }
  }

  void note(const Entry& entry, std::size_t behind) {
    stats_.stop_words += entry.is_stop_word;
    std::uint8_t& votes = stats_.votes[entry.language];
    votes = static_cast<std::uint8_t>(votes + (votes < 255));
    if (entry.has_word_phrase) return note_phrases(entry, behind, first_word_);
    if (entry.phrases.empty()) return;
    opening_ = &entry;
    behind_opening_ = behind;
    opens_block_ = first_word_;
  }

  // The phrases of an entry share their first word, which ends at `behind`. Rare: kept out of the words'
  // loop.
  [[gnu::noinline]] void note_phrases(const Entry& entry, std::size_t behind, bool at_start) {
    for (const std::uint16_t number : entry.phrases) {
      const Phrase& phrase = words_.phrase(number);
      if (phrase.place <= Place::start && !at_start) continue;
      if (!matches(phrase, behind)) continue;
      stats_.reasons |= bit(phrase.reason);
      std::uint16_t& best = phrase.sure ? stats_.sure_phrase : stats_.hint_phrase;
      if (best == Stats::none || words_.phrase(best).words.size() < phrase.words.size()) best = number;
      break;
    }
  }

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
  std::size_t start_, end_;
  const Words& words_;
  const TitleWords& title_;
  Stats stats_;
  bool first_word_ = true;
  const Entry* opening_ = nullptr;  // the last word, where phrases of more words begin with it
  std::size_t behind_opening_ = 0;
  bool opens_block_ = false;
  bool is_open_ = false;  // a word goes on into the next chunk, from open_word_ on
  std::size_t open_word_ = 0;
  std::uint64_t open_sign_ = 0;  // bytes at the start of the next chunk that end a long sign
};

}  // namespace

TitleWords::TitleWords(std::string_view title) {
  for (const WordKey& key : split_words(title)) {
    if (std::find(words_.begin(), words_.end(), key) != words_.end()) continue;
    if (words_.size() >= 64) break;  // no title is longer
    words_.push_back(key);
    filter_ |= 1ull << (key.hash() & 63);
  }
}

Stats count(std::string_view text, Span block, const Words& words, const TitleWords& title) {
  return Counter(text, block, words, title).count();
}

Stats count(std::string_view text, const Words& words, const TitleWords& title) {
  return count(text, {0, text.size()}, words, title);
}

}  // namespace presscut::clean
