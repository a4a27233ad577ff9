// Units as NDJSON, read with simdjson's DOM since a line is small.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "dedupe/dedupe.h"
#include "io/io.h"
#include "json/json.h"

namespace presscut::dedupe {
namespace {

using simdjson::dom::element;

template <typename Owner, typename Visit>
void each_text(Owner& unit, Visit visit) {
  visit("id", unit.id), visit("date", unit.date), visit("outlet", unit.outlet), visit("title", unit.title);
  visit("opening", unit.opening);
}

template <typename Owner, typename Visit>
void each_count(Owner& unit, Visit visit) {
  visit("start", unit.start), visit("end", unit.end), visit("words", unit.words);
}

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t digits_of_hash = 4;

// Not with fmt: of a million units a hundred million hashes are written.
std::string hex_of(const shingles::Sketch& sketch) {
  std::string hex;
  hex.reserve(sketch.size() * digits_of_hash);
  for (const std::uint16_t hash : sketch)
    for (int shift = 12; shift >= 0; shift -= 4) hex += digits[hash >> shift & 0xF];
  return hex;
}

shingles::Sketch sketch_of(std::string_view hex) {
  shingles::Sketch sketch;
  sketch.reserve(hex.size() / digits_of_hash);
  for (std::size_t at = 0; at + digits_of_hash <= hex.size(); at += digits_of_hash) {
    std::uint16_t hash = 0;
    std::from_chars(hex.data() + at, hex.data() + at + digits_of_hash, hash, 16);
    sketch.push_back(hash);
  }
  return sketch;
}

Unit unit_of(element object) {
  Unit unit;
  each_text(unit, [&](std::string_view key, std::string& value) { value = std::string_view(object[key]); });
  each_count(unit, [&](std::string_view key, std::size_t& value) { value = std::uint64_t(object[key]); });
  for (const element figure : object["figures"].get_array())
    unit.figures.emplace_back(std::string_view(figure));
  unit.sketch = sketch_of(object["sketch"]);
  return unit;
}

}  // namespace

std::string write(const Unit& unit) {
  std::string out = "{";
  each_text(unit, [&](std::string_view key, const std::string& value) {
    json::write_member(key, value, out);
    out += ", ";
  });
  each_count(
      unit, [&](std::string_view key, std::size_t value) { out += fmt::format("\"{}\": {}, ", key, value); });
  out += "\"figures\": ";
  json::write_strings(unit.figures, out);
  return out + fmt::format(", \"sketch\": \"{}\"}}\n", hex_of(unit.sketch));
}

void sort(std::vector<Unit>& units) {
  std::sort(units.begin(), units.end(),
            [](const Unit& a, const Unit& b) { return std::tie(a.id, a.start) < std::tie(b.id, b.start); });
}

Unit read(const std::string& line) try {
  thread_local simdjson::dom::parser parser;  // its memory is used again: lines come by the million
  return unit_of(parser.parse(line.data(), line.size()));
} catch (const simdjson::simdjson_error& error) {
  throw io::BadRecord(fmt::format("no unit: {}", error.what()));
}

}  // namespace presscut::dedupe
