// What a page says about its own encoding.
//
// Follows "prescan a byte stream to determine its encoding" of the HTML standard (13.2.3.2), with one
// difference: it does not stop after 1,024 bytes. A browser heeds a later meta, too, and parses the page anew
// (13.2.3.4, "changing the encoding while parsing"); looking further at once comes to the same for every meta
// behind a long comment or script. Running out of bytes inside a tag ends the scan without a result, as in
// the standard.
#include <algorithm>
#include <optional>
#include <utility>

#include "charset/charset.h"
#include "text/text.h"

namespace presscut::charset {
namespace {

constexpr std::size_t prescan_limit = 64 * 1024;
constexpr std::size_t none = std::string_view::npos;

bool is_blank(char c) { return c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool starts_with(std::string_view bytes, std::string_view start) {
  return text::equal_ascii_fold(bytes.substr(0, start.size()), start);
}

// A page whose declaration could be read as ASCII is not in UTF-16, and nobody means x-user-defined.
std::string_view meant(std::string_view encoding) {
  if (encoding == "UTF-16LE" || encoding == "UTF-16BE") return "UTF-8";
  if (encoding == "x-user-defined") return "windows-1252";
  return encoding;
}

// "Extracting a character encoding from a meta element": the `charset=...` inside a content attribute.
std::string_view encoding_in(std::string_view content) {
  constexpr std::string_view word = "charset";
  for (; content.size() > word.size(); content.remove_prefix(1)) {
    if (!starts_with(content, word)) continue;
    std::string_view rest = content.substr(word.size());
    const auto skip_blanks = [&] {
      while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
    };
    skip_blanks();
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    skip_blanks();
    if (rest.starts_with('"') || rest.starts_with('\'')) {
      const std::size_t end = rest.find(rest.front(), 1);
      return end == none ? std::string_view() : encoding_of(rest.substr(1, end - 1));
    }
    return encoding_of(rest.substr(0, rest.find_first_of("\t\n\f\r ;")));
  }
  return {};
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::string_view run() {
    for (at_ = bytes_.find('<'); at_ < bytes_.size(); at_ = bytes_.find('<', at_ + 1)) {
      const std::string_view rest = bytes_.substr(at_);
      if (rest.starts_with("<!--")) {
        move_to("-->", at_ + 2);  // the dashes of "<!-->" may be those of its end
      } else if (starts_with(rest, "<meta") && rest.size() > 5 && (is_blank(rest[5]) || rest[5] == '/')) {
        const std::string_view encoding = read_meta();
        if (more() && !encoding.empty()) return encoding;
      } else if (is_letter(byte_at(rest.starts_with("</") ? at_ + 2 : at_ + 1))) {
        skip_tag();
      } else if (rest.starts_with("<!") || rest.starts_with("</") || rest.starts_with("<?")) {
        move_to(">", at_);
      }
    }
    return {};
  }

 private:
  bool more() const { return at_ < bytes_.size(); }
  char byte() const { return bytes_[at_]; }
  char byte_at(std::size_t at) const { return at < bytes_.size() ? bytes_[at] : '\0'; }
  void move_to(std::string_view what, std::size_t from) {
    at_ = std::min(bytes_.find(what, from), bytes_.size());
  }

  void skip_blanks() {
    while (more() && is_blank(byte())) ++at_;
  }

  void skip_tag() {
    while (more() && !is_blank(byte()) && byte() != '>') ++at_;
    while (next_attribute()) {
    }
  }

  // Where the standard's "got pragma", "need pragma" and "charset" stand at the end of the tag.
  std::string_view read_meta() {
    bool pragma = false;
    std::optional<bool> need_pragma;
    std::string_view encoding;
    bool seen[3] = {};
    at_ += 5;
    while (const auto attribute = next_attribute()) {
      const auto first = [&](int number, std::string_view name) {
        return text::equal_ascii_fold(attribute->name, name) && !std::exchange(seen[number], true);
      };
      if (first(0, "http-equiv")) {
        pragma = text::equal_ascii_fold(attribute->value, "content-type");
      } else if (first(1, "content") && !need_pragma) {
        encoding = encoding_in(attribute->value);
        if (!encoding.empty()) need_pragma = true;
      } else if (first(2, "charset")) {
        encoding = encoding_of(attribute->value);
        need_pragma = false;
      }
    }
    return !need_pragma || (*need_pragma && !pragma) ? std::string_view() : meant(encoding);
  }

  // "Get an attribute". Nothing at the end of the tag, and where the bytes end before the attribute does.
  std::optional<Attribute> next_attribute() {
    while (more() && (is_blank(byte()) || byte() == '/')) ++at_;
    const std::size_t start = at_;
    if (more() && byte() != '>') ++at_;  // even a '=' belongs to the name when it comes first
    while (more() && !is_blank(byte()) && byte() != '=' && byte() != '/' && byte() != '>') ++at_;
    Attribute attribute{bytes_.substr(start, at_ - start), {}};
    skip_blanks();
    if (!more() || attribute.name.empty()) return std::nullopt;
    if (byte() == '=') {
      ++at_;
      attribute.value = read_value();
    }
    return more() ? std::optional(attribute) : std::nullopt;
  }

  std::string_view read_value() {
    skip_blanks();
    if (more() && (byte() == '"' || byte() == '\'')) {
      const std::size_t start = at_ + 1;
      at_ = std::min(bytes_.find(byte(), start), bytes_.size());
      const std::string_view value = bytes_.substr(start, at_ - start);
      if (more()) ++at_;
      return value;
    }
    const std::size_t start = at_;
    while (more() && !is_blank(byte()) && byte() != '>') ++at_;
    return bytes_.substr(start, at_ - start);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// "Get an XML encoding": `<?xml version="1.0" encoding="..."?>` in the very first bytes.
std::string_view in_xml_declaration(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  std::string_view rest = bytes.substr(0, bytes.find('>'));
  const auto skip_blanks = [&] {
    while (!rest.empty() && static_cast<unsigned char>(rest.front()) <= 0x20) rest.remove_prefix(1);
  };
  const std::size_t word = rest.find("encoding");
  if (rest.size() == bytes.size() || word == none) return {};
  rest.remove_prefix(word + std::string_view("encoding").size());
  skip_blanks();
  if (!rest.starts_with('=')) return {};
  rest.remove_prefix(1);
  skip_blanks();
  if (!rest.starts_with('"') && !rest.starts_with('\'')) return {};
  const std::size_t end = rest.find(rest.front(), 1);
  return end == none ? std::string_view() : meant(encoding_of(rest.substr(1, end - 1)));
}

}  // namespace

std::string_view declared(std::string_view bytes) {
  bytes = bytes.substr(0, prescan_limit);
  if (bytes.starts_with(std::string_view("<\0?\0x\0", 6))) return "UTF-16LE";
  if (bytes.starts_with(std::string_view("\0<\0?\0x", 6))) return "UTF-16BE";
  const std::string_view encoding = Prescan(bytes).run();
  return encoding.empty() ? in_xml_declaration(bytes) : encoding;
}

}  // namespace presscut::charset
