#include "metadata/metadata.h"

#include <algorithm>

#include "metadata/byline.h"
#include "metadata/dates.h"
#include "metadata/json_ld.h"
#include "metadata/lookup.h"
#include "metadata/mail.h"
#include "metadata/names.h"
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

// The names of whoever wrote: declared ones in full, what the byline shows, then accounts.
std::string author_of(const JsonLd& json_ld, const std::vector<Declared>& said, const Bylines& bylines,
                      std::string_view sitename) {
  // A person may have a site that bears the own name; an organisation that writes for itself is no author.
  const bool own_site = json_ld.by_person && is_person(json_ld.author);
  std::vector<std::string> candidates = {names_in(json_ld.author, own_site ? std::string_view() : sitename)};
  std::string listed;  // of elements of one name, such as citation_author
  const Declared* best = nullptr;
  for (const Declared& value : said)
    if (value.field == Field::author && (!best || value.trust > best->trust)) best = &value;
  for (const Declared& value : said)
    if (best && value.name == best->name) (listed += value.value) += ';';
  candidates.push_back(names_in(listed, sitename));
  candidates.push_back(bylines.author);
  for (const std::string& names : candidates)
    if (are_full_names(names)) return names;
  return first_of({candidates[2], candidates[0], candidates[1]});
}

}  // namespace

namespace {

// Some sites put the page's title or their address into the name of the site.
std::string site_of(std::string_view name, std::string_view title) {
  if (const std::size_t at = name.find('@'); at != std::string_view::npos)
    name =
        text::trim(name.substr(0, name.rfind(' ', at) == std::string_view::npos ? 0 : name.rfind(' ', at)));
  if (!title.empty() && name.starts_with(title)) {
    name.remove_prefix(title.size());
    while (!name.empty() && std::string_view(" -|:,–—·").find(name.front()) != std::string_view::npos)
      name.remove_prefix(1);
  }
  return std::string(name);
}

bool is_past(const Day& day, std::string_view latest) {
  return latest.empty() || day.iso().substr(0, 10) <= latest.substr(0, 10);
}

}  // namespace

Metadata read(const page::Page& page, std::string_view url, std::size_t first_text, std::string_view latest) {
  Metadata result;
  if (!page.has_tags && first_text == Lines::none) first_text = guess_first_text(page);
  const JsonLd json_ld = read_json_ld(page);
  const auto said = declared(page);
  const std::string site = first_of({std::string(first(said, Field::sitename)), json_ld.publisher});
  result.hostname = host_of(url.empty() ? std::string_view(page.canonical) : url);
  result.canonical = page.canonical;
  result.language = first_of({primary_language(page.language), primary_language(first(said, Field::language)),
                              primary_language(json_ld.language)});
  const Mail mail = page.has_tags ? Mail() : read_mail(page);
  const Title title = page.has_tags                 ? title_of_tags(page, site, result.hostname)
                      : mail.subject != Lines::none ? Title{mail.title, mail.subject}
                                                    : title_of_lines(page, first_text);
  result.title = title.text;
  result.sitename = site_of(site, title.text);

  Reading reading;
  reading.order = order_of(page.language, result.hostname);
  const Bylines bylines = find_bylines(page, title.block, first_text, result.sitename, reading);
  result.lines = {title.block, mail.blocks.empty() ? bylines.blocks : mail.blocks, first_text};
  result.author = mail.author.empty() ? author_of(json_ld, said, bylines, result.sitename) : mail.author;
  Days days;
  if (page.has_tags) days = find_days_of_page({page, url, said, json_ld, title.block, latest});
  else days = {mail.date ? mail.date : day_of_url(url) ? day_of_url(url) : bylines.date, bylines.modified};
  if (is_past(days.published, latest)) result.date = days.published.iso();
  if (is_past(days.modified, latest)) result.date_modified = days.modified.iso();
  return result;
}

}  // namespace presscut::metadata
