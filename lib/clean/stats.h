// What is counted in the text of one block.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/words.h"
#include "page/page.h"

namespace presscut::clean {

struct Stats {
  static constexpr std::uint16_t none = 0xFFFF;

  std::uint32_t bytes = 0;
  std::uint32_t words = 0;
  std::uint32_t stop_words = 0;
  std::uint32_t capitalised = 0;  // words that begin with an ASCII capital
  std::uint32_t digits = 0;
  std::uint32_t sentences = 0;  // ends of sentences: . ! ? before a blank or the end
  std::uint32_t commas = 0;
  std::uint32_t separators = 0;      // | · » › / and arrows, which stand between links
  std::uint32_t code_signs = 0;      // { } ; = < > which stand in leaked CSS and script
  std::uint32_t title_words = 0;     // words that stand in the title, too
  std::uint64_t fingerprint = 0;     // equal for equal words in equal order
  std::uint32_t reasons = 0;         // bits of the reasons that its phrases speak for
  std::uint16_t sure_phrase = none;  // the longest phrase that decides, if any
  std::uint16_t hint_phrase = none;  // the longest phrase that only hints
  char first = 0, last = 0;          // its first and last byte
  // Stop words of one language alone, at most 255 each; behind them what no one language owns.
  std::array<std::uint8_t, max_languages + 1> votes{};
};

/// The words of a title, for asking quickly whether a word is one of them. Words of one hash are taken for
/// the same.
class TitleWords {
 public:
  TitleWords(std::string_view title, const Words& words);

  std::size_t size() const { return size_; }
  bool has(std::uint64_t hash) const { return hashes_[place_of(hash)] == hash; }

  /// Tells most words that are neither in the title nor in the tables.
  const WordFilter& filter() const { return known_; }

 private:
  static constexpr std::size_t most = 64;  // no title is longer
  static constexpr std::size_t places = 4 * most;

  // Of a hash that is there, or the empty one where it belongs.
  std::size_t place_of(std::uint64_t hash) const {
    std::size_t at = hash >> 32 & (places - 1);
    while (hashes_[at] != hash && hashes_[at] != 0) at = (at + 1) & (places - 1);
    return at;
  }

  std::array<std::uint64_t, places> hashes_{};
  std::size_t size_ = 0;  // no word twice
  WordFilter known_;
};

/// Counts each of the blocks of `text`; one pass.
std::vector<Stats> count(std::string_view text, std::span<const page::Block> blocks, const Words& words,
                         const TitleWords& title);
Stats count(std::string_view text, Span block, const Words& words, const TitleWords& title);
Stats count(std::string_view text, const Words& words, const TitleWords& title);

/// A bit for each reason.
constexpr std::uint32_t bit(Reason reason) { return 1u << static_cast<unsigned>(reason); }

}  // namespace presscut::clean
