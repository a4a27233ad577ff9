// How a number is built of its words.
//
// The words fill places from left to right: "two hundred and twenty-five" is 2 x 100, then 20 in the free
// tens, then 5 in the free ones. A word that does not fit into a free place starts a new number ("nineteen
// seventy" are two, which is what a reader of years wants). A scale multiplies what stands before it.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>

#include "numerals/numerals.h"
#include "numerals/tables.h"
#include "tables/tables.h"

namespace presscut::numerals {
namespace {

double number(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size())
    throw std::runtime_error("numerals: " + std::string(cell) + " is no number");
  return value;
}

// What a word leaves free below it: "twenty" the ones, "doscientos" tens and ones.
double free_below(double value) {
  double place = 1;
  while (place * 10 <= value && std::fmod(value, place * 10) == 0) place *= 10;
  return value == 10 ? 1 : place;
}

// A number while its words come in.
class Sum {
 public:
  bool add(double value) {
    if (value == 0 ? any_ : value >= free_) return false;
    group_ += value;
    free_ = value == 0 ? 10 : free_below(value);  // "zero five" is 5, as 05 is
    any_ = true;
    last_scale_ = 1;
    return true;
  }

  bool multiply(double scale) {
    if (any_ && group_ == 0 && total_ == 0) return false;  // zero
    if (scale < 1000) {                                    // a hundred, a dozen: of the group
      if ((group_ >= scale && scale != 12) || (any_ && group_ == 0)) return false;
      group_ = (any_ ? group_ : 1) * scale;
      free_ = scale;
    } else if (group_ == 0 && last_scale_ >= 1000) {  // "a thousand million"
      total_ += part_ * (scale - 1);
      part_ *= scale;
      scale *= last_scale_;
    } else if (scale < limit_) {
      part_ = (any_ ? group_ : 1) * scale;
      total_ += part_;
      group_ = 0;
      free_ = 1000;
      limit_ = scale;
    } else {
      return false;
    }
    any_ = true;
    last_scale_ = scale;
    return true;
  }

  bool any() const { return any_; }
  double value() const { return total_ + group_; }
  double free() const { return free_; }
  double last_scale() const { return last_scale_; }

 private:
  double total_ = 0;
  double part_ = 0;  // what the last scale added
  double group_ = 0;
  double free_ = 1e300;
  double limit_ = 1e300;
  double last_scale_ = 1;  // of the last word, where that was a scale
  bool any_ = false;
};

// Within a word stands the stem of a number: "ein", not "einer".
template <typename Spelled>
bool is_stem(std::string_view one, double value, const Spelled& ones) {
  return std::none_of(ones.begin(), ones.end(), [&](const auto& other) {
    return other.second.value == value && other.first.size() < one.size() && one.starts_with(other.first);
  });
}

}  // namespace

Words::Words(std::string_view table, std::string_view rows) {
  const tables::Table parsed(table, rows);
  PhraseList phrases;
  const auto add = [&](std::string phrase, Word word) {
    phrases.emplace_back(std::move(phrase), static_cast<std::uint32_t>(words_.size()));
    words_.push_back(word);
  };
  std::string inside;  // what joins ones and tens within a word
  bool joins = false;  // tens and ones may be one word
  std::vector<std::pair<std::string, Word>> ones, tens;
  for (const auto& row : parsed.rows()) {
    const std::string word(row.cells[0]);
    const std::string_view role = row.cells[1];
    const double value = number(row.cells[2]);
    if (role == "number" || role == "ordinal") {
      add(word, {Role::number, role == "ordinal", value});
      if (value >= 1 && value <= 9) ones.push_back({word, words_.back()});
      if (value >= 20 && value <= 90) tens.push_back({word, words_.back()});
    } else if (role == "scale" || role == "ordinal_scale") {
      add(word, {Role::scale, role == "ordinal_scale", value});
    } else if (role == "scales") {
      add(word, {Role::scales, false, value});
    } else if (role == "joint" || role == "article" || role == "half") {
      add(word, {role == "joint"     ? Role::joint
                 : role == "article" ? Role::article
                                     : Role::half,
                 false, value});
    } else if (role == "joins") {
      joins = true;
    } else if (role == "inside") {
      inside = word;
    } else {
      throw std::runtime_error(parsed.reference(row) + ": no such role as " + std::string(role));
    }
  }
  for (const auto& [one, unit] : ones)
    for (const auto& [ten, word] : tens) {
      const double value = unit.value + word.value;
      if (!inside.empty() && is_stem(one, unit.value, ones))
        add(one + inside + ten, {Role::number, word.ordinal, value});
      if (joins && !word.ordinal) add(ten + one, {Role::number, unit.ordinal, value});
    }
  if (!inside.empty()) compounds_ = Compounds(whole_words(phrases), inside);
  for (const auto& [phrase, number] : phrases) {
    const Role role = words_[number].role;
    if (role != Role::joint && role != Role::scales)
      starts_.set(text::tokenize(phrase)[0].hash % starts_.size());
  }
  phrases_ = tables::Phrases(phrases);
}

// Words that a compound may be made of.
std::vector<Compounds::Part> Words::whole_words(const PhraseList& phrases) const {
  std::vector<Compounds::Part> parts;
  for (const auto& [word, number] : phrases) {
    const Word& known = words_[number];
    if ((known.role == Role::number || known.role == Role::scale) && !known.ordinal &&
        word.find(' ') == std::string::npos && known.value >= 1 && known.value == std::floor(known.value))
      parts.push_back({word, known.value, known.role == Role::scale});
  }
  return parts;
}

// The word at `tokens[at]`, and how many tokens it takes; 0 where it is none of numbers.
std::size_t Words::word_at(std::span<const text::Token> tokens, std::size_t at, Word& word) const {
  if (const tables::Phrases::Match match = phrases_.longest(tokens, at); match.tokens > 0) {
    word = words_[match.number];
    return match.tokens;
  }
  const double value = compounds_.value_of(tokens[at].hash);
  if (value == 0) return 0;
  word = {Role::number, false, value};
  return 1;
}

std::optional<Numeral> Words::search(std::span<const text::Token> tokens, std::size_t at) const {
  static const std::uint64_t hyphen = text::hash_of("-"), comma = text::hash_of(",");
  Sum sum;
  Numeral result, before_joint;
  bool joint = false, joint_fits = true, article = false;
  double half = 0;
  for (std::size_t i = at; i < tokens.size();) {
    if (i > at && tokens[i].line_before) break;
    if (sum.any() && tokens[i].hash == hyphen && !tokens[i].space_before && i + 1 < tokens.size() &&
        !tokens[i + 1].space_before)
      ++i;
    if (sum.last_scale() >= 1000 && !joint && tokens[i].hash == comma) {  // "two million, three hundred"
      joint = true;
      before_joint = result;
      ++i;
    }
    if (i >= tokens.size()) break;
    Word word;
    const std::size_t taken = word_at(tokens, i, word);
    if (taken == 0) break;
    if (word.role == Role::joint) {  // counts when a number follows
      if (!sum.any() || joint) break;
      joint = true;
      joint_fits = sum.free() >= word.value;
      before_joint = result;
      i += taken;
      continue;
    }
    if (word.role == Role::half) {
      if (half > 0 || (sum.any() && !joint && !article)) break;
      half = word.value;
      article = false;
      const double of = sum.last_scale() >= 1000 ? sum.last_scale() : 1;  // "a million and a half"
      if (sum.any()) result = {sum.value() + half * of, 1, false, i + taken - at};
      if (sum.any()) return result;
      i += taken;
      continue;
    }
    if (word.role == Role::article) {  // "a hundred", "half a dozen", "two and a half"
      if (article || (sum.any() && !joint)) break;
      article = true;
      i += taken;
      continue;
    }
    if (word.role == Role::number) {
      if (article || half > 0 || (joint && !joint_fits) || !sum.add(word.value)) break;
    } else if ((word.role == Role::scales && !sum.any()) || !sum.multiply(word.value)) {
      // What was joined is a number of its own: "between one hundred and two hundred".
      if (before_joint.tokens > 0) return before_joint;
      break;
    }
    i += taken;
    joint = article = false;
    joint_fits = true;
    result = {half > 0 ? sum.value() * half : sum.value(), sum.last_scale(), word.ordinal, i - at};
    if (word.ordinal || half > 0) break;
  }
  if (result.tokens == 0) return std::nullopt;
  return result;
}

std::optional<Numeral> Words::read_scale(std::span<const text::Token> tokens, std::size_t at) const {
  const tables::Phrases::Match match = phrases_.longest(tokens, at);
  if (match.tokens == 0) return std::nullopt;
  const Word& word = words_[match.number];
  if ((word.role != Role::scale && word.role != Role::scales) || word.ordinal) return std::nullopt;
  return Numeral{word.value, word.value, false, match.tokens};
}

const Words* words(std::string_view language) {
  if (language == "en") {
    static const Words english("numerals.en.tsv", embedded::numerals_en_tsv);
    return &english;
  }
  if (language == "es") {
    static const Words spanish("numerals.es.tsv", embedded::numerals_es_tsv);
    return &spanish;
  }
  if (language == "de") {
    static const Words german("numerals.de.tsv", embedded::numerals_de_tsv);
    return &german;
  }
  if (language == "fr") {
    static const Words french("numerals.fr.tsv", embedded::numerals_fr_tsv);
    return &french;
  }
  return nullptr;
}

}  // namespace presscut::numerals
