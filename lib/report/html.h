// HTML and SVG, written so that nothing of a page becomes markup: whatever is not a name given in the code
// goes through output::html, and there is no other way in.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presscut::report {

class Writer {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  /// Names of elements and attributes are literals of the code; an attribute without a value is left out.
  Writer& open(std::string_view element, Attributes attributes = {});
  Writer& close();  // the element that was opened last
  Writer& text(std::string_view text);

  /// An element with nothing but `text` in it.
  Writer& element(std::string_view element, Attributes attributes, std::string_view text);
  Writer& element(std::string_view element, std::string_view text) {
    return this->element(element, {}, text);
  }

  /// An element that has no end tag: meta.
  Writer& single(std::string_view element, Attributes attributes);

  /// The doctype, and the style sheet, which is ours.
  Writer& doctype();
  Writer& style(std::string_view sheet);

  /// What `write` writes for each number below `count`, in their order, on several threads: each closes what
  /// it opens.
  using Part = std::function<void(std::size_t number, Writer& out)>;
  Writer& parts(std::size_t count, int threads, const Part& write);

  std::string take() { return std::move(out_); }

 private:
  void begin(std::string_view element, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

/// `url` where it may become a link, else nothing: it is http or https, and has no blank, control character
/// or backslash, nor a user's name before its host.
std::string link_of(std::string_view url);

/// "one page", "3 pages".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace presscut::report
