#include "html/attributes.h"

#include <string>

#include "html/mix.h"
#include "text/text.h"

namespace presscut::html {
namespace {

// Beyond these lengths nobody writes a class or a style that tells anything.
constexpr std::size_t longest_make = 64;
constexpr std::size_t longest_style = 256;

bool conceals(std::string_view style) {
  const std::string rules = lower(style.substr(0, longest_style));
  for (const char* rule : {"display:none", "display: none", "visibility:hidden", "visibility: hidden"})
    if (rules.find(rule) != std::string::npos) return true;
  return false;
}

std::uint32_t make_of(std::string_view value, std::uint32_t make) {
  for (const char c : value.substr(0, longest_make)) make = mix(make, static_cast<unsigned char>(c));
  return make;
}

// Reads one attribute after the other; most names are settled by their first letter.
class AttributeReader {
 public:
  AttributeReader(std::string_view element, HintFinder& hint_finder) : hint_finder_(hint_finder) {
    result_.element = element;
  }

  void read(const Attribute& attribute) {
    name_ = attribute.name;
    value_ = attribute.value.data() ? attribute.value : "";  // one without a value counts, too
    switch (name_[0] | 0x20) {
      case 'a': result_.hidden |= is("aria-hidden") && text::equal_ascii_fold(value_, "true"); break;
      case 'c':
        if (is("class")) read_class();
        else keep("content", result_.content);
        break;
      case 'd': keep("datetime", result_.datetime); break;
      case 'h':
        result_.hidden |= is("hidden");
        keep("href", result_.href);
        break;
      case 'i':
        keep("itemprop", result_.itemprop);
        keep("id", result_.id);
        if (is("id") || is("itemprop")) find_hints();
        break;
      case 'l': keep("lang", result_.language); break;
      case 'n': keep("name", result_.name); break;
      case 'p': keep("property", result_.property); break;
      case 'r':
        if (is("role")) find_hints();
        else keep("rel", result_.rel);
        break;
      case 's': result_.hidden |= is("style") && conceals(value_); break;
      case 't':
        keep("type", result_.type);
        keep("title", result_.title);
        break;
      case 'x':
        if (is("xml:lang") && result_.language.empty()) result_.language = value_;
        break;
      default: break;
    }
  }

  const Attributes& result() const { return result_; }

 private:
  bool is(std::string_view wanted) const { return text::equal_ascii_fold(name_, wanted); }

  void keep(std::string_view wanted, std::string_view& field) {
    if (field.data() == nullptr && is(wanted)) field = value_;
  }

  void find_hints() { result_.hints |= hint_finder_.find(value_); }

  void read_class() {
    result_.class_name = value_;
    find_hints();
    result_.make = make_of(value_, result_.make);
  }

  HintFinder& hint_finder_;
  std::string_view name_, value_;
  Attributes result_;
};

}  // namespace

Attributes read(const Token& start_tag, HintFinder& hint_finder) {
  AttributeReader reader(start_tag.name, hint_finder);
  for (const Attribute& attribute : start_tag.attributes) reader.read(attribute);
  return reader.result();
}

}  // namespace presscut::html
