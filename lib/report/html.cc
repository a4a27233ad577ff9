#include "report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>

#include "output/output.h"
#include "parallel/parallel.h"
#include "text/text.h"

namespace presscut::report {
namespace {

constexpr std::size_t parts_at_once = 256;

// Whether a line end behind the element shows nowhere.
bool ends_line(std::string_view element) {
  constexpr std::string_view blocks[] = {
      "html",  "head",  "body", "header",  "main", "footer", "section", "article", "h1",      "h2",
      "h3",    "h4",    "p",    "pre",     "ul",   "ol",     "li",      "dl",      "dd",      "table",
      "thead", "tbody", "tr",   "details", "div",  "td",     "title",   "figure",  "summary", "blockquote"};
  return std::find(std::begin(blocks), std::end(blocks), element) != std::end(blocks);
}

}  // namespace

void Writer::begin(std::string_view element, Attributes attributes) {
  out_ += '<';
  out_ += element;
  for (const auto& [name, value] : attributes)
    if (!value.empty()) out_ += fmt::format(" {}=\"{}\"", name, output::html(value));
  out_ += '>';
}

Writer& Writer::open(std::string_view element, Attributes attributes) {
  begin(element, attributes);
  open_.push_back(element);
  return *this;
}

Writer& Writer::close() {
  assert(!open_.empty());
  const std::string_view element = open_.back();
  out_ += fmt::format("</{}>", element);
  open_.pop_back();
  if (ends_line(element)) out_ += '\n';
  return *this;
}

Writer& Writer::text(std::string_view text) {
  out_ += output::html(text);
  return *this;
}

Writer& Writer::element(std::string_view element, Attributes attributes, std::string_view text) {
  return open(element, attributes).text(text).close();
}

Writer& Writer::parts(std::size_t count, int threads, const Part& write) {
  for (std::size_t first = 0; first < count; first += parts_at_once) {
    std::vector<Writer> parts(std::min(parts_at_once, count - first));
    parallel::each(parts.size(), threads, [&](std::size_t n) { write(first + n, parts[n]); });
    for (const Writer& part : parts) {
      assert(part.open_.empty());
      out_ += part.out_;
    }
  }
  return *this;
}

Writer& Writer::single(std::string_view element, Attributes attributes) {
  begin(element, attributes);
  out_ += '\n';
  return *this;
}

Writer& Writer::doctype() {
  out_ += "<!doctype html>\n";
  return *this;
}

Writer& Writer::style(std::string_view sheet) {
  out_ += fmt::format("<style>{}</style>\n", sheet);
  return *this;
}

std::string link_of(std::string_view url) {
  const std::size_t colon = std::min(url.find(':'), url.size());
  const std::string_view scheme = url.substr(0, colon), rest = url.substr(colon);
  if (!text::equal_ascii_fold(scheme, "http") && !text::equal_ascii_fold(scheme, "https")) return "";
  if (!rest.starts_with("://") || rest.size() < 4) return "";
  const std::string_view authority = rest.substr(3, std::min(rest.find_first_of("/?#", 3), rest.size()) - 3);
  if (authority.empty() || authority.find('@') != authority.npos) return "";
  const auto is_wrong = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '\\';
  };
  if (std::any_of(url.begin(), url.end(), is_wrong) || output::one_line(url) != url) return "";
  return std::string(url);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return count == 1 ? fmt::format("one {}", one) : fmt::format("{} {}", count, many);
}

}  // namespace presscut::report
