#include "figures/lookalikes.h"

#include <algorithm>

namespace presscut::figures {
namespace {

constexpr double first_year = 1400, last_year = 2100;

// "one worker in three"
bool is_ratio(const View& view, const Count& count) {
  if (count.at < 3 || !count.phrase.empty || !view.is(count.at - 1, "in")) return false;
  return view.is(count.at - 2, "one") || view.is(count.at - 3, "one");
}

// "more than a thousand a minute"; "300 a day later" is none.
bool is_rate(const View& view, const Count& count) {
  const std::size_t at = count.phrase.end;
  if (!view.is(at, "a") && !view.is(at, "an") && !view.is(at, "per") && !view.is(at, "each")) return false;
  return view.is(at + 1, List::unit_of_time) && !view.is(at + 2, List::later);
}

// "page 9", "No. 9": the number of a thing. "That day 4,000 marched" has none.
bool is_numbered(const View& view, const Sentence& sentence, const Count& count) {
  if (!count.phrase.empty || count.at == 0 || count.qualifier != "exact") return false;
  std::size_t at = count.at - 1;
  if (view.is(at, ".") && at > 0) --at;
  const Mark* mark = view.mark_at(sentence, at);
  if (!mark || !mark->entry->is(Is::label)) return false;
  return at == 0 || (!view.is(at - 1, "that") && !view.is(at - 1, "same") && !view.is(at - 1, "this"));
}

}  // namespace

bool is_difference(const View& view, const Count& count) {
  return (view.is(count.end, "more") && view.is(count.end + 1, "than")) ||
         (count.at > 0 && view.is(count.at - 1, "every")) || is_ratio(view, count) || is_rate(view, count) ||
         (view.is(count.end, "out") && view.is(count.end + 2, "every"));
}

bool is_label(const View& view, const Sentence& sentence, const Count& count) {
  if (!count.number) return false;
  const bool glued = count.at > 0 && !view.tokens()[count.at].space_before &&
                     (view.is(count.at - 1, "-") || view.is(count.at - 1, ".") || view.is(count.at - 1, "/"));
  const bool hyphen = count.end < view.tokens().size() && view.is(count.end, "-") &&
                      !view.tokens()[count.end].space_before &&
                      (count.phrase.empty || view.is(count.end + 1, "strong"));
  return glued || hyphen || is_numbered(view, sentence, count) ||
         (count.low == 0 && count.high == 0 && count.number && count.phrase.empty);
}

bool is_owned(const View& view, const Sentence& sentence, const Count& count) {
  if (count.phrase.empty || count.share || count.at == sentence.from) return false;
  const Mark* owner = view.mark_at(sentence, count.at - 1);
  if (!(owner && owner->entry->is(Is::determiner)) && !view.is(count.at - 1, "s")) return false;
  for (std::size_t i = count.at - 1; i-- > sentence.from && count.at - i < 6;) {
    if (view.is(i, "of")) return true;
    const Mark* mark = view.mark_at(sentence, i);
    if (mark && !mark->entry->is(Is::determiner)) return false;
  }
  return false;
}

bool is_unit_left_out(const View& view, const Sentence& sentence, const Count& count) {
  return std::any_of(sentence.counts.begin(), sentence.counts.end(), [&](const Count& other) {
    return other.end <= count.at && other.phrase.noun == Noun::thing && other.at > sentence.from &&
           view.is(other.at - 1, view.word(count.at - 1));
  });
}

bool is_year(const View& view, const Count& count) {
  if (!count.phrase.empty || !count.number || !count.number->point) return false;
  const double point = *count.number->point;
  const bool plain = slice(view.text(), count.span).find(',') == std::string_view::npos;
  return plain && point >= first_year && point <= last_year;
}

bool is_in_brackets(const View& view, const Count& count) {
  return count.at > 0 && view.is(count.at - 1, "(") &&
         (view.is(count.phrase.end, ")") || view.is(count.phrase.end, ","));
}

bool is_occasion(const Sentence& sentence) {
  const auto is = [&](Is what) {
    return std::any_of(sentence.marks.begin(), sentence.marks.end(),
                       [&](const Mark& mark) { return mark.entry->is(what); });
  };
  return is(Is::occasion) && !is(Is::event);
}

}  // namespace presscut::figures
