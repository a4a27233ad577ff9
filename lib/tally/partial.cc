// Evidence as NDJSON: {"tally": 1, "id": …, "figures": [{…}]}. Read member by member, without a tree: a line
// may be as long as a document.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <iterator>

#include "io/io.h"
#include "json/json.h"
#include "mentions/mentions.h"
#include "tally/partial.h"
#include "tally/tally.h"
#include "tally/words.h"

namespace presscut::tally {
namespace {

constexpr std::size_t longest_kept = 256 * 1024;  // bytes of a line whose room the next one is read in

constexpr std::size_t usual_words = 256;  // bytes of the words of a document or a figure

using simdjson::ondemand::json_type;
using simdjson::ondemand::object;
using simdjson::ondemand::value;

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
  each_text(owner, [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    json::write_member(key, value, out);
    out += ", ";
  });
}

std::string number_or_null(std::optional<double> value) { return value ? mentions::number(*value) : "null"; }

[[noreturn]] void refuse(std::string_view what) {
  throw io::BadRecord(fmt::format("no partial tally of format {}: {}", format_version, what));
}

// Whether `key` is one of the owner's texts; what is no string is as if it were not there.
bool read_text(std::string_view key, value found, auto& owner) {
  bool known = false;
  each_text(owner, [&](std::string_view name, auto& text) {
    if (known || name != key) return;
    known = true;
    std::string_view read;
    if (found.get_string().get(read) == simdjson::SUCCESS) text = read;
  });
  return known;
}

std::optional<double> read_number(value found) {
  double number = 0;
  if (found.get_double().get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}

std::uint32_t read_count(std::string_view key, value found) {
  std::uint64_t number = 0;
  const bool is_number = found.get_uint64().get(number) == simdjson::SUCCESS;
  if (!is_number || number > 0xFFFF'FFFF) refuse(fmt::format("{} is no number", key));
  return static_cast<std::uint32_t>(number);
}

PassageSketch read_sketch(value found) {
  PassageSketch sketch;
  for (value hash : found.get_array()) {
    const std::uint64_t number = hash.get_uint64();
    if (number > 0xFFFF) refuse("a sketch has a number above 65535");
    if (sketch.size == PassageSketch::most) refuse("a sketch has more than 16 numbers");
    sketch.hashes[sketch.size++] = static_cast<std::uint16_t>(number);
  }
  return sketch;
}

// A line each.
std::string read_lines(value found) {
  simdjson::ondemand::array list;
  if (found.get_array().get(list) != simdjson::SUCCESS) refuse("its words are no list");
  std::string lines;
  lines.reserve(usual_words);
  for (value item : list) {
    const std::string_view word = item.get_string();
    if (word.find('\n') != std::string_view::npos) refuse("a word has a line end");
    if (!lines.empty()) lines += '\n';
    lines += word;
  }
  return lines;
}

// What a figure must have.
struct Seen {
  bool start = false, end = false, in_title = false, words = false, sketch = false;

  void demand() const {
    if (!start || !end) refuse(fmt::format("{} is no number", start ? "end" : "start"));
    if (!words) refuse("its words are no list");
    if (!in_title || !sketch) refuse(fmt::format("\"{}\" is missing", in_title ? "sketch" : "in_title"));
  }
};

void read_member(std::string_view key, value found, Figure& figure, Seen& seen) {
  if (key == "start") figure.start = read_count(key, found), seen.start = true;
  else if (key == "end") figure.end = read_count(key, found), seen.end = true;
  else if (key == "in_title") figure.in_title = found.get_bool(), seen.in_title = true;
  else if (key == "low") figure.interval.low = read_number(found);
  else if (key == "high") figure.interval.high = read_number(found);
  else if (key == "of") figure.of = read_count(key, found);
  else if (key == "words") figure.words = read_lines(found), seen.words = true;
  else if (key == "sketch") figure.sketch = read_sketch(found), seen.sketch = true;
  else read_text(key, found, figure);
}

Figure read_figure(object found) {
  Figure figure;
  Seen seen;
  for (auto field : found) {
    const std::string_view key = field.unescaped_key();
    read_member(key, field.value(), figure, seen);
  }
  seen.demand();
  return figure;
}

void check_format(object& found) {
  std::uint64_t format = 0;
  if (found.find_field_unordered("tally").get_uint64().get(format) != simdjson::SUCCESS)
    refuse("\"tally\" is missing");
  if (format != format_version) refuse(fmt::format("its format is {}", format));
  if (found.reset().error() != simdjson::SUCCESS) refuse("it cannot be read again");
}

Source read_source(object found) {
  Source source;
  bool words = false, figures = false;
  for (auto field : found) {
    const std::string_view key = field.unescaped_key();
    if (key == "words") {
      source.words = read_lines(field.value()), words = true;
    } else if (key == "figures") {
      figures = true;
      simdjson::ondemand::array list = field.value().get_array();
      source.figures.reserve(list.count_elements());
      for (object figure : list) source.figures.push_back(read_figure(figure));
    } else {
      read_text(key, field.value(), source);
    }
  }
  if (!words) refuse("its words are no list");
  if (!figures) refuse("\"figures\" is missing");
  return source;
}

// JSON with the room behind it that simdjson wants: its own, or that of a copy.
class Padded {
 public:
  explicit Padded(const std::string& json) : size_(json.size()) {
    const bool has_room = json.capacity() >= json.size() + io::spare_bytes;
    if (!has_room) copy_ = simdjson::padded_string(json);
    bytes_ = has_room ? json.data() : copy_.data();
  }

  simdjson::ondemand::document iterate(simdjson::ondemand::parser& parser) const {
    return parser.iterate(bytes_, size_, size_ + io::spare_bytes);
  }

 private:
  simdjson::padded_string copy_;
  const char* bytes_ = nullptr;
  std::size_t size_;
};

}  // namespace

void write_figure(const Figure& figure, std::string& out) {
  const auto end = std::back_inserter(out);
  fmt::format_to(end, "{{\"start\": {}, \"end\": {}, \"in_title\": {}, \"low\": {}, \"high\": {}, ",
                 figure.start, figure.end, figure.in_title, number_or_null(figure.interval.low),
                 number_or_null(figure.interval.high));
  if (figure.of) fmt::format_to(end, "\"of\": {}, ", *figure.of);
  write_texts(figure, out);
  out += "\"words\": ", json::write_strings(lines_of(figure.words), out);
  const std::span<const std::uint16_t> sketch = figure.sketch;
  fmt::format_to(end, ", \"sketch\": [{}]}}", fmt::join(sketch, ", "));
}

std::string write(const Source& source) {
  std::string out;
  write(source, out);
  return out;
}

void write(const Source& source, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{{\"tally\": {}, ", format_version);
  write_texts(source, out);
  out += "\"words\": ", json::write_strings(lines_of(source.words), out);
  out += ", \"figures\": [";
  for (std::size_t i = 0; i < source.figures.size(); ++i) {
    if (i) out += ", ";
    write_figure(source.figures[i], out);
  }
  out += "]}\n";
}

Figure read_figure(const std::string& json) try {
  thread_local simdjson::ondemand::parser parser;
  const Padded padded(json);
  simdjson::ondemand::document document = padded.iterate(parser);
  return read_figure(document.get_object());
} catch (const simdjson::simdjson_error& error) {
  refuse(error.what());
}

Source read(const std::string& line) try {
  thread_local simdjson::ondemand::parser kept;
  simdjson::ondemand::parser single;  // goes with its line
  const Padded padded(line);
  simdjson::ondemand::document document = padded.iterate(line.size() > longest_kept ? single : kept);
  if (document.type() != json_type::object) refuse(simdjson::error_message(simdjson::TAPE_ERROR));
  object found = document.get_object();
  check_format(found);
  Source source = read_source(found);
  if (document.current_location().error() == simdjson::SUCCESS)  // more behind the object
    refuse(simdjson::error_message(simdjson::TAPE_ERROR));
  const auto in_list = [&](const Figure& figure) { return !figure.of || *figure.of < source.figures.size(); };
  if (!std::all_of(source.figures.begin(), source.figures.end(), in_list)) refuse("an \"of\" points nowhere");
  return source;
} catch (const simdjson::simdjson_error& error) {
  refuse(error.what());
}

}  // namespace presscut::tally
