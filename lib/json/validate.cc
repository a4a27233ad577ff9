#include "json/validate.h"

#include <algorithm>

namespace presscut::json {
namespace {

constexpr int deepest = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hexadecimal(char c) { return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f'); }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool whole() { return value(0) && (skip_blanks(), at_ == text_.size()); }

 private:
  bool value(int depth) {
    skip_blanks();
    switch (next()) {
      case '{':
        return depth < deepest && list('}', [&] { return string() && take(':') && value(depth + 1); });
      case '[': return depth < deepest && list(']', [&] { return value(depth + 1); });
      case '"': return string();
      case 't': return word("true");
      case 'f': return word("false");
      case 'n': return word("null");
      default: return number();
    }
  }

  template <typename Item>
  bool list(char end, Item item) {
    ++at_;
    if (take(end)) return true;
    do {
      skip_blanks();
      if (!item()) return false;
    } while (take(','));
    return take(end);
  }

  bool string() {
    if (next() != '"') return false;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
      if (text_[at_] == '\\' && !escape()) return false;
    return take('"');
  }

  // Stops at the last character of the escape.
  bool escape() {
    ++at_;
    if (next() != 'u') return at_ < text_.size() && std::string_view("\"\\/bfnrt").find(next()) != none;
    const std::string_view digits = text_.substr(at_ + 1, 4);
    at_ += digits.size();
    return digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_hexadecimal);
  }

  bool number() {
    if (next() == '-') ++at_;
    if (next() == '0') ++at_;
    else if (!digits()) return false;
    if (next() == '.' && (++at_, !digits())) return false;
    if ((next() | 32) != 'e') return true;
    ++at_;
    if (next() == '+' || next() == '-') ++at_;
    return digits();
  }

  bool digits() {
    const std::size_t start = at_;
    while (is_digit(next())) ++at_;
    return at_ > start;
  }

  bool word(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  bool take(char expected) {
    skip_blanks();
    if (next() != expected) return false;
    ++at_;
    return true;
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\n\r", at_), text_.size()); }
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  static constexpr std::size_t none = std::string_view::npos;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_json(std::string_view value) { return Scanner(value).whole(); }

}  // namespace presscut::json
