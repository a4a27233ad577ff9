#include "tally/likeness.h"

#include <algorithm>
#include <cstdlib>

#include "tally/words.h"
#include "text/text.h"

namespace presscut::tally {
namespace {

constexpr double same_who = 0.2;
constexpr double same_value = 0.3;
constexpr double other_variant = -0.25;
constexpr double against = -0.6;  // a letter and its counter-letter speak of the same
constexpr double same_variant = 0.15;
constexpr double other_family = -0.3;
constexpr double long_ago = -0.2;
constexpr double of_its_place = 0.15;  // "in Velden" of one text, Velden as an event of its own in another
constexpr double other_march = -1;     // people who march again do so on another day
constexpr int march_days = 6;          // days from which a march is another one
constexpr int season = 150;            // days after which an event is likelier another one

double shared(const Node& a, const Node& b) {
  double sum = 0;
  for (const TopicWord& word : b.words)
    if (a.has(word.key)) sum += word.weight;
  return sum / std::max(1.0, std::min(a.weight, b.weight));
}

bool share_value(const Node& a, const Node& b) {
  return std::any_of(a.values.begin(), a.values.end(),
                     [&](double v) { return std::binary_search(b.values.begin(), b.values.end(), v); });
}

int days_between(const Node& a, const Node& b) { return a.day && b.day ? std::abs(a.day - b.day) : 0; }

bool names(const Node& node, std::string_view place) {
  const auto parts = text::folded_words(place);
  return std::all_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return node.has(hash_of(part)); });
}

// "In Velden 900 marched" of one text is what another counts apart: "march (Velden)".
bool is_at(const Node& local, const Node& bare) {
  return is_place(local) && bare.variant.empty() && bare.places.empty() && names(bare, local.variant);
}

// The whole of a text that has parts is not what another text says of one part.
bool speaks_of_part(const Node& whole, const Node& part) {
  return whole.variant.empty() && part.variant.empty() && part.places.empty() &&
         std::any_of(whole.places.begin(), whole.places.end(),
                     [&](std::string_view place) { return names(part, place); });
}

}  // namespace

bool marches_again(const Node& a, const Node& b) {
  return a.label == "march" && b.label == "march" && days_between(a, b) >= march_days && !share_value(a, b);
}

double likeness(const Node& a, const Node& b) {
  const bool value = share_value(a, b);
  const bool who = !a.head.empty() && a.head == b.head;
  const bool refusal = a.family != b.family;  // those who refuse may be those who sign that they will
  const bool as_many = value && (a.head.empty() || b.head.empty());
  if (refusal && (std::max(a.family, b.family) != Family::refusal || (!who && !as_many))) return 0;
  double sum =
      (refusal && !value ? other_family : 0) + shared(a, b) + (who ? same_who : 0) + (value ? same_value : 0);
  // What is an answer in one text may be the letter in another: as many of the same people.
  const bool answers = a.variant != b.variant && (a.variant == "counter" || b.variant == "counter");
  if (answers && !who && !a.head.empty() && !b.head.empty()) return 0;
  const bool same_signers = who && value && (a.variant.empty() || b.variant.empty());
  if (speaks_of_part(a, b) || speaks_of_part(b, a)) sum += value ? 0 : against;
  if (is_at(a, b) || is_at(b, a)) sum += of_its_place;
  else if (a.variant != b.variant && !same_signers)
    sum += !a.variant.empty() && !b.variant.empty()           ? -1
           : a.variant == "counter" || b.variant == "counter" ? against
                                                              : other_variant;
  else if (!a.variant.empty() && a.variant == b.variant) sum += same_variant;
  if (!value && days_between(a, b) > season) sum += long_ago;
  if (marches_again(a, b)) sum += other_march;
  return sum;
}

}  // namespace presscut::tally
