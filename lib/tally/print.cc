#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "json/json.h"
#include "mentions/mentions.h"
#include "output/output.h"
#include "parallel/parallel.h"
#include "tally/interval.h"
#include "tally/tally.h"
#include "text/text.h"

namespace presscut::tally {
namespace {

constexpr std::size_t longest_quote = 48;  // columns of a table for people
constexpr std::size_t most_pieces = 256;   // that are written side by side

bool contains_folded(std::string_view text, std::string_view part) {
  return text::fold(text).find(text::fold(part)) != std::string::npos;
}

std::string outlet(const Source& source) { return source.outlet.empty() ? source.id : source.outlet; }

// The documents of a row, each once, in order.
std::vector<const Source*> documents(const Row& row) {
  if (row.from.size() == 1) return {row.from[0].source};
  std::vector<const Source*> all;
  std::set<const Source*> seen;
  for (const Origin& origin : row.from)
    if (seen.insert(origin.source).second) all.push_back(origin.source);
  return all;
}

std::string first_outlet(const Row& row) { return row.from.empty() ? "" : outlet(*row.from[0].source); }

void write_bounds(const Interval& interval, std::string& out) {
  const auto spelt = [](std::optional<double> value) { return value ? mentions::number(*value) : "null"; };
  out += fmt::format("\"low\": {}, \"high\": {}", spelt(interval.low), spelt(interval.high));
}

template <typename List, typename Write>
void write_list(std::string_view key, const List& list, std::string& out, Write write) {
  out += fmt::format("\"{}\": [", key);
  bool first = true;
  for (const auto& item : list) {
    if (!first) out += ", ";
    first = false;
    write(item);
  }
  out += ']';
}

void write_documents(const Row& row, std::string& out) {
  write_list("docs", documents(row), out, [&](const Source* source) { json::write_string(source->id, out); });
}

void write_row(const Row& row, std::string& out) {
  out += "{\"date\": ";
  if (row.date.empty()) out += "null";
  else json::write_string(row.date, out);
  out += ", ", write_bounds(row.interval, out), out += ", ";
  json::write_member("basis", row.basis, out), out += ", ";
  write_documents(row, out);
  out += fmt::format(", \"stories\": {}, ", row.stories);
  write_list("from", row.from, out, [&](const Origin& origin) {
    out += '{';
    json::write_member("doc", origin.source->id, out);
    out += fmt::format(", \"start\": {}, \"end\": {}, ", origin.figure->start, origin.figure->end);
    if (origin.figure->in_title) out += "\"field\": \"title\", ";
    json::write_member("quote", origin.figure->quote, out), out += ", ";
    json::write_member("relation", origin.figure->relation, out), out += ", ";
    json::write_member("figure", origin.figure->id, out);
    out += '}';
  });
  out += '}';
}

void write_event(const Event& event, std::string& out) {
  out += '{';
  json::write_member("event", event.name, out), out += ", ";
  json::write_member("role", event.role, out), out += ", ";
  write_list("rows", event.rows, out, [&](const Row& row) { write_row(row, out); });
  out += ", \"final\": ";
  if (event.final) {
    out += '{', write_bounds(*event.final, out), out += ", ";
    json::write_member("why", event.why_final, out), out += '}';
  } else {
    out += "null";
  }
  out += ", ";
  write_list("conflicts", event.conflicts, out, [&](const Row& row) {
    out += '{', write_bounds(row.interval, out), out += ", ";
    write_documents(row, out), out += ", ";
    json::write_member("why", row.why, out), out += '}';
  });
  out += "}\n";
}

std::string joined(const Row& row, std::string (*say)(const Origin&)) {
  std::string all;
  for (const Origin& origin : row.from) all += (all.empty() ? "" : "; ") + say(origin);
  return all;
}

void write_cells(const Event& event, const View& view, std::string& out) {
  const auto spelt = [](std::optional<double> value) { return value ? mentions::number(*value) : ""; };
  for (const Row& row : event.rows) {
    std::string ids, outlets;
    for (const Source* source : documents(row)) {
      ids += (ids.empty() ? "" : "; ") + source->id;
      outlets += (outlets.empty() ? "" : "; ") + outlet(*source);
    }
    output::append_row({event.name, event.role, row.date, spelt(row.interval.low), spelt(row.interval.high),
                        row.basis, std::to_string(row.stories), outlets, ids,
                        joined(row, [](const Origin& o) { return std::string(o.figure->quote); }),
                        joined(row, [](const Origin& o) { return std::string(o.figure->id); })},
                       view.form == View::Form::csv, out);
  }
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = text::display_width(text);
  return width < columns ? text + std::string(columns - width, ' ') : text;
}

std::string shortened(const std::string& text) {
  if (text::display_width(text) <= longest_quote) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size() && text::display_width(out) + 2 < longest_quote;)
    text::append(out, text::decode(text, at));
  return out + "…";
}

// "“153” = “138 previous signatories” + “another 15”", without what it equals where nobody states it.
std::string quotes(const Row& row) {
  const auto quoted = [](const Origin& origin) {
    return fmt::format("\"{}\"", output::one_line(origin.figure->quote));
  };
  const auto added = std::find_if(row.from.begin(), row.from.end(),
                                  [](const Origin& o) { return o.figure->relation == "increment"; });
  std::string all = quoted(row.from[0]);
  const bool computed = row.basis == "computed";
  if (!computed && added == row.from.end()) return shortened(all);
  std::set<std::string_view> seen = {row.from[0].figure->quote};
  bool equals = computed;
  for (const std::string_view relation : {"prior", "total", "subset", "increment", "retraction"})
    for (const Origin& origin : row.from) {
      const Figure& figure = *origin.figure;
      if (figure.relation != relation) continue;
      if (!computed && (relation == "total" || origin.source != added->source)) continue;
      if (!seen.insert(figure.quote).second) continue;
      all += !equals ? " = " : relation == "retraction" ? " - " : " + ";
      all += quoted(origin), equals = true;
    }
  return shortened(all);
}

// "The Ledger and 2 more".
std::string tellers(const Row& row) {
  const auto all = documents(row);
  return all.size() < 2 ? first_outlet(row)
                        : fmt::format("{} and {} more", first_outlet(row), all.size() - 1);
}

void write_table(const Event& event, std::string& out) {
  out += fmt::format("{}\n", output::one_line(event.name));
  std::size_t amounts = 0, bases = 0, outlets = 0;
  std::vector<std::string> told;
  for (const Row& row : event.rows) {
    amounts = std::max(amounts, spell(row.interval).size());
    bases = std::max(bases, text::display_width(row.basis));
    told.push_back(output::one_line(tellers(row)));
    outlets = std::max(outlets, text::display_width(told.back()));
  }
  for (std::size_t n = 0; n < event.rows.size(); ++n) {
    const Row& row = event.rows[n];
    out += fmt::format("  {:<10}  {:>{}}  {}  {}  {}\n",
                       row.date.empty() ? "no date" : std::string_view(row.date).substr(0, 10),
                       spell(row.interval), amounts, padded(output::one_line(row.basis), bases),
                       padded(told[n], outlets), quotes(row));
  }
  if (event.final) out += fmt::format("  now {}: {}\n", spell(*event.final), event.why_final);
  for (const Row& row : event.conflicts)
    out += fmt::format("  conflict: {} ({}) {}\n", spell(row.interval), output::one_line(tellers(row)),
                       output::one_line(row.why));
}

void write(const Event& event, bool first, const View& view, std::string& out) {
  if (view.form == View::Form::ndjson) return write_event(event, out);
  if (view.form != View::Form::table) return write_cells(event, view, out);
  if (!first) out += '\n';
  write_table(event, out);
}

bool is_shown(const Event& event, const View& view) {
  const auto& roles = view.roles;
  return (roles.empty() || std::find(roles.begin(), roles.end(), event.role) != roles.end()) &&
         (view.event.empty() || contains_folded(event.name, view.event) ||
          std::any_of(event.words.begin(), event.words.end(),
                      [&](const std::string& word) { return contains_folded(word, view.event); }));
}

void see_through(const View& view, Event& event) {
  std::erase_if(event.rows, [&](const Row& row) {
    return std::string_view(row.date).substr(0, view.since.size()) < view.since;
  });
  if (view.by_source)
    std::stable_sort(event.rows.begin(), event.rows.end(),
                     [](const Row& a, const Row& b) { return first_outlet(a) < first_outlet(b); });
}

}  // namespace

std::vector<Event> shown(std::vector<Event> events, const View& view) {
  std::erase_if(events, [&](const Event& event) { return !is_shown(event, view); });
  for (Event& event : events) see_through(view, event);
  std::erase_if(events, [](const Event& event) { return event.rows.empty(); });
  return events;
}

std::string print(const std::vector<Event>& events, const View& view, int threads) {
  const bool cells = view.form == View::Form::tsv || view.form == View::Form::csv;
  std::vector<std::string> pieces(std::min(events.size(), most_pieces));
  parallel::each(pieces.size(), threads, [&](std::size_t piece) {
    const auto beginning = [&](std::size_t n) { return n * events.size() / pieces.size(); };
    for (std::size_t n = beginning(piece); n < beginning(piece + 1); ++n)
      write(events[n], n == 0, view, pieces[piece]);
  });
  std::string out;
  if (cells && view.header)
    output::append_row(
        {"event", "role", "date", "low", "high", "basis", "stories", "outlets", "ids", "quotes", "figures"},
        view.form == View::Form::csv, out);
  std::size_t size = out.size();
  for (const std::string& piece : pieces) size += piece.size();
  out.reserve(size);
  for (std::string& piece : pieces) out += std::exchange(piece, {});
  return out;
}

}  // namespace presscut::tally
