// The numbers of a text a piece at a time, for whoever does not keep all of them.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "numbers/numbers.h"

namespace presscut::numbers {

/// Together the pieces have what `find` finds.
class Reader {
 public:
  /// Adds to `spans` what begins before byte `end` and was not given before, in the order of the text.
  using Taken = std::function<void(std::size_t end, std::vector<Span>& spans)>;

  /// `text` and `rules` must outlive it.
  Reader(std::string_view text, Taken taken, const Rules& rules, std::string_view language);
  ~Reader();

  /// Adds what is found in the next piece to `found`; false where nothing of the text is left.
  bool next(std::vector<NumberMention>& found);

  /// The byte behind what has been read.
  std::size_t at() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace presscut::numbers
