// The pages that figures stand in: their text with each figure marked, and what was dropped from them.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/passage.h"
#include "report/whole.h"
#include "text/paragraphs.h"

namespace presscut::report {
namespace {

constexpr std::size_t most_reaching = 6;  // marks that go on in the next block

// The figures of a document in its title or its text, as marks.
std::vector<Marked> marks_of(const Whole& whole, std::size_t number, bool in_title) {
  std::vector<Marked> marks;
  const auto& figures = *whole.documents()[number].figures;
  for (std::size_t f = 0; f < figures.size(); ++f) {
    if (figures[f].in_title != in_title) continue;
    const auto event = whole.event_of({number, f});
    marks.push_back({figures[f].span, name_of(Place{number, f}), event ? std::to_string(*event + 1) : "",
                     event ? link_to(name_of_event(*event)) : ""});
  }
  std::sort(marks.begin(), marks.end(),
            [](const Marked& a, const Marked& b) { return a.span.start < b.span.start; });
  return marks;
}

// The blocks of a text that another cleaner left: what blank lines part.
std::vector<Block> paragraphs_of(std::string_view text) {
  std::vector<Block> blocks;
  for (const Span span : text::paragraphs(text)) blocks.push_back({span, Kind::paragraph, {}});
  return blocks;
}

std::string_view element_of(Kind kind) {
  switch (kind) {
    case Kind::heading: return "h4";
    case Kind::quote: return "blockquote";
    case Kind::code: return "pre";
    default: return "p";
  }
}

void write_text(const Whole& whole, std::size_t number, Writer& out) {
  const Document& document = whole.documents()[number];
  const std::vector<Marked> marks = marks_of(whole, number, false);
  std::vector<Marked> here;  // those of the block, and those that reach into it
  std::size_t next = 0;
  out.open("div", {{"class", "text"}});
  for (const Block& block : document.blocks ? *document.blocks : paragraphs_of(document.text)) {
    while (next < marks.size() && marks[next].span.start < block.span.end) here.push_back(marks[next++]);
    out.open(element_of(block.kind), {{"class", std::string(name(block.kind))}, {"dir", "auto"}});
    write_passage(document.text, block.span, here, out);
    out.close();
    std::erase_if(here, [&](const Marked& mark) { return mark.span.end <= block.span.end; });
    here.resize(std::min(here.size(), most_reaching));
  }
  out.close();
}

// "12 blocks dropped: navigation 7, promotion 3, share 2".
std::string summary_of(const std::vector<Dropped>& dropped) {
  std::map<std::string_view, std::size_t> counts;
  for (const Dropped& block : dropped) ++counts[name(block.reason)];
  std::vector<std::pair<std::string_view, std::size_t>> reasons(counts.begin(), counts.end());
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string all = counted(dropped.size(), "block dropped", "blocks dropped");
  for (const auto& [reason, count] : reasons)
    all += fmt::format("{} {} {}", reason == reasons[0].first ? ":" : ",", reason, count);
  return all;
}

void write_dropped(const std::vector<Dropped>& dropped, Writer& out) {
  if (dropped.empty()) return;
  out.open("details", {{"class", "dropped"}}).element("summary", summary_of(dropped)).open("ul");
  for (const Dropped& block : dropped) {
    out.open("li").element("span", {{"class", "chip"}, {"title", block.rule}}, name(block.reason)).text(" ");
    out.element("span", {{"dir", "auto"}}, block.text).close();
  }
  out.close().close();
}

void write_origin(const Whole& whole, std::size_t number, Writer& out) {
  const Document& document = whole.documents()[number];
  out.open("p", {{"class", "origin"}}).element("bdi", outlet_of(whole.sources()[number]));
  for (const std::string& said : {document.date, document.author})
    if (!said.empty()) out.text(" · ").element("bdi", said);
  const std::string link = link_of(document.url);
  if (!document.url.empty()) out.text(" · ");
  if (!link.empty())
    out.open("a", {{"href", link}, {"rel", "noreferrer"}, {"class", "out"}})
        .element("bdi", document.url)
        .close();
  else if (!document.url.empty()) out.element("bdi", document.url);
  if (document.id != document.url && shown_id(document) != outlet_of(whole.sources()[number]))
    out.text(" · ").element("bdi", {{"class", "id"}}, shown_id(document));
  out.close();
}

std::string language_of(const Document& document) {
  const auto is_tag = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
  return std::all_of(document.language.begin(), document.language.end(), is_tag) ? document.language : "";
}

void write_document(const Whole& whole, std::size_t number, Writer& out) {
  const Document& document = whole.documents()[number];
  out.open("article",
           {{"class", "document"}, {"id", name_of_document(number)}, {"lang", language_of(document)}});
  out.open("h3", {{"dir", "auto"}});
  if (document.title.empty()) out.text(shown_id(document));
  write_passage(document.title, {0, document.title.size()}, marks_of(whole, number, true), out);
  out.close();
  write_origin(whole, number, out);
  write_text(whole, number, out);
  if (document.dropped) write_dropped(*document.dropped, out);
  out.close();
}

void write_without(const Whole& whole, const std::vector<std::size_t>& numbers, Writer& out) {
  if (numbers.empty()) return;
  out.open("details", {{"class", "rest"}});
  out.element("summary", counted(numbers.size(), "page without such figures", "pages without such figures"));
  out.open("ul");
  for (const std::size_t number : numbers) {
    const Document& document = whole.documents()[number];
    out.open("li").element("bdi", document.title.empty() ? shown_id(document) : document.title);
    if (!document.title.empty()) out.text(" ").element("bdi", {{"class", "aside"}}, shown_id(document));
    out.close();
  }
  out.close().close();
}

}  // namespace

void write_documents(const Whole& whole, Writer& out) {
  if (whole.documents().empty()) return;
  std::vector<std::size_t> with, without;
  for (std::size_t n = 0; n < whole.documents().size(); ++n)
    (whole.has_text(n) ? with : without).push_back(n);
  out.open("section", {{"id", "pages"}}).element("h2", "Pages");
  out.parts(with.size(), whole.threads(),
            [&](std::size_t n, Writer& part) { write_document(whole, with[n], part); });
  write_without(whole, without, out);
  out.close();
}

}  // namespace presscut::report
