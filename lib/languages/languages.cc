#include "languages/languages.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "languages/tables.h"
#include "tables/tables.h"
#include "text/tokens.h"

namespace presscut::languages {
namespace {

constexpr std::size_t piece = 20;  // tokens that are looked at at once

bool is_clear(const Evidence& evidence) {
  const std::size_t& most = evidence.words[evidence.leading()];
  return std::all_of(evidence.words.begin(), evidence.words.end(),
                     [&](const std::size_t& count) { return &count == &most || most >= 2 * count + 4; });
}

struct Word {
  std::size_t number = 0;
  std::array<bool, all.size()> of{};
};

// The commonest words of each language, by their hashes.
using Words = std::unordered_map<std::uint64_t, Word>;
const Words& common_words() {
  static const Words words = [] {
    Words result;
    const tables::Table table("common.tsv", embedded::common_tsv);
    for (const auto& row : table.rows()) {
      const auto at = std::find(all.begin(), all.end(), row.cells[1]);
      if (at == all.end()) throw std::runtime_error(table.reference(row) + ": no language of the finders");
      const std::size_t number = result.size();
      Word& word = result.try_emplace(text::hash_of(row.cells[0]), Word{number, {}}).first->second;
      word.of[static_cast<std::size_t>(at - all.begin())] = true;
    }
    return result;
  }();
  return words;
}

// Counts each word once: a product that is called "Al" on every line makes no Spanish.
class Count {
 public:
  void add(const text::Token& token) {
    const auto word = common_words().find(token.hash);
    if (word == common_words().end() || seen_[word->second.number]) return;
    seen_[word->second.number] = true;
    for (std::size_t i = 0; i < all.size(); ++i) evidence_.words[i] += word->second.of[i];
  }
  Evidence evidence() const {
    Evidence result = evidence_;
    result.clear = is_clear(result);
    return result;
  }

 private:
  std::vector<bool> seen_ = std::vector<bool>(common_words().size());
  Evidence evidence_;
};

}  // namespace

std::size_t Evidence::leading() const {
  return static_cast<std::size_t>(std::max_element(words.begin(), words.end()) - words.begin());
}

Evidence evidence(std::string_view text) {
  Count count;
  std::vector<text::Token> tokens;
  for (std::size_t at = 0; at < std::min(text.size(), sample) && !count.evidence().clear;) {
    tokens.clear();
    at = text::tokenize(text, at, piece, tokens);
    for (const text::Token& token : tokens) count.add(token);
  }
  return count.evidence();
}

std::string_view beginning(std::string_view text) {
  std::size_t end = std::min(text.size(), sample);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(0, end);
}

}  // namespace presscut::languages
