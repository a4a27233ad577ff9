// The dates of a text a piece at a time, for whoever does not keep all of them.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "dates/dates.h"

namespace presscut::dates {

/// Together the pieces have what `find` finds.
class Reader {
 public:
  /// `text` and `rules` must outlive it.
  Reader(std::string_view text, const Rules& rules, const Source& source);
  ~Reader();

  /// Adds what is found in the next piece to `found`; false where nothing of the text is left.
  bool next(std::vector<DateMention>& found);

  /// The byte behind what has been read.
  std::size_t at() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace presscut::dates
