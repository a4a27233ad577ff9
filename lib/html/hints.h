// What class names, ids, roles and itemprops hint at: rows of hints.tsv.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "page/page.h"

namespace presscut::html {

/// Looks the words of attribute values up in hints.tsv. Values repeat on every page, so the last ones are
/// remembered.
class HintFinder {
 public:
  /// The hints of all words in `value`; words end at every character that is no ASCII letter and at camelCase
  /// humps.
  page::Hints find(std::string_view value);

 private:
  struct Known {
    std::string value;
    page::Hints hints = 0;
  };
  std::array<Known, 1024> known_;
};

}  // namespace presscut::html
