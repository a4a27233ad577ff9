// How scripts/html5lib writes bytes of a case, so that any of them fit into a line.
#pragma once

#include <string>
#include <string_view>

namespace html5lib {

/// "3c70" as bytes. Throws std::invalid_argument on what is no digit.
inline std::string from_hexadecimal(std::string_view digits) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16));
  }
  return bytes;
}

}  // namespace html5lib
