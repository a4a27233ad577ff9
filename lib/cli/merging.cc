#include "cli/merging.h"

#include <stdexcept>

#include "cli/counting.h"

namespace presscut::cli {
namespace {

// What a line of counts is kept as: it has been summed already.
const std::string summed_line;

}  // namespace

std::string Merging::check(const std::string& line) {
  if (!corpus::Parts::is_one(line)) return tally::write(tally::read(line));
  parts_.add(line);
  return summed_line;
}

Tool::Conclude Merging::conclude() {
  return [this, tally = tallying_.conclude()](std::set<std::string> lines, bool json) {
    const auto request = parts_.request();
    lines.erase(summed_line);
    if (!request) return tally(lines, json);
    if (!lines.empty()) throw std::runtime_error("partials of tally and of counts cannot be put together");
    return summed(parts_.counts(), *request, tallying_.is_partial(), tallying_.table(json)).text;
  };
}

}  // namespace presscut::cli
