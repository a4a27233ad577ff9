#include "tally/words.h"

#include <algorithm>
#include <limits>
#include <set>

#include "tables/tables.h"
#include "tally/tables.h"
#include "text/tokens.h"

namespace presscut::tally {
namespace {

constexpr std::size_t sketch_size = 16;
constexpr std::size_t run_words = 3;

const std::set<std::string, std::less<>>& commonplace() {
  static const auto words = [] {
    std::set<std::string, std::less<>> all;
    const tables::Table table("commonplace.en.tsv", embedded::commonplace_en_tsv);
    for (const auto& row : table.rows()) all.insert(std::string(row.cells[0]));
    return all;
  }();
  return words;
}

bool ends_sentence(std::string_view mark) { return mark == "." || mark == "!" || mark == "?" || mark == ":"; }

// "nurses" -> "nurse", "airmen" -> "airman", "ministries" -> "ministry".
std::string singular(std::string word) {
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  if (word.size() > 4 && ends("ies")) return word.substr(0, word.size() - 3) + 'y';
  if (word.size() > 4 && ends("men")) return word.substr(0, word.size() - 3) + "man";
  if (word.size() > 3 && ends("s") && !ends("ss") && !ends("us")) word.pop_back();
  return word;
}

std::uint64_t mix(std::uint64_t x) {  // splitmix64
  x += 0x9E3779B97F4A7C15ull;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

}  // namespace

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  return mix(text::fnv1a(bytes, text::fnv_basis ^ seed));
}

bool is_name(std::string_view word) { return !word.empty() && text::fold(word) != word; }

std::vector<std::string> topic_words(std::string_view passage) {
  std::vector<std::string> words;
  bool starts_sentence = true;
  for (const text::Token& token : text::tokenize(passage)) {
    const std::string_view written = slice(passage, token.span());
    if (token.kind == text::TokenKind::word) {
      const std::string folded = text::fold(written);
      const bool name = token.capital && !starts_sentence && !token.blank_before;
      const std::string word = singular(folded);
      if (text::count_code_points(written) > 2 && !commonplace().contains(folded) &&
          !commonplace().contains(word))
        words.push_back(name ? std::string(written) : word);
      starts_sentence = false;
    } else if (token.kind == text::TokenKind::number) {
      starts_sentence = false;
    } else if (ends_sentence(written)) {
      starts_sentence = true;
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::string head_of(std::string_view who) {
  if (who.find(" and ") != std::string_view::npos) return "";  // "soldiers and officers": either
  const auto words = topic_words("x " + std::string(who));
  const auto folded = text::folded_words(who);
  for (auto at = folded.rbegin(); at != folded.rend(); ++at)
    for (const std::string& word : topic_words(*at))
      if (std::find(words.begin(), words.end(), word) != words.end()) return word;
  return "";
}

std::vector<std::uint32_t> sketch(std::string_view passage) {
  const std::vector<std::string> words = text::folded_words(passage);
  std::vector<std::uint32_t> least(sketch_size, std::numeric_limits<std::uint32_t>::max());
  for (std::size_t i = 0; i + run_words <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = 0; k < run_words; ++k) run = hash_of(words[i + k], run);
    for (std::size_t k = 0; k < sketch_size; ++k)
      least[k] = std::min(least[k], static_cast<std::uint32_t>(mix(run + k) >> 32));
  }
  if (words.size() < run_words) least.clear();
  return least;
}

double resemblance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.size() != sketch_size || b.size() != sketch_size) return 0;
  std::size_t same = 0;
  for (std::size_t k = 0; k < sketch_size; ++k) same += a[k] == b[k];
  return static_cast<double>(same) / sketch_size;
}

}  // namespace presscut::tally
