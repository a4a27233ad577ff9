// The encodings that iconv converts.
//
// Those of single bytes are converted once, byte by byte, into a table. This is faster than iconv, needs no
// care for the letters that some iconvs hold back to compose them (windows-1255, windows-1258), and lets us
// follow the Encoding standard, whose indexes give the bytes 0x80 to 0x9F that an encoding leaves undefined
// as C1 controls.
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "charset/converter.h"
#include "text/text.h"

namespace presscut::charset {
namespace {

class Iconv {
 public:
  explicit Iconv(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Iconv() {
    if (is_open()) iconv_close(handle_);
  }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // What became of a conversion: 0 or the errno of iconv(3). Moves `in` and `out` to behind what was
  // converted.
  int convert(std::string_view& in, char*& out, std::size_t room) {
    char* from = const_cast<char*>(in.data());  // POSIX: not written to
    std::size_t left = in.size();
    const bool failed = iconv(handle_, &from, &left, &out, &room) == static_cast<std::size_t>(-1);
    const int error = failed ? errno : 0;
    in.remove_prefix(in.size() - left);
    return error;
  }

  // Ends the text: writes what is held back and goes to the initial state.
  void finish(char*& out, std::size_t room) { iconv(handle_, nullptr, nullptr, &out, &room); }

 private:
  iconv_t handle_;
};

class SingleByte : public Converter {
 public:
  SingleByte(Iconv& iconv, std::string_view bytes) : Converter(bytes) {
    for (std::size_t i = 0; i < characters_.size(); ++i) characters_[i] = character(iconv, 0x80 + i);
  }

  void run(std::string& text, std::size_t limit) override {
    for (take_ascii(text, limit); more(); take_ascii(text, limit)) {
      const std::string& meaning = characters_[static_cast<unsigned char>(bytes_[at_]) & 0x7F];
      if (!take(1, meaning.empty() ? text::replacement : meaning, text, limit)) return;
      if (meaning.empty()) ++replaced_;
    }
  }

 private:
  static std::string character(Iconv& iconv, std::size_t code) {
    const char byte = static_cast<char>(code);
    char buffer[16];
    char* end = buffer;
    std::string_view in(&byte, 1);
    const int error = iconv.convert(in, end, sizeof(buffer) / 2);
    iconv.finish(end, sizeof(buffer) / 2);
    std::string meaning(buffer, end);
    if (error && code < 0xA0) text::append(meaning, static_cast<char32_t>(code));
    return meaning;
  }

  std::array<std::string, 128> characters_;  // of the bytes from 0x80 on; empty: undefined
};

class MultiByte : public Converter {
 public:
  MultiByte(std::unique_ptr<Iconv> iconv, std::string_view bytes)
      : Converter(bytes), iconv_(std::move(iconv)) {}

  void run(std::string& text, std::size_t limit) override {
    while (more() && text.size() < limit) {
      const std::size_t before = at_;
      const int error = convert(text, limit);
      if ((error == EILSEQ || error == EINVAL) && !take(invalid_length(), text::replacement, text, limit))
        return;
      if (error == EILSEQ || error == EINVAL) ++replaced_;
      if (at_ == before) return;  // the next character does not fit
    }
  }

 private:
  // iconv converts all it gets before it looks how much of that fits, so it gets no more than may fit.
  int convert(std::string& text, std::size_t limit) {
    char buffer[8192];
    char* end = buffer;
    const std::size_t room = std::min(sizeof(buffer) - 16, limit - text.size());
    std::string_view part = bytes_.substr(at_, 2 * room + 64);
    const bool is_last = at_ + part.size() == bytes_.size();
    const std::size_t given = part.size();
    const int error = iconv_->convert(part, end, room);
    at_ += given - part.size();
    if (!more()) iconv_->finish(end, buffer + sizeof(buffer) - end);
    text.append(buffer, end);
    return error == EINVAL && !is_last ? 0 : error;
  }

  // As in the decoders of the standard, an ASCII byte behind a lead byte is not swallowed with it.
  std::size_t invalid_length() const {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes_[at]); };
    const bool is_lead = byte(at_) > 0x80 && byte(at_) < 0xFF;
    return is_lead && at_ + 1 < bytes_.size() && byte(at_ + 1) >= 0x80 ? 2 : 1;
  }

  std::unique_ptr<Iconv> iconv_;
};

}  // namespace

std::unique_ptr<Converter> make_single_byte(const char* iconv_name, std::string_view bytes) {
  Iconv iconv(iconv_name);
  if (!iconv.is_open()) return nullptr;
  return std::make_unique<SingleByte>(iconv, bytes);
}

std::unique_ptr<Converter> make_multi_byte(const char* iconv_name, std::string_view bytes) {
  auto iconv = std::make_unique<Iconv>(iconv_name);
  if (!iconv->is_open()) return nullptr;
  return std::make_unique<MultiByte>(std::move(iconv), bytes);
}

}  // namespace presscut::charset
