#include "digest/digest.h"

#include <fmt/format.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace presscut::digest {
namespace {

std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest_of(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::string digits;
  for (const std::uint8_t byte : digest_of(bytes)) digits += fmt::format("{:02x}", byte);
  return digits;
}

std::string sha256_base64(std::string_view bytes) {
  const auto digest = digest_of(bytes);
  std::string letters(BASE64_ENCODE_RAW_LENGTH(digest.size()), '\0');
  base64_encode_raw(letters.data(), digest.size(), digest.data());
  return letters;
}

}  // namespace presscut::digest
