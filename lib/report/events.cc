// Each event: what is known now, its figures over time, its rows with their words, and what contradicts what.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/marks.h"
#include "report/timeline.h"
#include "report/whole.h"

namespace presscut::report {
namespace {

constexpr std::size_t most_words = 5;

// What the documents of an event speak of: "Ashe, harbour, light".
std::string words_of(const tally::Event& event) {
  const auto last =
      event.words.begin() + static_cast<std::ptrdiff_t>(std::min(event.words.size(), most_words));
  return fmt::format("{}", fmt::join(event.words.begin(), last, ", "));
}

// The first part is the kind: "claimed" of "claimed:police".
std::string_view kind_of(std::string_view basis) { return basis.substr(0, basis.find(':')); }

std::string basis_of(std::string_view basis) {
  const std::size_t colon = basis.find(':');
  if (colon == basis.npos) return std::string(basis);
  return fmt::format("by account of {}", basis.substr(colon + 1));
}

void write_sources(const Whole& whole, const tally::Row& row, const std::vector<std::string>& outlets,
                   Writer& out) {
  out.open("ul", {{"class", "sources"}});
  std::set<const tally::Source*> seen;
  for (const tally::Origin& origin : row.from) {
    if (!seen.insert(origin.source).second) continue;
    const std::string& outlet = outlet_of(*origin.source);
    out.open("li");
    write_mark(mark_of(outlets, outlet), out);
    out.open("a", {{"href", link_to(name_of_document(whole.place_of(origin).document))}})
        .element("bdi", outlet)
        .close()
        .close();
  }
  out.close();
  if (row.stories < seen.size())
    out.element("p", {{"class", "aside"}}, counted(row.stories, "story of its own", "stories of their own"));
}

void write_quotes(const Whole& whole, const tally::Row& row, Writer& out) {
  out.open("ul", {{"class", "quotes"}});
  for (const tally::Origin& origin : row.from) {
    const std::string relation(origin.figure->relation);
    out.open("li").open("a", {{"href", link_to(name_of(whole.place_of(origin)))}, {"dir", "auto"}});
    out.text("“").text(origin.figure->quote).text("”").close();
    if (!relation.empty() && relation != "total") out.element("span", {{"class", "aside"}}, " " + relation);
    out.close();
  }
  out.close();
}

void write_row(const Whole& whole, const tally::Row& row, const std::vector<std::string>& outlets,
               Writer& out) {
  const std::string kind(kind_of(row.basis));
  out.open("tr");
  out.open("td", {{"class", "date"}}).element("bdi", row.date.empty() ? "no date" : row.date).close();
  out.element("td", {{"class", "amount"}}, spelt(row.interval));
  out.open("td", {{"class", "basis"}})
      .element("span", {{"class", "chip " + kind}, {"dir", "auto"}}, basis_of(row.basis));
  out.close();
  out.open("td"), write_sources(whole, row, outlets, out), out.close();
  out.open("td"), write_quotes(whole, row, out), out.close();
  out.close();
}

void write_table(const Whole& whole, const tally::Event& event, Writer& out) {
  const auto outlets = outlets_of(event);
  out.open("table", {{"class", "rows"}}).open("thead").open("tr");
  for (const std::string_view head : {"Date", "How many", "Basis", "Source", "In these words"})
    out.element("th", {{"scope", "col"}}, head);
  out.close().close().open("tbody");
  for (const tally::Row& row : event.rows) write_row(whole, row, outlets, out);
  out.close().close();
}

void write_conflicts(const Whole& whole, const tally::Event& event, Writer& out) {
  if (event.conflicts.empty()) return;
  out.open("section", {{"class", "conflicts"}}).element("h3", "Conflicts").open("ul");
  for (const tally::Row& row : event.conflicts) {
    out.open("li").element("strong", spelt(row.interval)).text(" ");
    if (!row.from.empty()) {
      out.text("(").open("a", {{"href", link_to(name_of(whole.place_of(row.from[0])))}});
      out.element("bdi", outlet_of(*row.from[0].source)).close().text(") ");
    }
    out.element("bdi", row.why).close();
  }
  out.close().close();
}

void write_now(const tally::Event& event, Writer& out) {
  out.open("p", {{"class", "verdict"}});
  if (event.final) out.element("strong", spelt(*event.final)).text(" ").element("bdi", event.why_final);
  else out.text("No number stands.");
  out.close();
}

void write_event(const Whole& whole, std::size_t number, Writer& out) {
  const tally::Event& event = whole.events()[number];
  const std::string words = words_of(event);
  out.open("article", {{"class", "event"}, {"id", name_of_event(number)}});
  out.open("h2").element("span", {{"class", "number"}}, std::to_string(number + 1));
  out.element("bdi", event.name).close();
  if (!words.empty()) out.element("p", {{"class", "words"}, {"dir", "auto"}}, words);
  write_now(event, out);
  write_timeline(whole, event, out);
  write_table(whole, event, out);
  write_conflicts(whole, event, out);
  out.close();
}

// Figures that stand in no row: parts of others, goals, events that are not shown.
void write_rest(const Whole& whole, Writer& out) {
  std::vector<Place> rest;
  for (std::size_t d = 0; d < whole.sources().size(); ++d)
    for (std::size_t f = 0; f < whole.sources()[d].figures.size(); ++f)
      if (whole.has_text(d) && !whole.event_of({d, f})) rest.push_back({d, f});
  if (rest.empty()) return;
  out.open("details", {{"class", "rest"}});
  out.element("summary", counted(rest.size(), "figure beside the rows", "figures beside the rows"));
  out.element("p", {{"class", "aside"}},
              "Parts of other figures, goals, and what was said before: they are not added.");
  out.open("ul", {{"class", "quotes"}});
  for (const Place place : rest) {
    const tally::Figure& figure = whole.sources()[place.document].figures[place.figure];
    out.open("li").open("a", {{"href", link_to(name_of(place))}, {"dir", "auto"}});
    out.text("“").text(figure.quote).text("”").close().text(" ");
    out.open("span", {{"class", "aside"}}).text(figure.relation).text(" ").text(figure.role).text(", ");
    out.element("bdi", outlet_of(whole.sources()[place.document])).close().close();
  }
  out.close().close();
}

}  // namespace

void write_events(const Whole& whole, Writer& out) {
  out.open("section", {{"id", "events"}, {"aria-label", "Events"}});
  out.parts(whole.events().size(), whole.threads(),
            [&](std::size_t n, Writer& part) { write_event(whole, n, part); });
  write_rest(whole, out);
  out.close();
}

}  // namespace presscut::report
