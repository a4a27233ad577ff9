// Many offsets of one text from code points to bytes, at the price of one pass over the text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace presscut::json {

/// Turns the code points at `places`, in any order, into bytes of `text`. What lies behind the end of the
/// text stays as far behind it.
void to_bytes(std::string_view text, std::vector<std::size_t*> places);

}  // namespace presscut::json
