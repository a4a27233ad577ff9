#include "figures/view.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "figures/interval.h"
#include "sentences/sentences.h"

namespace presscut::figures {
namespace {

constexpr std::size_t longest_sentence = 300;  // tokens
constexpr std::size_t longest_phrase = 7;      // words of a noun phrase

using text::Token;
using text::TokenKind;

}  // namespace

View::View(std::string_view text, Pieces found, const Lexicon& lexicon)
    : text_(text), found_(std::move(found)), lexicon_(lexicon), tokens_(text) {
  split();
}

const Sentence& View::sentence(std::size_t at) const {
  const auto known = read_.find(at);
  return known != read_.end() ? known->second : read_.emplace(at, read(at)).first->second;
}

Sentence View::read(std::size_t at) const {
  Sentence sentence;
  sentence.from = bounds_[at].from, sentence.to = bounds_[at].to;
  sentence.behind = at == 0 ? 0 : end_before(bounds_[at - 1].to);
  know(end_before(sentence.to));
  mark(sentence);
  place(sentence);
  place_nobody(sentence);
  sentence.marks.shrink_to_fit();
  sentence.counts.shrink_to_fit();
  return sentence;
}

bool View::is(std::size_t token, std::string_view word) const {
  return token < tokens_.size() && text::equal_ascii_fold(slice(text_, tokens_[token].span()), word);
}

bool View::people_at(const Sentence& sentence, std::size_t token) const {
  const Mark* mark = token < sentence.to ? mark_at(sentence, token) : nullptr;
  if (mark && mark->entry->is(Is::determiner)) ++token;
  const Phrase phrase = read_phrase(sentence, token);
  return !phrase.empty && phrase.noun == Noun::person;
}

std::span<const Mark> View::marks(const Sentence& sentence, std::size_t from, std::size_t to) const {
  const auto before = [](std::size_t token) { return [token](const Mark& mark) { return mark.at < token; }; };
  const auto first = std::partition_point(sentence.marks.begin(), sentence.marks.end(), before(from));
  const auto last = std::partition_point(first, sentence.marks.end(), before(std::max(from, to)));
  return {first, last};
}

bool View::in_one_clause(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (is(i, ";") || (is(i, ".") && i + 1 < tokens_.size() && tokens_[i + 1].capital)) return false;
  return true;
}

void View::split() {
  const std::vector<Span> spans = sentences::split(text_);
  bounds_.reserve(spans.size() + tokens_.size() / longest_sentence);
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(tokens_.size());
  for (const Span span : spans) {
    while (token < count && tokens_[token].end <= span.start) ++token;
    std::uint32_t from = token;
    while (token < count && tokens_[token].start < span.end) {
      if (++token - from < longest_sentence) continue;
      bounds_.push_back({from, token});
      from = token;
    }
    if (token > from) bounds_.push_back({from, token});
  }
}

std::size_t View::end_before(std::size_t token) const { return token == 0 ? 0 : tokens_[token - 1].end; }

// Takes what was found in the text until everything is there that begins before byte `end`.
void View::know(std::size_t end) const {
  while (known_ < end) {
    Piece piece;
    const bool more = found_(piece);
    std::move(piece.dates.begin(), piece.dates.end(), std::back_inserter(dates_));
    std::move(piece.numbers.begin(), piece.numbers.end(), std::back_inserter(numbers_));
    known_ = more ? piece.end : std::numeric_limits<std::size_t>::max();
  }
}

void View::forget_before(std::size_t at) const {
  read_.erase(read_.begin(), read_.lower_bound(at));
  if (read_.empty()) return;
  const std::size_t begin = read_.begin()->second.behind;
  while (!dates_.empty() && dates_.front().span.end <= begin) dates_.pop_front();
  while (!numbers_.empty() && numbers_.front().span.start < begin) numbers_.pop_front();
}

// A date begins in the first token that ends behind its start.
bool View::begins_date(std::size_t token) const {
  if (token >= tokens_.size()) return false;
  const std::size_t end = tokens_[token].end;
  know(end);
  if (dates_.empty()) return false;
  const std::size_t begin = end_before(token);
  const auto date = std::partition_point(dates_.begin(), dates_.end(),
                                         [&](const DateMention& d) { return d.span.start < begin; });
  return date != dates_.end() && date->span.start < end;
}

void View::mark(Sentence& sentence) const {
  const std::vector<Token> tokens = tokens_.between(sentence.from, sentence.to);
  const std::size_t begin = tokens.front().start;
  auto date = std::partition_point(dates_.begin(), dates_.end(),
                                   [&](const DateMention& d) { return d.span.end <= begin; });
  for (std::size_t at = sentence.from; at < sentence.to;) {
    const Token& token = tokens[at - sentence.from];
    while (date != dates_.end() && date->span.end <= token.start) ++date;
    std::size_t taken = 0;
    const bool dated = date != dates_.end() && date->span.start <= token.start && token.capital;
    const Entry* entry = dated ? nullptr : lexicon_.longest(tokens, at - sentence.from, taken);
    if (entry && entry->is(Is::goal) && is_name(sentence, at)) entry = nullptr, taken = 0;
    if (entry) sentence.marks.push_back({at, at + taken, entry});
    at += std::max<std::size_t>(taken, 1);
  }
}

// "said Threshold, the veterans' group": a capital between small letters.
bool View::is_name(const Sentence& sentence, std::size_t at) const {
  const auto is_small = [&](std::size_t i) {
    return i < sentence.to && tokens_[i].kind == TokenKind::word && !tokens_[i].capital;
  };
  if (!tokens_[at].capital || at < sentence.from + 2 || !is_small(at + 1)) return false;
  return is_small(at - 1) || is_small(at - 2);
}

// "Nobody has signed" counts 0.
void View::place_nobody(Sentence& sentence) const {
  for (const Mark& mark : sentence.marks) {
    if (!mark.entry->is(Is::nobody)) continue;
    Count count;
    count.span = {tokens_[mark.at].start, tokens_[mark.end - 1].end};
    count.at = mark.at, count.end = mark.end;
    count.low = count.high = 0;
    count.qualifier = "exact";
    count.phrase = read_phrase(sentence, mark.end);
    std::erase_if(sentence.counts,
                  [&](const Count& other) { return other.at >= count.at && other.at < count.end; });
    const auto behind = std::find_if(sentence.counts.begin(), sentence.counts.end(),
                                     [&](const Count& other) { return other.at > count.at; });
    sentence.counts.insert(behind, std::move(count));
  }
}

const Mark* View::mark_at(const Sentence& sentence, std::size_t token) const {
  const auto at = std::partition_point(sentence.marks.begin(), sentence.marks.end(),
                                       [&](const Mark& mark) { return mark.end <= token; });
  return at != sentence.marks.end() && at->at <= token ? &*at : nullptr;
}

// The numbers that begin behind the sentence before, and before this one ends.
void View::place(Sentence& sentence) const {
  const auto behind = [&](std::size_t byte) {
    return std::partition_point(numbers_.begin(), numbers_.end(),
                                [=](const NumberMention& number) { return number.span.start < byte; });
  };
  const auto last = behind(end_before(sentence.to));
  for (auto number = behind(sentence.behind); number < last; ++number)
    if (auto count = count_of(sentence, *number)) sentence.counts.push_back(*count);
}

std::optional<Count> View::count_of(const Sentence& sentence, const NumberMention& number) const {
  Count count;
  count.number = &number;
  count.span = number.span;
  if (!people_interval(number, slice(text_, number.span), count)) return std::nullopt;
  count.at = std::clamp(tokens_.first_ending_behind(number.span.start), sentence.from, sentence.to);
  count.end = count.at;
  while (count.end < sentence.to && tokens_[count.end].start < number.span.end) ++count.end;
  // "hundreds of librarians"
  const bool rough = !number.point && is(count.end, "of");
  count.phrase = read_phrase(sentence, count.end + rough);
  if (rough && count.phrase.empty) count.phrase.end = count.end;
  if (number.kind == "multiplier") {  // "4,000 times"
    count.phrase = {};
    count.phrase.end = count.end, count.phrase.noun = Noun::thing, count.phrase.empty = false;
  }
  for (std::size_t i = count.at; i < count.end; ++i)
    if (const Mark* mark = mark_at(sentence, i))
      count.phrase.more |= mark->entry->is(Is::more) && mark->entry->word != "more";
  return count;
}

Phrase View::read_phrase(const Sentence& sentence, std::size_t at) const {
  Phrase phrase;
  phrase.end = at;
  std::size_t unknown_end = at;
  // A group "of about 40" ends with the number; "40-strong", "14,000-signature" go on with a hyphen.
  std::size_t words = 0;
  for (std::size_t i = at; i < sentence.to && words < longest_phrase; ++i, ++words) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::punctuation) {
      const bool hyphen =
          word(i) == "-" && !token.space_before && i + 1 < sentence.to && !tokens_[i + 1].space_before;
      const bool apostrophe = token.hash == text::hash_of("'") && !token.space_before &&
                              i + 1 < sentence.to && !tokens_[i + 1].space_before && is(i + 1, "s");
      if (apostrophe) ++i;
      if (hyphen || apostrophe) continue;
      break;
    }
    if (token.kind == TokenKind::number || token.blank_before || begins_date(i) || is(i, "a") || is(i, "an"))
      break;
    const std::string folded = text::fold(word(i));
    const Mark* mark = mark_at(sentence, i);
    const Noun noun = lexicon_.noun(folded);
    const bool noun_follows = i + 1 < sentence.to && tokens_[i + 1].kind == TokenKind::word &&
                              lexicon_.noun(text::fold(word(i + 1))) == Noun::person;
    if (mark) {
      const Entry& entry = *mark->entry;
      if (entry.is(Is::more) && mark->at == i && (noun_follows || entry.word != "joined")) {
        phrase.more = true;
        if (entry.word == "others") phrase.noun = Noun::person, phrase.empty = false, phrase.end = i + 1;
        continue;
      }
      if (entry.is(Is::prior) && mark->at == i && mark->end == i + 1 && entry.word != "already") {
        phrase.prior = true;
        continue;
      }
      if (entry.is(Is::names) || entry.is(Is::rolenoun)) {
        if (entry.is(Is::rolenoun) && noun_follows) {
          phrase.doing = &entry;
          continue;
        }
        phrase.role = &entry, phrase.end = mark->end, phrase.empty = false;
        phrase.noun = Noun::person;
        break;
      }
      if (entry.is(Is::does) && noun_follows && mark->end == i + 1) {
        if (folded.ends_with("ing")) phrase.doing = &entry;  // "striking dockers", not "refuse collectors"
        continue;
      }
      const bool ends = entry.is(Is::stop) || entry.is(Is::of) || entry.is(Is::does) || entry.is(Is::left) ||
                        entry.is(Is::relative) || entry.is(Is::determiner) || entry.is(Is::says) ||
                        entry.is(Is::goal) || entry.is(Is::by) || entry.is(Is::draws) || entry.is(Is::them) ||
                        entry.is(Is::not_people) || entry.is(Is::sends) || entry.is(Is::beyond) ||
                        entry.is(Is::subset) || entry.is(Is::clause) || entry.is(Is::after) ||
                        entry.is(Is::leaves);
      if (entry.is(Is::conjunction)) {
        // "teachers and assistants"
        if (phrase.noun == Noun::person && noun_follows && !(i + 2 < sentence.to && is(i + 2, "were")))
          continue;
        break;
      }
      if (ends && noun != Noun::person) break;
    }
    const bool known = phrase.noun != Noun::unknown && !phrase.empty;
    if (known && noun == Noun::unknown && (!noun_follows || folded.ends_with("ed"))) break;  // a verb
    if (noun == Noun::person || noun == Noun::maybe) {
      phrase.noun = noun, phrase.end = i + 1, phrase.empty = false;
    } else if (noun == Noun::thing) {
      phrase.noun = Noun::thing, phrase.end = i + 1, phrase.empty = false;
    } else if (phrase.empty) {
      const bool person_later =
          noun_follows || (i + 2 < sentence.to && tokens_[i + 2].kind == TokenKind::word &&
                           lexicon_.noun(text::fold(word(i + 2))) == Noun::person);
      const bool word_next = i + 1 < sentence.to && tokens_[i + 1].kind == TokenKind::word;
      const Mark* next = mark_at(sentence, i + 1);
      if (folded.ends_with("ed") && !person_later && (next || !word_next)) break;  // "two more followed"
      phrase.noun = Noun::unknown, unknown_end = i + 1;
    }
  }
  if (phrase.empty && unknown_end > at) phrase.empty = false, phrase.end = unknown_end;
  return phrase;
}

}  // namespace presscut::figures
