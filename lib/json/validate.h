// Whether a value that is passed on unread is JSON at all: simdjson skips what nobody asks for without
// looking into it, but what is written out again must be readable.
#pragma once

#include <string_view>

namespace presscut::json {

/// Whether `value` is one JSON value of RFC 8259, nested at most 1000 deep. Valid UTF-8 without control
/// characters in its strings is taken for granted: the parser has looked at that.
bool is_json(std::string_view value);

}  // namespace presscut::json
