#include "metadata/metadata.h"

#include <algorithm>

#include "metadata/byline.h"
#include "metadata/day.h"
#include "metadata/json_ld.h"
#include "metadata/lookup.h"
#include "metadata/title.h"

namespace presscut::metadata {
namespace {

std::string host_of(std::string_view url) {
  const std::size_t start = url.find("://");
  if (start == std::string_view::npos) return {};
  std::string_view host = url.substr(start + 3);
  host = host.substr(0, std::min(host.find_first_of("/?#"), host.size()));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host = host.substr(at + 1);
  if (!host.empty() && host.front() != '[') host = host.substr(0, std::min(host.find(':'), host.size()));
  return text::fold(host);
}

// "en-US" -> "en"; empty for what is no language tag.
std::string primary_language(std::string_view tag) {
  tag = text::trim(tag);
  const std::string_view primary = tag.substr(0, std::min(tag.find_first_of("-_"), tag.size()));
  const bool letters =
      std::all_of(primary.begin(), primary.end(), [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
  return letters && (primary.size() == 2 || primary.size() == 3) ? text::fold(primary) : std::string();
}

std::string day_in(std::string_view text) {
  const auto day = text.empty() ? std::nullopt : find_day(text);
  return day ? day->value : std::string();
}

std::string first_of(std::initializer_list<std::string> candidates) {
  for (const std::string& candidate : candidates)
    if (!candidate.empty()) return candidate;
  return {};
}

bool is_url(std::string_view text) { return text.find("://") != std::string_view::npos; }

// <time> elements that stand with the title or are marked as the day of publication.
std::string time_near_title(const page::Page& page, std::size_t title) {
  constexpr std::size_t reach = 12;
  for (const page::Time& time : page.times) {
    const std::size_t from = title == Lines::none ? 0 : title - std::min<std::size_t>(title, 3);
    const bool elsewhere = has(time.hints, page::Hint::comment) || has(time.hints, page::Hint::related) ||
                           has(time.hints, page::Hint::aside) || has(time.hints, page::Hint::footer) ||
                           has(time.hints, page::Hint::teaser);
    if (elsewhere || time.block < from || time.block > from + reach) continue;
    if (std::string day = day_in(time.value); !day.empty()) return day;
  }
  return {};
}

}  // namespace

Metadata read(const page::Page& page, std::string_view url, std::size_t first_text) {
  Metadata result;
  const JsonLd json_ld = read_json_ld(page);
  result.sitename =
      first_of({std::string(meta(page, {"og:site_name", "application-name"})), json_ld.publisher});
  const Title title =
      page.has_tags ? title_of_tags(page, result.sitename)
                    : title_of_lines(page, first_text == Lines::none ? guess_first_text(page) : first_text);
  const Bylines bylines = find_bylines(page, title.block, first_text);
  result.title = title.text;
  result.lines = {title.block, bylines.blocks};
  result.canonical = page.canonical;
  result.hostname = host_of(url.empty() ? std::string_view(page.canonical) : url);
  result.language = primary_language(page.language);

  const std::string_view author =
      meta(page, {"author", "dc.creator", "parsely-author", "sailthru.author", "article:author"});
  result.author =
      first_of({json_ld.author, is_url(author) ? std::string() : std::string(author), bylines.author});
  result.date =
      first_of({day_in(json_ld.published),
                day_in(meta(page, {"article:published_time", "og:article:published_time", "datepublished",
                                   "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date.created",
                                   "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate",
                                   "publish-date", "publish_date", "publication_date", "article.published",
                                   "article_date_original", "date", "last-modified"})),
                day_of_url(url).value_or(std::string()), bylines.date, time_near_title(page, title.block)});
  result.date_modified = first_of(
      {day_in(json_ld.modified),
       day_in(meta(page, {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"}))});
  return result;
}

}  // namespace presscut::metadata
