// Which encoding bytes are in, by the letters that are frequent in a language.
#pragma once

#include <string_view>

namespace presscut::charset {

/// The name of an encoding, windows-1252 where the bytes around the non-ASCII ones say nothing. `bytes` are
/// not UTF-8.
std::string_view detect(std::string_view bytes);

}  // namespace presscut::charset
