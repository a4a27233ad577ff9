// The table of labels, for the sources of this module.
#pragma once

#include <string_view>

namespace presscut::charset {

struct Encoding {
  std::string_view name;   // as in the standard
  std::string_view iconv;  // what iconv calls it
};

/// The row of the table for `label` in any case, blanks around it ignored; nullptr where the label is
/// unknown.
const Encoding* find_encoding(std::string_view label);

}  // namespace presscut::charset
