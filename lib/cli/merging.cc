#include "cli/merging.h"

#include <stdexcept>

#include "cli/counting.h"

namespace presscut::cli {
namespace {

// What a line of counts is kept as: it has been summed already.
constexpr const char* summed_line = "\n";

}  // namespace

std::string Merging::read(std::string line) {
  if (corpus::Parts::is_one(line)) return line;
  const tally::Source source = tally::read(line);
  line.clear();  // its room is that of the new one
  tally::write(source, line);
  return line;
}

std::string Merging::take(std::string line) {
  if (!corpus::Parts::is_one(line)) {
    has_tally_ = true;
    return line;
  }
  parts_.add(line);
  return summed_line;
}

Tool::Conclude Merging::conclude() {
  return [this, tally = tallying_.conclude()](const SortedLines& lines, bool json) {
    const auto request = parts_.request();
    if (!request) return tally(lines, json);
    if (has_tally_) throw std::runtime_error("partials of tally and of counts cannot be put together");
    return summed(parts_.counts(), *request, tallying_.is_partial(), tallying_.table(json)).text;
  };
}

}  // namespace presscut::cli
