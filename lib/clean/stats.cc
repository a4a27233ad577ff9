#include "clean/stats.h"

#include <bit>

#include "clean/characters.h"

namespace presscut::clean {
namespace {

constexpr std::size_t longest_word = 32;

// The next folded word at or behind `at`; false where there is none. Long words are cut.
bool next_word(std::string_view text, std::size_t& at, char* word, std::size_t& size) {
  while (at < text.size() && !in_word(text[at])) at += sign_length(text[at]);
  size = 0;
  for (; at < text.size() && in_word(text[at]); ++at)
    if (size < longest_word) word[size++] = lower(text[at]);
  return size > 0;
}

class Counter {
 public:
  Counter(std::string_view text, const Words& words) : text_(text), words_(words) {}

  Stats count() {
    stats_.bytes = static_cast<std::uint32_t>(text_.size());
    if (text_.empty()) return stats_;
    stats_.first = text_.front();
    stats_.last = text_.back();
    std::uint32_t hash = 2166136261u;
    for (std::size_t at = 0; at < text_.size();) {
      if (!in_word(text_[at])) {
        at += count_sign(at);
        continue;
      }
      const std::size_t start = at;
      char word[longest_word];
      std::size_t size = 0;
      bool ascii = true;
      std::uint32_t word_digits = 0;
      for (; at < text_.size() && in_word(text_[at]); ++at) {
        const char c = lower(text_[at]);
        if (size < longest_word) word[size++] = c;
        ascii &= static_cast<unsigned char>(c) < 0x80;
        word_digits += c >= '0' && c <= '9';
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
      }
      stats_.digits += word_digits;
      stats_.capitalised += text_[start] >= 'A' && text_[start] <= 'Z';
      count_words(at - start, ascii);
      if (const Entry* entry = words_.find({word, size})) note(*entry, at);
      first_word_ = false;
    }
    stats_.fingerprint = hash;
    return stats_;
  }

 private:
  // Scripts without blanks between words: three bytes a character, about two characters a word.
  void count_words(std::size_t bytes, bool ascii) {
    stats_.words += ascii || bytes < 30 ? 1 : static_cast<unsigned>(bytes / 12);
  }

  std::size_t count_sign(std::size_t at) {
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    switch (text_[at]) {
      case '.':
      case '!':
      case '?':
        stats_.sentences +=
            next == ' ' || next == '"' || next == '\n' || static_cast<unsigned char>(next) == 0xE2;
        break;
      case ',': ++stats_.commas; break;
      case '|':
      case '/':
      case '>': ++stats_.separators; [[fallthrough]];
      case '<': stats_.code_signs += text_[at] != '|' && text_[at] != '/'; break;
      case '{':
      case '}':
      case ';':
      case '=': ++stats_.code_signs; break;
      default: break;
    }
    return sign_length(text_[at]);
  }

  void note(const Entry& entry, std::size_t behind) {
    if (entry.languages) {
      ++stats_.stop_words;
      for (std::uint32_t rest = entry.languages; rest; rest &= rest - 1) {
        std::uint8_t& votes = stats_.votes[static_cast<std::size_t>(std::countr_zero(rest))];
        votes = static_cast<std::uint8_t>(votes + (votes < 255));
      }
    }
    for (const std::uint16_t number : entry.phrases) {
      const Phrase& phrase = words_.phrase(number);
      if (phrase.place != Place::any && !first_word_) continue;
      if (!matches(phrase, behind)) continue;
      stats_.reasons |= bit(phrase.reason);
      std::uint16_t& best = phrase.sure ? stats_.sure_phrase : stats_.hint_phrase;
      if (best == Stats::none || words_.phrase(best).words.size() < phrase.words.size()) best = number;
      break;
    }
  }

  bool matches(const Phrase& phrase, std::size_t at) const {
    char word[longest_word];
    std::size_t size = 0;
    for (std::size_t i = 1; i < phrase.words.size(); ++i)
      if (!next_word(text_, at, word, size) || phrase.words[i] != std::string_view(word, size)) return false;
    return phrase.place != Place::whole || !next_word(text_, at, word, size);
  }

  std::string_view text_;
  const Words& words_;
  Stats stats_;
  bool first_word_ = true;
};

}  // namespace

Stats count(std::string_view text, const Words& words) { return Counter(text, words).count(); }

}  // namespace presscut::clean
