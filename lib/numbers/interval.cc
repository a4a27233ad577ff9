#include "numbers/interval.h"

#include <algorithm>
#include <cmath>

namespace presscut::numbers {
namespace {

// A tenth more and less; in whole numbers where only these count.
void about(NumberMention& mention, double value, bool counts) {
  double low = value * 9 / 10, high = value * 11 / 10;
  if (low > high) std::swap(low, high);
  if (counts) low = std::ceil(low), high = std::floor(high);
  mention.low = std::min(low, value);
  mention.high = std::max(high, value);
}

// A tenth less, and below the number itself.
void nearly(NumberMention& mention, double value, bool counts) {
  about(mention, value, counts);
  mention.high = counts && value >= 1 ? value - 1 : value;
  mention.low = std::min(*mention.low, *mention.high);
}

void open(NumberMention& mention, Qualifier qualifier) {
  if (qualifier == Qualifier::over || qualifier == Qualifier::at_least) mention.high.reset();
  if (qualifier == Qualifier::under || qualifier == Qualifier::up_to) mention.low.reset();
}

bool is_directed(Qualifier qualifier) {
  return qualifier == Qualifier::over || qualifier == Qualifier::at_least || qualifier == Qualifier::under ||
         qualifier == Qualifier::up_to;
}

}  // namespace

void bound(NumberMention& mention, const Quantity& quantity, Qualifier qualifier, bool counts) {
  const double value = quantity.amount.value;
  if (quantity.range || quantity.amount.rough) {
    mention.low = quantity.low;
    mention.high = quantity.high;
    const bool opens = is_directed(qualifier) && !quantity.range;
    if (opens) open(mention, qualifier);
    mention.qualifier = name(opens            ? qualifier
                             : quantity.range ? Qualifier::range
                                              : quantity.amount.row->qualifier);
    if (mention.low == mention.high) mention.point = mention.low;
    return;
  }
  mention.low = mention.high = mention.point = value;
  mention.qualifier = name(qualifier);
  if (qualifier == Qualifier::about) about(mention, value, counts);
  if (qualifier == Qualifier::nearly) nearly(mention, value, counts);
  if (qualifier == Qualifier::under && counts) mention.high = value - 1;
  open(mention, qualifier);
}

}  // namespace presscut::numbers
