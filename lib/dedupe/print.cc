#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "dedupe/dedupe.h"
#include "json/json.h"
#include "output/output.h"

namespace presscut::dedupe {
namespace {

using Texts = std::vector<std::string>;

// What `unit` says and `best` does not, with "+", and the other way round, with "-".
Texts differences(const Unit& unit, const Unit& best) {
  Texts more, fewer, all;
  std::set_difference(unit.figures.begin(), unit.figures.end(), best.figures.begin(), best.figures.end(),
                      std::back_inserter(more));
  std::set_difference(best.figures.begin(), best.figures.end(), unit.figures.begin(), unit.figures.end(),
                      std::back_inserter(fewer));
  for (const std::string& figure : more) all.push_back('+' + figure);
  for (const std::string& figure : fewer) all.push_back('-' + figure);
  return all;
}

std::string resemblance_of(const Unit& unit, const Unit& best) {
  return fmt::format("{:.2f}", shingles::resemblance(unit.sketch, best.sketch));
}

void write_texts(std::string_view key, const Texts& texts, std::string& out) {
  out += fmt::format("\"{}\": ", key);
  json::write_strings(texts, out);
}

void write_object(const std::vector<Unit>& units, const Family& family, std::size_t number, Level level,
                  std::string& out) {
  const Unit& best = units[family[0]];
  out += fmt::format("{{\"family\": {}, \"members\": [", number);
  for (const std::size_t n : family) {
    const Unit& unit = units[n];
    out += &unit == &best ? "{" : ", {";
    for (const auto& [key, text] : {std::pair{"id", &unit.id},
                                    {"date", &unit.date},
                                    {"outlet", &unit.outlet},
                                    {"title", &unit.title},
                                    {"opening", &unit.opening}})
      if (!text->empty()) json::write_member(key, *text, out), out += ", ";
    if (level == Level::paragraph) out += fmt::format("\"start\": {}, \"end\": {}, ", unit.start, unit.end);
    out += fmt::format("\"best\": {}, \"resemblance\": {}, \"words\": {}, ", &unit == &best,
                       resemblance_of(unit, best), unit.words);
    write_texts("figures", unit.figures, out), out += ", ";
    write_texts("differences", differences(unit, best), out), out += '}';
  }
  out += "]}\n";
}

void write_rows(const std::vector<Unit>& units, const Family& family, std::size_t number, Level level,
                bool csv, std::string& out) {
  const Unit& best = units[family[0]];
  for (const std::size_t n : family) {
    const Unit& unit = units[n];
    Texts cells = {std::to_string(number), &unit == &best ? "best" : "copy", unit.id};
    if (level == Level::paragraph)
      cells.insert(cells.end(), {std::to_string(unit.start), std::to_string(unit.end), unit.opening});
    cells.insert(cells.end(), {resemblance_of(unit, best), std::to_string(unit.words), unit.date, unit.outlet,
                               unit.title, fmt::format("{}", fmt::join(unit.figures, "; ")),
                               fmt::format("{}", fmt::join(differences(unit, best), "; "))});
    output::append_row(cells, csv, out);
  }
}

Texts columns_of(Level level) {
  if (level == Level::document)
    return {"family", "is",     "id",    "resemblance", "words",
            "date",   "outlet", "title", "figures",     "differences"};
  return {"family", "is",   "id",     "start", "end",     "opening",    "resemblance",
          "words",  "date", "outlet", "title", "figures", "differences"};
}

}  // namespace

std::string print(const std::vector<Unit>& units, const std::vector<Family>& families, Level level, Form form,
                  bool header) {
  std::string out;
  if (header && form != Form::ndjson) output::append_row(columns_of(level), form == Form::csv, out);
  for (std::size_t n = 0; n < families.size(); ++n)
    if (form == Form::ndjson) write_object(units, families[n], n + 1, level, out);
    else write_rows(units, families[n], n + 1, level, form == Form::csv, out);
  return out;
}

}  // namespace presscut::dedupe
