// Bytes that are no text, such as names of files may have, made readable.
#pragma once

#include <string>
#include <string_view>

namespace presscut::text {

/// `bytes` as valid UTF-8: each byte that is no part of it is spelt out, "a\xFFb" as R"(a\xffb)".
std::string spell_invalid(std::string_view bytes);

}  // namespace presscut::text
