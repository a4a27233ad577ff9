#include "report/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "digest/digest.h"
#include "mentions/mentions.h"
#include "report/tables.h"
#include "report/whole.h"

namespace presscut::report {
namespace {

std::string title_of(const Whole& whole, const Options& options) {
  if (!options.title.empty()) return options.title;
  return fmt::format("Figures of {} on {}", counted(whole.events().size(), "event", "events"),
                     counted(whole.documents().size(), "page", "pages"));
}

// Nothing loads, nothing runs, nothing is sent: the one thing that may be used is our style sheet.
std::string policy() {
  return fmt::format("default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
                     digest::sha256_base64(embedded::page_css));
}

void write_head(const std::string& title, Writer& out) {
  out.open("head");
  out.single("meta", {{"charset", "utf-8"}});
  out.single("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy()}});
  out.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.single("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  out.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  out.element("title", title).style(embedded::page_css).close();
}

// The quotes of the names in a document, a line each, in place of its text.
void keep_names(Document& document) {
  std::string lines;
  for (GroupMention& mention : *document.groups) {
    const std::string_view quote = mentions::quote(document, mention);
    const Span span{lines.size(), lines.size() + quote.size()};
    lines += quote, lines += '\n';
    mention.span = span, mention.in_title = false;
  }
  document.text = std::move(lines);
}

// Names without what found them, which a page does not show.
std::vector<GroupMention> names_of(const std::vector<GroupMention>& groups) {
  std::vector<GroupMention> names(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    names[i].span = groups[i].span, names[i].in_title = groups[i].in_title;
    names[i].name = groups[i].name, names[i].kind = groups[i].kind, names[i].alias = groups[i].alias;
  }
  return names;
}

}  // namespace

// Member by member: the lists that go may be longer than all that stays.
Document needed(const Document& whole) {
  Document document;
  document.id = whole.id, document.url = whole.url, document.hostname = whole.hostname;
  document.title = whole.title, document.author = whole.author, document.date = whole.date;
  document.date_modified = whole.date_modified, document.language = whole.language;
  document.sitename = whole.sitename, document.text = whole.text, document.origin = whole.origin;
  if (whole.groups) document.groups = names_of(*whole.groups);
  document.figures = whole.figures;
  if (document.figures && !document.figures->empty()) {
    document.blocks = whole.blocks, document.dropped = whole.dropped;
    return document;
  }
  document.figures.emplace(), document.blocks.emplace();
  if (document.groups) keep_names(document);
  else document.text.clear();
  return document;
}

void write_overview(const Whole& whole, const Options& options, Writer& out) {
  out.open("header").element("h1", {{"dir", "auto"}}, title_of(whole, options));
  if (whole.events().empty()) out.element("p", "No figure was found.");
  out.open("ol", {{"class", "overview"}});
  for (std::size_t n = 0; n < whole.events().size(); ++n) {
    const tally::Event& event = whole.events()[n];
    out.open("li").open("a", {{"href", link_to(name_of_event(n))}});
    out.element("span", {{"class", "many"}}, event.final ? spelt(*event.final) : "–");
    out.element("bdi", event.name).close();
    if (!event.conflicts.empty()) out.text(" ").element("span", {{"class", "chip conflict"}}, "conflict");
    out.close();
  }
  out.close().close();
}

std::string page(std::vector<Document> documents, const Making& making, const Options& options) {
  const Whole whole(std::move(documents), options);
  Writer out;
  out.doctype().open("html", {{"lang", "en"}});
  write_head(title_of(whole, options), out);
  out.open("body");
  write_overview(whole, options, out);
  out.open("main");
  write_events(whole, out);
  write_over_time(whole, out);
  write_names(whole, out);
  write_documents(whole, out);
  out.close();
  out.open("footer"), write_making(whole, making, out), out.close();
  out.close().close();
  return out.take();
}

}  // namespace presscut::report
