// Evidence as NDJSON: {"tally": 1, "id": …, "figures": [{…}]}, read with simdjson's DOM since a line is
// small.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "io/io.h"
#include "json/json.h"
#include "mentions/mentions.h"
#include "tally/tally.h"

namespace presscut::tally {
namespace {

using simdjson::dom::element;

// The texts of a source and of a figure, by the names that they are written under.
template <typename Owner, typename Visit>
void each_text(Owner& source, Visit visit) requires requires {
  source.outlet;
}
{
  visit("id", source.id), visit("url", source.url), visit("outlet", source.outlet);
  visit("date", source.date), visit("title", source.title);
}

template <typename Owner, typename Visit>
void each_text(Owner& figure, Visit visit) requires requires {
  figure.quote;
}
{
  visit("id", figure.id), visit("quote", figure.quote), visit("sentence", figure.sentence);
  visit("qualifier", figure.qualifier), visit("who", figure.who), visit("role", figure.role);
  visit("relation", figure.relation), visit("event", figure.event);
  visit("attributed_to", figure.attributed_to), visit("as_of", figure.as_of);
}

void write_texts(const auto& owner, std::string& out) {
  each_text(owner, [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    json::write_member(key, value, out);
    out += ", ";
  });
}

void write_words(const std::vector<std::string>& words, std::string& out) {
  out += "\"words\": ";
  json::write_strings(words, out);
}

std::string number_or_null(std::optional<double> value) { return value ? mentions::number(*value) : "null"; }

void write_figure(const Figure& figure, std::string& out) {
  out += fmt::format("{{\"start\": {}, \"end\": {}, \"in_title\": {}, \"low\": {}, \"high\": {}, ",
                     figure.start, figure.end, figure.in_title, number_or_null(figure.interval.low),
                     number_or_null(figure.interval.high));
  if (figure.of) out += fmt::format("\"of\": {}, ", *figure.of);
  write_texts(figure, out);
  write_words(figure.words, out);
  out += fmt::format(", \"sketch\": [{}]}}", fmt::join(figure.sketch, ", "));
}

[[noreturn]] void refuse(std::string_view what) {
  throw io::BadRecord(fmt::format("no partial tally of format {}: {}", format_version, what));
}

void read_texts(element object, auto& owner) {
  each_text(owner, [&](std::string_view key, std::string& value) {
    std::string_view found;
    if (object[key].get(found) == simdjson::SUCCESS) value = found;
  });
}

std::vector<std::string> read_words(element object) {
  std::vector<std::string> words;
  simdjson::dom::array list;
  if (object["words"].get(list) != simdjson::SUCCESS) refuse("its words are no list");
  for (const element word : list) words.emplace_back(std::string_view(word));
  return words;
}

std::optional<double> read_number(element object, std::string_view key) {
  double value = 0;
  if (object[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

std::size_t read_count(element object, std::string_view key) {
  std::uint64_t value = 0;
  if (object[key].get(value) != simdjson::SUCCESS) refuse(fmt::format("{} is no number", key));
  return value;
}

Figure read_figure(element object) {
  Figure figure;
  read_texts(object, figure);
  figure.start = read_count(object, "start"), figure.end = read_count(object, "end");
  figure.in_title = object["in_title"].get_bool();
  figure.interval = {read_number(object, "low"), read_number(object, "high")};
  if (object["of"].error() == simdjson::SUCCESS) figure.of = read_count(object, "of");
  figure.words = read_words(object);
  for (const element hash : object["sketch"].get_array()) {
    const std::uint64_t value = hash;
    if (value > 0xFFFF) refuse("a sketch has a number above 65535");
    figure.sketch.push_back(static_cast<std::uint16_t>(value));
  }
  return figure;
}

}  // namespace

std::string write(const Source& source) {
  std::string out = fmt::format("{{\"tally\": {}, ", format_version);
  write_texts(source, out);
  write_words(source.words, out);
  out += ", \"figures\": [";
  for (std::size_t i = 0; i < source.figures.size(); ++i) {
    if (i) out += ", ";
    write_figure(source.figures[i], out);
  }
  return out + "]}\n";
}

Source read(const std::string& line) try {
  simdjson::dom::parser parser;
  const element object = parser.parse(line.data(), line.size());
  std::uint64_t format = 0;
  if (object["tally"].get(format) != simdjson::SUCCESS) refuse("\"tally\" is missing");
  if (format != format_version) refuse(fmt::format("its format is {}", format));
  Source source;
  read_texts(object, source);
  source.words = read_words(object);
  for (const element figure : object["figures"].get_array()) source.figures.push_back(read_figure(figure));
  const auto in_list = [&](const Figure& figure) { return !figure.of || *figure.of < source.figures.size(); };
  if (!std::all_of(source.figures.begin(), source.figures.end(), in_list)) refuse("an \"of\" points nowhere");
  return source;
} catch (const simdjson::simdjson_error& error) {
  refuse(error.what());
}

}  // namespace presscut::tally
