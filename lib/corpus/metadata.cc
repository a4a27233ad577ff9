#include <simdjson.h>

#include <algorithm>
#include <array>

#include "corpus/corpus.h"
#include "metadata/url.h"

namespace presscut::corpus {
namespace {

constexpr std::array<std::pair<std::string_view, std::string Document::*>, 9> fields = {{
    {"id", &Document::id},
    {"url", &Document::url},
    {"hostname", &Document::hostname},
    {"title", &Document::title},
    {"author", &Document::author},
    {"date", &Document::date},
    {"date_modified", &Document::date_modified},
    {"language", &Document::language},
    {"sitename", &Document::sitename},
}};

constexpr std::array<std::pair<std::string_view, std::size_t>, 3> lengths_of_dates = {
    {{"year", 4}, {"month", 7}, {"day", 10}}};

std::string host_of(const Document& document) {
  return document.hostname.empty() ? metadata::host_of(document.url) : document.hostname;
}

// A string without its quotes, anything else as it is written.
std::string plain(const std::string& json) {
  simdjson::dom::parser parser;
  std::string_view text;
  if (parser.parse(json).get(text) == simdjson::SUCCESS) return std::string(text);
  return json == "null" ? "" : json;
}

}  // namespace

std::string metadata(const Document& document, std::string_view key) {
  if (key == "host") return host_of(document);
  for (const auto& [name, length] : lengths_of_dates)
    if (key == name) return document.date.size() < length ? "" : document.date.substr(0, length);
  for (const auto& [name, field] : fields)
    if (key == name) return document.*field;
  const auto other = std::find_if(document.others.begin(), document.others.end(),
                                  [&](const auto& known) { return known.first == key; });
  return other == document.others.end() ? "" : plain(other->second);
}

}  // namespace presscut::corpus
