// SHA-256 (FIPS 180-4), in the two forms in which others want it.
#pragma once

#include <string>
#include <string_view>

namespace presscut::digest {

/// 64 hexadecimal digits, as sha256sum prints them.
std::string sha256(std::string_view bytes);

/// Base64 with padding (RFC 4648), as Content-Security-Policy names a source by its hash.
std::string sha256_base64(std::string_view bytes);

}  // namespace presscut::digest
