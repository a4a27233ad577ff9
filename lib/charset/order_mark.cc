#include "charset/order_mark.h"

#include <algorithm>
#include <string>

#include "charset/charset.h"
#include "charset/converter.h"
#include "charset/utf8.h"
#include "text/text.h"

namespace presscut::charset {
namespace {

// Text has no control characters, no half characters (but where the sample cuts one) and no noncharacters.
bool is_clean_utf16(std::string_view sample, std::string_view encoding) {
  std::string text;
  make_converter(encoding, sample)->run(text, 2 * sample.size());
  if (text.ends_with(text::replacement)) text.resize(text.size() - text::replacement.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::decode(text, at);
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r') return false;
    if (c == 0xFFFD || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return false;
  }
  return true;
}

}  // namespace

OrderMark order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  return {};
}

// Half of the bytes of ASCII text in UTF-16 are NUL, all of them the first or all the second ones of their
// pairs. In Chinese text only its blanks and line ends show this, as stray NULs in other text may do by
// chance; so then it must also be no UTF-8.
std::string_view utf16_of(std::string_view bytes) {
  const OrderMark mark = order_mark(bytes);
  if (mark.length > 0) return mark.length == 2 ? mark.encoding : std::string_view();
  const std::string_view sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) / 2 * 2);
  std::size_t nuls[2] = {};
  for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0';
  const auto [few, many] = std::minmax(nuls[0], nuls[1]);
  if (many < 1 + sample.size() / 256 || many < 3 * few) return {};
  if (const auto seen = weigh_utf8(sample, sample.size());
      many < sample.size() / 16 && seen.valid >= seen.invalid)
    return {};
  const std::string_view encoding = nuls[0] > nuls[1] ? "UTF-16BE" : "UTF-16LE";
  return is_clean_utf16(sample, encoding) ? encoding : std::string_view();
}

}  // namespace presscut::charset
