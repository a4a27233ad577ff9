// From the bytes of one encoding to UTF-8, with a hand on the brake: a conversion can stop at any length of
// text, which tells where in the bytes that place lies.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace presscut::charset {

class Converter {
 public:
  explicit Converter(std::string_view bytes) : bytes_(bytes) {}
  virtual ~Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Adds to `text` until the next character would make it longer than `limit`, or the bytes end.
  virtual void run(std::string& text, std::size_t limit) = 0;

  /// Bytes converted so far.
  std::size_t at() const { return at_; }

  /// Invalid sequences among them, each one U+FFFD of the text.
  std::size_t replaced() const { return replaced_; }

 protected:
  bool more() const { return at_ < bytes_.size(); }

  /// Takes `length` bytes that mean `character`; false where it no longer fits.
  bool take(std::size_t length, std::string_view character, std::string& text, std::size_t limit);

  /// Takes the run of ASCII bytes from here, as far as it fits.
  void take_ascii(std::string& text, std::size_t limit);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t replaced_ = 0;
};

/// `encoding` is a name of the standard; `bytes` start behind the byte order mark.
std::unique_ptr<Converter> make_converter(std::string_view encoding, std::string_view bytes);

/// Whether some characters of `encoding` (a legacy one) take several bytes.
bool is_multi_byte(std::string_view encoding);

/// The converters that are not ours: through iconv. nullptr where it does not know the encoding.
std::unique_ptr<Converter> make_single_byte(const char* iconv_name, std::string_view bytes);
std::unique_ptr<Converter> make_multi_byte(const char* iconv_name, std::string_view bytes);

}  // namespace presscut::charset
