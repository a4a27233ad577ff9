// The byte order mark at the start of Unicode text.
#pragma once

#include <cstddef>
#include <string_view>

namespace presscut::charset {

struct OrderMark {
  std::string_view encoding;  // empty: none
  std::size_t length = 0;
};

OrderMark order_mark(std::string_view bytes);

}  // namespace presscut::charset
