#include "tally/words.h"

#include <algorithm>

#include "tables/tables.h"
#include "tally/tables.h"
#include "text/token_window.h"

namespace presscut::tally {
namespace {

bool is_commonplace(std::string_view folded) {
  static const auto words = [] {
    tables::Lookup<bool> all;
    const tables::Table table("commonplace.en.tsv", embedded::commonplace_en_tsv);
    for (const auto& row : table.rows()) all.add(std::string(row.cells[0]), true);
    return all;
  }();
  return words.find(folded) != nullptr;
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

bool is_name(std::string_view word) { return is_name(word, text::fold(word)); }

std::vector<std::string> topic_words(std::string_view passage) {
  std::vector<std::string> words;
  bool starts_sentence = true;
  const text::TokenWindow tokens(passage);  // a passage may be a whole text without a stop
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const text::Token token = tokens[i];
    const std::string_view written = slice(passage, token.span());
    if (token.kind == text::TokenKind::word) {
      const std::string folded = text::fold(written);
      const bool name = token.capital && !starts_sentence && !token.blank_before;
      const std::string word = singular(folded);
      if (text::count_code_points(written) > 2 && !is_commonplace(folded) && !is_commonplace(word))
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

void add_lines(std::string_view words, std::vector<std::string_view>& lines) {
  for (; !words.empty(); words.remove_prefix(std::min(words.find('\n'), words.size() - 1) + 1))
    lines.push_back(words.substr(0, words.find('\n')));
}

std::vector<std::string_view> lines_of(std::string_view words) {
  std::vector<std::string_view> lines;
  lines.reserve(static_cast<std::size_t>(std::count(words.begin(), words.end(), '\n')) + 1);
  add_lines(words, lines);
  return lines;
}

}  // namespace presscut::tally
