#include "clean/reasons.h"

#include <algorithm>
#include <array>
#include <utility>

namespace presscut::clean {
namespace {

using page::Hint;

// A phrase decides in a block no longer than this; in a longer one it may be quoted.
constexpr std::uint32_t longest_sure = 60;

// The title is a field and leaves the text, but not behind so many words of it: a heading of a part that
// happens to agree with the page's title belongs there.
constexpr std::uint32_t deepest_title = 100;
Verdict title() { return {Reason::other, "title"}; }

// A list of single words right behind the text is one of tags, as far as so many blocks.
constexpr std::uint32_t longest_tag_list = 20;

// Hints and what they explain, the most telling first.
constexpr std::array<std::pair<Hint, Reason>, 19> hint_reasons = {{
    {Hint::consent, Reason::consent},       {Hint::caption, Reason::caption},
    {Hint::share, Reason::share},           {Hint::subscribe, Reason::subscribe},
    {Hint::pagination, Reason::pagination}, {Hint::tags, Reason::tags},
    {Hint::ticker, Reason::ticker},         {Hint::promotion, Reason::promotion},
    {Hint::author, Reason::author},         {Hint::byline, Reason::byline},
    {Hint::date, Reason::byline},           {Hint::related, Reason::related},
    {Hint::comment, Reason::comments},      {Hint::navigation, Reason::navigation},
    {Hint::legal, Reason::legal},           {Hint::footer, Reason::legal},
    {Hint::aside, Reason::related},         {Hint::header, Reason::navigation},
    {Hint::teaser, Reason::related},
}};

Verdict from_hint(Hint hint, Reason reason) { return {reason, "hint:" + std::string(page::name(hint))}; }

// Leaked CSS and script: braces, semicolons and equals signs where words should be.
bool is_style(const Stats& stats) {
  return stats.code_signs >= 4 && stats.code_signs * 3 >= stats.words &&
         stats.stop_words * 8 < stats.words + 8;
}

// A template that nobody filled in: a quarter of the block and more is placeholders, as Mustache, Jinja and
// their kin write them ("{{/title}} {{#text}}", "{% if user %}").
bool is_template(std::string_view text) {
  std::size_t inside = 0;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("{{") && !rest.starts_with("{%")) continue;
    const std::size_t end = rest.find(rest[1] == '%' ? "%}" : "}}");
    if (end == std::string_view::npos) break;
    inside += end + 2;
    at += end + 1;
  }
  return inside * 4 >= text.size();
}

// Of a picture; the caption of a table belongs to it.
bool is_caption(const page::Block& block) {
  return block.kind == Kind::caption && !has(block.hints, Hint::table);
}

}  // namespace

Reasons::Reasons(const page::Page& page, const Features& features, const metadata::Lines& lines, Span text,
                 const Words& words)
    : page_(page),
      features_(features),
      lines_(lines),
      words_(words),
      text_(text),
      appeals_(find_appeals(features)) {}

std::optional<Verdict> Reasons::sure(std::size_t block) const {
  const Stats& stats = features_.stats(block);
  if (block == lines_.title && features_.prose_before(block) < deepest_title) return title();
  if (std::binary_search(lines_.bylines.begin(), lines_.bylines.end(), block))
    return Verdict{Reason::byline, "byline"};
  if (is_caption(page_.blocks[block])) return Verdict{Reason::caption, "caption"};
  if (stands_over_title(block))
    return Verdict{stats.words <= 8 ? Reason::navigation : Reason::ticker, "shape:head"};
  if (!page_.has_tags && is_style(stats)) return Verdict{Reason::style, "style"};
  if (stats.code_signs >= 4 && page_.blocks[block].kind != Kind::code &&
      is_template(page_.text_of(page_.blocks[block])))
    return Verdict{Reason::style, "template"};
  if (appeals_.in_run[block]) return Verdict{Reason::promotion, "appeal"};
  if (stats.sure_phrase == Stats::none || stats.words > longest_sure) return std::nullopt;
  const Phrase& phrase = words_.phrase(stats.sure_phrase);
  return Verdict{phrase.reason, phrase.rule};
}

// Plain text begins with its title; what stands over it are menus and tickers. A byline below the title shows
// that it is one and no heading further down.
bool Reasons::stands_over_title(std::size_t block) const {
  if (page_.has_tags || lines_.title == metadata::Lines::none || block >= lines_.title) return false;
  const auto byline = std::upper_bound(lines_.bylines.begin(), lines_.bylines.end(), lines_.title);
  const bool has_byline = byline != lines_.bylines.end() && *byline <= lines_.title + 3;
  return has_byline && features_.prose_before(lines_.title) * 5 < features_.prose();
}

std::optional<Verdict> Reasons::from_hints(const page::Block& block) const {
  for (const auto& [hint, reason] : hint_reasons)
    if (has(block.near, hint)) return from_hint(hint, reason);
  for (const auto& [hint, reason] : hint_reasons)
    if (has(block.hints, hint)) return from_hint(hint, reason);
  if (has(block.hints, Hint::form) || has(block.hints, Hint::button))
    return from_hint(Hint::form, Reason::navigation);
  return std::nullopt;
}

std::optional<Verdict> Reasons::from_phrase(std::size_t block) const {
  const Stats& stats = features_.stats(block);
  const std::uint16_t number = stats.sure_phrase != Stats::none ? stats.sure_phrase : stats.hint_phrase;
  if (number == Stats::none) return std::nullopt;
  const Phrase& phrase = words_.phrase(number);
  return Verdict{phrase.reason, phrase.rule};
}

// What the form of a block and its place tell where no word does.
std::optional<Verdict> Reasons::from_shape(std::size_t block) const {
  const page::Block& own = page_.blocks[block];
  const Stats& stats = features_.stats(block);
  if (own.kind == Kind::caption) return Verdict{Reason::caption, "caption"};
  if (features_.is_repeated(block))
    return stats.words >= 6 ? Verdict{Reason::duplicate, "repeated"}
                            : Verdict{Reason::navigation, "shape:label"};
  const bool before = block < text_.start;
  const bool behind = block >= text_.end;
  if (own.kind == Kind::list_item && stats.words <= 4) {
    const bool closes_text = behind && features_.since_prose(block) <= longest_tag_list;
    return closes_text ? Verdict{Reason::tags, "shape:tags"} : Verdict{Reason::navigation, "shape:menu"};
  }
  if (stats.words <= 8 && (before || own.link_bytes * 2 > stats.bytes))
    return Verdict{Reason::navigation, "shape:menu"};
  if (before && stats.words <= 40) return Verdict{Reason::ticker, "shape:head"};
  if (behind && stats.words <= 30) return Verdict{Reason::related, "shape:tail"};
  return std::nullopt;
}

bool Reasons::opens_section(std::size_t block, const Verdict& verdict) const {
  constexpr std::uint32_t longest_heading = 6;
  constexpr std::uint32_t with_headings =
      bit(Reason::related) | bit(Reason::ticker) | bit(Reason::comments) | bit(Reason::comment_form) |
      bit(Reason::tags) | bit(Reason::author) | bit(Reason::promotion) | bit(Reason::subscribe);
  if (verdict.rule == "appeal") return true;
  const Stats& stats = features_.stats(block);
  return (bit(verdict.reason) & with_headings) && stats.sure_phrase != Stats::none &&
         stats.words <= longest_heading && words_.phrase(stats.sure_phrase).place != Place::any;
}

bool Reasons::goes_with(const Verdict& section, std::size_t block) const {
  constexpr std::uint32_t least_words = 3, most_words = 25;
  const Stats& stats = features_.stats(block);
  return !page_.has_tags && section.reason == Reason::related && !features_.is_heading(block) &&
         stats.words >= least_words && stats.words <= most_words && stats.sentences == 0;
}

bool Reasons::is_standfirst(std::size_t block) const {
  constexpr std::uint32_t least_words = 10, most_words = 60;
  const Stats& stats = features_.stats(block);
  return lines_.title != metadata::Lines::none && block == lines_.title + 1 && stats.words >= least_words &&
         stats.words <= most_words && stats.last == '.' && stats.reasons == 0 &&
         page_.blocks[block].link_bytes * 4 < stats.bytes && !page_.blocks[block].hidden;
}

Verdict Reasons::explain(std::size_t block, const std::optional<Verdict>& section) const {
  if (block == lines_.title) return title();
  if (auto verdict = from_phrase(block)) return *verdict;
  if (page_.blocks[block].kind != Kind::code && is_style(features_.stats(block)))
    return {Reason::style, "style"};
  if (page_.blocks[block].hidden) return {Reason::hidden, "hidden"};
  if (auto verdict = from_hints(page_.blocks[block])) return *verdict;
  if (section) return {section->reason, "section:" + std::string(name(section->reason))};
  if (auto verdict = from_shape(block)) return *verdict;
  return {Reason::other, "model"};
}

}  // namespace presscut::clean
