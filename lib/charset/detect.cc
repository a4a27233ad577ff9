#include "charset/detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "charset/charset.h"
#include "charset/utf8.h"

namespace presscut::charset {
namespace {

constexpr std::size_t sample_limit = 256 * 1024;
constexpr std::size_t context = 64;  // ASCII bytes before a non-ASCII one that may tell something
constexpr std::size_t piece_length = 1024;
constexpr std::string_view fall_back = "windows-1252";

bool is_c1(char c) { return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0; }

struct Renaming {
  std::string_view found;
  std::string_view meant;
};

// What the detector calls by names that the standard does not have.
constexpr Renaming renamed[] = {{"MAC-CYRILLIC", "x-mac-cyrillic"}, {"UHC", "EUC-KR"}};

// ISO 8859 has control characters where Windows has quotes and dashes, and no page holds those.
constexpr Renaming with_c1[] = {{"ISO-8859-13", "windows-1257"},
                                {"ISO-8859-2", "windows-1250"},
                                {"ISO-8859-6", "windows-1256"},
                                {"ISO-8859-7", "windows-1253"},
                                {"ISO-8859-8", "windows-1255"}};

// Of short texts in Western languages the detector makes these, in which hardly a page was ever written.
constexpr std::string_view unlikely[] = {"ISO-8859-3", "ISO-8859-4", "ISO-8859-10", "ISO-8859-14",
                                         "ISO-8859-16"};

template <std::size_t N>
std::string_view rename(std::string_view name, const Renaming (&table)[N]) {
  const auto row = std::find_if(std::begin(table), std::end(table), [&](auto& r) { return r.found == name; });
  return row == std::end(table) ? name : row->meant;
}

std::string_view plausible(std::string_view found, bool controls) {
  std::string_view encoding = encoding_of(rename(found, renamed));
  if (controls) encoding = rename(encoding, with_c1);
  const bool fits = !encoding.empty() && encoding != "UTF-8" && encoding != "replacement" &&
                    std::find(std::begin(unlikely), std::end(unlikely), encoding) == std::end(unlikely);
  return fits ? encoding : fall_back;
}

// A piece ends at a blank, so that it does not end inside of a character.
std::size_t piece_end(std::string_view bytes, std::size_t at) {
  const std::size_t wanted = at + std::min(piece_length, bytes.size() - at);
  return std::min(bytes.find_first_of("\n <", wanted), std::min(bytes.size(), wanted + piece_length));
}

// The first bytes of a page are ASCII markup for long; the detector gets what surrounds the others.
template <typename Use>
void each_piece(std::string_view bytes, const Use& use) {
  std::size_t used = 0;
  std::size_t end = 0;
  for (std::size_t at = ascii_end(bytes, 0); at < bytes.size() && used < sample_limit;
       at = ascii_end(bytes, end)) {
    const std::size_t start = std::max(end, at - std::min(at, context));
    end = piece_end(bytes, at);
    use(bytes.substr(start, end - start));
    used += end - start;
  }
}

}  // namespace

std::string_view detect(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  bool controls = false;
  each_piece(bytes, [&](std::string_view piece) {
    uchardet_handle_data(detector.get(), piece.data(), piece.size());
    controls = controls || std::any_of(piece.begin(), piece.end(), is_c1);
  });
  uchardet_data_end(detector.get());
  return plausible(uchardet_get_charset(detector.get()), controls);
}

}  // namespace presscut::charset
