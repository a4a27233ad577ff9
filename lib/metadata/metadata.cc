#include "metadata/metadata.h"

#include <algorithm>

#include "metadata/byline.h"
#include "metadata/dates.h"
#include "metadata/json_ld.h"
#include "metadata/lookup.h"
#include "metadata/title.h"
#include "metadata/url.h"

namespace presscut::metadata {
namespace {

// "en-US" -> "en"; empty for what is no language tag.
std::string primary_language(std::string_view tag) {
  tag = text::trim(tag);
  const std::string_view primary = tag.substr(0, std::min(tag.find_first_of("-_"), tag.size()));
  const bool letters =
      std::all_of(primary.begin(), primary.end(), [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
  return letters && (primary.size() == 2 || primary.size() == 3) ? text::fold(primary) : std::string();
}

std::string first_of(std::initializer_list<std::string> candidates) {
  for (const std::string& candidate : candidates)
    if (!candidate.empty()) return candidate;
  return {};
}

bool is_url(std::string_view text) { return text.find("://") != std::string_view::npos; }

}  // namespace

Metadata read(const page::Page& page, std::string_view url, std::size_t first_text) {
  Metadata result;
  const JsonLd json_ld = read_json_ld(page);
  const auto said = declared(page);
  result.sitename = first_of({std::string(first(said, Field::sitename)), json_ld.publisher});
  result.hostname = host_of(url.empty() ? std::string_view(page.canonical) : url);
  const Title title =
      page.has_tags ? title_of_tags(page, result.sitename, result.hostname)
                    : title_of_lines(page, first_text == Lines::none ? guess_first_text(page) : first_text);
  const Bylines bylines = find_bylines(page, title.block, first_text);
  result.title = title.text;
  result.lines = {title.block, bylines.blocks};
  result.canonical = page.canonical;
  result.language = primary_language(page.language.empty() ? first(said, Field::language) : page.language);

  const std::string_view author = first(said, Field::author);
  result.author =
      first_of({json_ld.author, is_url(author) ? std::string() : std::string(author), bylines.author});
  if (page.has_tags) {
    const Days days = find_days_of_page({page, url, said, json_ld, title.block, {}});
    result.date = days.published.iso();
    result.date_modified = days.modified.iso();
  } else {
    result.date = first_of({day_of_url(url).iso(), bylines.date});
  }
  return result;
}

}  // namespace presscut::metadata
