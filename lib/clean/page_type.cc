#include "clean/page_type.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "clean/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::clean {
namespace {

using Types = std::uint8_t;  // a bit for each PageType

constexpr Types bit_of(PageType type) { return static_cast<Types>(1u << static_cast<unsigned>(type)); }

PageType type_called(std::string_view called) {
  for (std::size_t t = 0; t < page_type_count; ++t)
    if (name(static_cast<PageType>(t)) == called) return static_cast<PageType>(t);
  throw std::runtime_error("page_types.tsv: no page type is called " + std::string(called));
}

// Keys: "graph:article", "address:news".
const tables::Lookup<Types>& types() {
  static const auto lookup = [] {
    const tables::Table table("page_types.tsv", embedded::page_types_tsv);
    tables::Lookup<Types> result;
    for (const auto& row : table.rows())
      result.add(std::string(row.cells[0]) + ':' + std::string(row.cells[1]),
                 bit_of(type_called(row.cells[2])));
    return result;
  }();
  return lookup;
}

Types types_of(std::string_view source, std::string_view word) {
  constexpr std::size_t longest = 40;
  if (word.empty() || word.size() > longest) return 0;
  const Types* const found = types().find(std::string(source) + ':' + text::fold(word));
  return found ? *found : 0;
}

Types of_open_graph(const page::Page& page) {
  for (const auto& [name, content] : page.meta)
    if (name == "og:type") return types_of("og:type", content);
  return 0;
}

// Every "@type" of a JSON-LD text, whatever it is the type of: a page with an Offer sells something.
Types of_json_ld(std::string_view text) {
  constexpr std::string_view key = "\"@type\"";
  Types found = 0;
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at)) {
    at += key.size();
    const std::size_t open = text.find('"', at);
    if (open == std::string_view::npos) break;
    const std::size_t close = std::min(text.find('"', open + 1), text.size());
    found |= types_of("json-ld", text.substr(open + 1, close - open - 1));
    at = close;
  }
  return found;
}

std::string_view path_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t path = std::min(url.find('/', host), url.size());
  return url.substr(path, url.find_first_of("?#", path) - path);
}

Types of_address(std::string_view path, Declared& declared) {
  Types found = 0;
  std::string_view last;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty()) continue;
    last = part;
    found |= types_of("address", part);
    declared.folders = static_cast<std::uint8_t>(declared.folders + (declared.folders < 20));
  }
  const auto count = [&](auto is) {
    return static_cast<std::uint8_t>(
        std::min<std::ptrdiff_t>(std::count_if(last.begin(), last.end(), is), 50));
  };
  declared.dashes = count([](char c) { return c == '-' || c == '_'; });
  declared.digits = count([](char c) { return c >= '0' && c <= '9'; });
  return found;
}

}  // namespace

std::string_view name(PageType type) {
  static constexpr std::array<std::string_view, page_type_count> names = {
      "article", "forum", "product", "listing", "documentation", "service"};
  return names[static_cast<std::size_t>(type)];
}

bool is_article(const Declared& declared) {
  constexpr std::uint8_t least_dashes = 3;
  const std::uint8_t votes = declared.votes[static_cast<std::size_t>(PageType::article)];
  std::uint8_t others = 0;
  for (const PageType type : {PageType::forum, PageType::product, PageType::listing, PageType::documentation})
    others = std::max(others, declared.votes[static_cast<std::size_t>(type)]);
  return votes > others || (votes == others && declared.dashes >= least_dashes);
}

Declared declared(const page::Page& page, std::string_view url) {
  Declared result;
  result.has_address = !url.empty();
  Types json_ld = 0;
  for (const std::string& text : page.json_ld) json_ld |= of_json_ld(text);
  for (const Types found : {of_open_graph(page), json_ld, of_address(path_of(url), result)})
    for (std::size_t t = 0; t < page_type_count; ++t)
      result.votes[t] = static_cast<std::uint8_t>(result.votes[t] + (found >> t & 1));
  return result;
}

}  // namespace presscut::clean
