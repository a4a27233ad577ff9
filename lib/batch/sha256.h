// SHA-256 (FIPS 180-4).
#pragma once

#include <string>
#include <string_view>

namespace presscut::batch {

/// 64 hexadecimal digits, as sha256sum prints them.
std::string sha256(std::string_view bytes);

}  // namespace presscut::batch
