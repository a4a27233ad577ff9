// U+FEFF at the start of a text in UTF-8: no part of it.
#pragma once

#include <string_view>

namespace presscut::text {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace presscut::text
