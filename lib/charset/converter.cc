#include "charset/converter.h"

#include <algorithm>

#include "charset/encodings.h"
#include "charset/utf8.h"
#include "text/text.h"

namespace presscut::charset {
namespace {

class Utf8 : public Converter {
 public:
  using Converter::Converter;

  void run(std::string& text, std::size_t limit) override {
    for (take_ascii(text, limit); more(); take_ascii(text, limit)) {
      const auto [length, valid] = sequence_at(bytes_, at_);
      const std::string_view character = valid ? bytes_.substr(at_, length) : text::replacement;
      if (!take(length, character, text, limit)) return;
      if (!valid) ++replaced_;
    }
  }
};

// By hand: iconv would stop at every unpaired surrogate, and pages saved by old tools hold them.
class Utf16 : public Converter {
 public:
  Utf16(std::string_view bytes, bool big_endian) : Converter(bytes), big_endian_(big_endian) {}

  void run(std::string& text, std::size_t limit) override {
    std::string character;
    while (more()) {
      const std::size_t length = read(character);
      if (!take(length, character, text, limit)) return;
      if (!valid_) ++replaced_;
    }
  }

 private:
  std::size_t read(std::string& character) {
    character.clear();
    valid_ = at_ + 2 <= bytes_.size();
    const char32_t first = valid_ ? unit(at_) : 0xFFFD;
    const bool pair = first >= 0xD800 && first < 0xDC00 && at_ + 4 <= bytes_.size() && is_low(unit(at_ + 2));
    valid_ = valid_ && (pair || first < 0xD800 || first > 0xDFFF);
    text::append(character, pair ? 0x10000 + ((first - 0xD800) << 10) + (unit(at_ + 2) - 0xDC00) : first);
    return std::min<std::size_t>(pair ? 4 : 2, bytes_.size() - at_);
  }

  static bool is_low(char32_t surrogate) { return surrogate >= 0xDC00 && surrogate <= 0xDFFF; }

  char32_t unit(std::size_t at) const {
    const char32_t first = static_cast<unsigned char>(bytes_[at]);
    const char32_t second = static_cast<unsigned char>(bytes_[at + 1]);
    return big_endian_ ? first << 8 | second : second << 8 | first;
  }

  bool big_endian_;
  bool valid_ = true;
};

}  // namespace

bool Converter::take(std::size_t length, std::string_view character, std::string& text, std::size_t limit) {
  if (text.size() + character.size() > limit) return false;
  text += character;
  at_ += length;
  return true;
}

void Converter::take_ascii(std::string& text, std::size_t limit) {
  const std::size_t room = limit - std::min(limit, text.size());
  const std::size_t length = std::min(ascii_end(bytes_, at_) - at_, room);
  text.append(bytes_, at_, length);
  at_ += length;
}

bool is_multi_byte(std::string_view encoding) {
  constexpr std::string_view names[] = {"GBK",    "gb18030",     "Big5",     "EUC-JP",
                                        "EUC-KR", "ISO-2022-JP", "Shift_JIS"};
  return std::find(std::begin(names), std::end(names), encoding) != std::end(names);
}

std::unique_ptr<Converter> make_converter(std::string_view encoding, std::string_view bytes) {
  if (encoding == "UTF-16LE" || encoding == "UTF-16BE")
    return std::make_unique<Utf16>(bytes, encoding == "UTF-16BE");
  const Encoding* const row = find_encoding(encoding);
  if (row && encoding != "UTF-8") {
    const auto make = is_multi_byte(encoding) ? make_multi_byte : make_single_byte;
    for (const std::string_view name : {row->iconv, row->name})
      if (auto converter = make(std::string(name).c_str(), bytes)) return converter;
  }
  return std::make_unique<Utf8>(bytes);
}

}  // namespace presscut::charset
