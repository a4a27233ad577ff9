#include "batch/sha256.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <iterator>

namespace presscut::batch {

std::string sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string digits;
  for (const std::uint8_t byte : digest) fmt::format_to(std::back_inserter(digits), "{:02x}", byte);
  return digits;
}

}  // namespace presscut::batch
