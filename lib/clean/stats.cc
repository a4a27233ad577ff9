#include "clean/stats.h"

#include <algorithm>

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
    for (std::size_t at = start_; at < end_;) {
      const std::uint8_t first = class_of(text_[at]);
      if (first & in_word) {
        at = count_word(at, first);
      } else if (text_[at] == ' ') {
        ++at;
      } else {
        if (first & sign) count_sign(at);
        at += sign_length(text_[at]);
      }
    }
    return stats_;
  }

 private:
  std::size_t count_word(std::size_t start, std::uint8_t first) {
    const WordScan word = scan_word(text_, start);
    const std::size_t at = word.end;
    stats_.digits += word.digits;
    stats_.capitalised += (first & capital) != 0;
    // Scripts without blanks between words: three bytes a character, about four characters a word.
    stats_.words += word.is_wide && at - start >= 30 ? static_cast<std::uint32_t>((at - start) / 12) : 1;
    const WordKey key = key_of(text_, start, at);
    const std::uint64_t hash = key.hash();
    stats_.fingerprint = (stats_.fingerprint ^ hash) * 0x9E3779B97F4A7C15ull;
    stats_.title_words += title_.has(key, hash);
    if (const Entry* entry = words_.find(key, hash)) note(*entry, at);
    first_word_ = false;
    return at;
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
    if (entry.language != Entry::none) {
      std::uint8_t& votes = stats_.votes[static_cast<std::size_t>(entry.language)];
      votes = static_cast<std::uint8_t>(votes + (votes < 255));
    }
    if (!entry.phrases.empty()) note_phrases(entry, behind);
  }

  // The phrases of an entry share their first word; the second one rules most of them out at once.
  void note_phrases(const Entry& entry, std::size_t behind) {
    const std::size_t start = next_word(behind);
    const std::size_t end = start < end_ ? word_end(text_, start) : start;
    const WordKey second = key_of(text_, start, end);
    for (const std::uint16_t number : entry.phrases) {
      const Phrase& phrase = words_.phrase(number);
      if ((phrase.place == Place::whole || phrase.place == Place::start) && !first_word_) continue;
      if (phrase.words.size() > 1 && phrase.words[1] != second) continue;
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
    return phrase.place != Place::whole || next_word(at) == end_;
  }

  std::string_view text_;
  std::size_t start_, end_;
  const Words& words_;
  const TitleWords& title_;
  Stats stats_;
  bool first_word_ = true;
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
