#include "io/warc.h"

#include <charconv>

#include "text/text.h"

namespace presscut::io {
namespace {

std::string without_brackets(std::string_view value) {
  if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

std::optional<std::uint64_t> length_of(std::string_view value) {
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return length;
}

}  // namespace

bool begins_warc(std::string_view line) { return line.starts_with("WARC/0.") || line.starts_with("WARC/1."); }

void WarcHeader::add(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view name = text::trim(line.substr(0, colon));
  const std::string_view value = text::trim(line.substr(colon + 1));
  const auto is = [&](std::string_view field) { return text::equal_ascii_fold(name, field); };
  if (is("WARC-Type")) type = text::fold(value);
  else if (is("WARC-Record-ID")) id = without_brackets(value);
  else if (is("WARC-Target-URI")) url = without_brackets(value);
  else if (is("WARC-Date")) date = value;
  else if (is("Content-Type")) media = value;
  else if (is("Content-Length")) length = length_of(value);
}

}  // namespace presscut::io
