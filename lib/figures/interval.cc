#include "figures/interval.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/text.h"

namespace presscut::figures {
namespace {

constexpr double slack = 0.1;     // of "about" and "nearly"
constexpr double epsilon = 1e-9;  // .9 * 20 is 18, whatever binary says

double up(double value) { return std::ceil(value - epsilon); }
double down(double value) { return std::floor(value + epsilon); }

bool is_whole(std::optional<double> value) { return !value || *value == std::floor(*value); }

}  // namespace

bool people_interval(const NumberMention& number, std::string_view quote, Count& count) {
  count.low = number.low, count.high = number.high, count.qualifier = number.qualifier;
  count.share = number.kind == "percentage" || number.kind == "fraction" ||
                (number.kind == "ratio" && quote.find(" out of ") != std::string_view::npos);
  if (count.share) {
    const double scale = number.kind == "percentage" ? 100 : 1;
    if (count.low) *count.low /= scale;
    if (count.high) *count.high /= scale;
    if (number.kind == "fraction" && number.low && *number.low >= 2 && is_whole(number.low))
      count.share = false;
    return !quote.empty();
  }
  if (number.kind != "cardinal" && number.kind != "multiplier") return false;
  if (!is_whole(number.low) || !is_whole(number.high)) return false;
  if (count.high && !count.low) count.low = 0;
  // "police estimated 4,000": a verb, where "an estimated 4,000" is none.
  if (quote.starts_with("estimated ") && number.point)
    count.low = count.high = number.point, count.qualifier = "exact";
  return true;
}

void share_of(const Count& base, Count& share) {
  const double low = share.low.value_or(share.high.value_or(0)), high = share.high.value_or(low);
  const double least = base.low.value_or(0), most = base.high.value_or(least);
  if (share.qualifier == "over" || share.qualifier == "at_least") {
    share.low = up(low * least), share.high.reset();
  } else if (share.qualifier == "under" || share.qualifier == "up_to") {
    share.low = 0, share.high = down(high * most);
  } else if (share.qualifier == "nearly" || share.qualifier == "about") {
    share.low = up(low * least), share.high = down(high * most);
  } else {
    share.low = up((1 - slack) * low * least), share.high = down((1 + slack) * high * most);
    share.qualifier = "about";
  }
}

}  // namespace presscut::figures
