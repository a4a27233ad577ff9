#include <algorithm>

#include "charset/charset.h"
#include "io/io.h"

namespace presscut::io {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
};

// From the MIME Sniffing standard (sections 6 and 7) and the formats' own descriptions.
constexpr Signature signatures[] = {
    {0, "\x89PNG\r\n\x1A\n"sv},
    {0, "GIF87a"sv},
    {0, "GIF89a"sv},
    {0, "\xFF\xD8\xFF"sv},
    {8, "WEBPVP"sv},
    {8, "WAVEfmt"sv},
    {8, "AVI LIST"sv},
    {4, "ftyp"sv},
    {0, "%PDF-"sv},
    {0, "%!PS-Adobe-"sv},
    {0, "{\\rtf"sv},
    {0, "\xD0\xCF\x11\xE0"sv},
    {0, "PK\x03\x04"sv},
    {0, "PK\x05\x06"sv},
    {0, "Rar!\x1A\x07"sv},
    {0, "7z\xBC\xAF\x27\x1C"sv},
    {0,
     "\xFD"
     "7zXZ\0"sv},
    {0, "\x28\xB5\x2F\xFD"sv},
    {0, "\x1F\x8B\x08"sv},
    {0,
     "\x7F"
     "ELF"sv},
    {0, "ID3"sv},
    {0, "OggS\0"sv},
    {0, "fLaC\0"sv},
    {0, "wOFF"sv},
    {0, "wOF2"sv},
    {0, "SQLite format 3\0"sv},
    {257, "ustar"sv},
    {0, "\x1A\x45\xDF\xA3"sv},
};

bool has_signature(std::string_view bytes) {
  const auto fits = [&](const Signature& signature) {
    return bytes.size() > signature.offset && bytes.substr(signature.offset).starts_with(signature.bytes);
  };
  const bool is_bzip2 = bytes.starts_with("BZh") && bytes.size() > 9 && bytes.substr(4).starts_with("1AY&SY");
  return is_bzip2 || std::any_of(std::begin(signatures), std::end(signatures), fits);
}

// "Binary data byte" of the MIME Sniffing standard (section 3), without NUL.
bool is_control(unsigned char c) {
  return (c > 0 && c < 0x20) && c != '\t' && c != '\n' && c != '\f' && c != '\r' && c != 0x1B;
}

}  // namespace

// The standard calls a page binary for a single control byte. Scraped text holds a stray one now and then, so
// here it takes more: compressed data consist of them by a tenth, tables of numbers of zeros.
bool is_binary(std::string_view first_bytes) {
  if (has_signature(first_bytes)) return true;
  if (!charset::utf16_of(first_bytes).empty()) return false;
  const std::string_view sample = first_bytes.substr(0, sample_size);
  const auto nuls = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
  const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_control));
  return nuls > sample.size() / 256 || controls > sample.size() / 32;
}

}  // namespace presscut::io
