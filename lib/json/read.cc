#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "json/json.h"
#include "json/lists.h"
#include "json/offsets.h"
#include "json/values.h"

namespace presscut::json {
namespace {

using simdjson::ondemand::json_type;
using simdjson::ondemand::object;

enum class Key {
  id,
  url,
  hostname,
  title,
  author,
  date,
  date_modified,
  language,
  sitename,
  text,
  html,
  blocks,
  dropped,
  origin,
  source,
  format,
  other
};

// Our names and those of trafilatura, datatrove, Common Crawl, news-please and warc2text for the same things.
Key key_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Key>, 31> keys = {{
      {"id", Key::id},
      {"url", Key::url},
      {"hostname", Key::hostname},
      {"title", Key::title},
      {"author", Key::author},
      {"date", Key::date},
      {"date_modified", Key::date_modified},
      {"language", Key::language},
      {"sitename", Key::sitename},
      {"text", Key::text},
      {"html", Key::html},
      {"blocks", Key::blocks},
      {"dropped", Key::dropped},
      {"origin", Key::origin},
      {"source", Key::source},
      {"format", Key::format},
      {"raw_text", Key::text},
      {"raw_content", Key::text},
      {"maintext", Key::text},
      {"content", Key::text},
      {"text_content", Key::text},
      {"p", Key::text},
      {"u", Key::url},
      {"l", Key::language},
      {"ts", Key::date},
      {"publication_date", Key::date},
      {"date_publish", Key::date},
      {"publish_date", Key::date},
      {"raw_html", Key::html},
      {"lang", Key::language},
      {"source_url", Key::url},
  }};
  const auto at =
      std::find_if(keys.begin(), keys.end(), [&](const auto& known) { return known.first == name; });
  return at == keys.end() ? Key::other : at->second;
}

std::uint8_t percent_value(value found) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(double(found.get_double()), 0.0, 1.0) * 100));
}

Block block_value(object found) {
  Block block;
  for (auto field : found) {
    const std::string_view key = field.unescaped_key();
    if (key == "start") block.span.start = std::uint64_t(field.value().get_uint64());
    else if (key == "end") block.span.end = std::uint64_t(field.value().get_uint64());
    else if (key == "source") block.source = span_value(field.value());
    else if (key == "confidence") block.confidence = percent_value(field.value());
    else if (key == "kind") {
      const std::string_view kind = field.value().get_string();
      if (!kind_of(kind)) throw io::BadRecord(fmt::format("unknown kind of block: \"{}\"", kind));
      block.kind = *kind_of(kind);
    }
  }
  return block;
}

Dropped dropped_value(object found) {
  Dropped dropped;
  for (auto field : found) {
    const std::string_view key = field.unescaped_key();
    if (key == "source") dropped.source = span_value(field.value());
    else if (key == "rule") dropped.rule = std::string_view(field.value().get_string());
    else if (key == "text") dropped.text = std::string_view(field.value().get_string());
    else if (key == "confidence") dropped.confidence = percent_value(field.value());
    else if (key == "reason") {
      const std::string_view reason = field.value().get_string();
      if (!reason_of(reason)) throw io::BadRecord(fmt::format("unknown reason: \"{}\"", reason));
      dropped.reason = *reason_of(reason);
    }
  }
  return dropped;
}

Origin origin_value(object found) {
  Origin origin;
  for (auto field : found) {
    const std::string_view key = field.unescaped_key();
    if (key == "path") origin.path = std::string_view(field.value().get_string());
    else if (key == "form") origin.form = std::string_view(field.value().get_string());
    else if (key == "offset") origin.offset = std::uint64_t(field.value().get_uint64());
    else if (key == "length") origin.length = std::uint64_t(field.value().get_uint64());
  }
  return origin;
}

// Keeps the first of several names for one thing.
void keep(std::string& field, std::string found) {
  if (field.empty()) field = std::move(found);
}

bool is_url(std::string_view text) {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://";
}

void read_field(std::string_view key, value found, Record& record) {
  Document& document = record.document;
  const auto pass_on = [&] { document.others.emplace_back(key, raw_value(key, found)); };
  switch (key_of(key)) {
    case Key::id: return keep(document.id, text_value(key, found));
    case Key::url: return keep(document.url, text_value(key, found));
    case Key::hostname: return keep(document.hostname, text_value(key, found));
    case Key::title: return keep(document.title, text_value(key, found));
    case Key::author: return keep(document.author, names_value(key, found));
    case Key::date: return keep(document.date, text_value(key, found));
    case Key::date_modified: return keep(document.date_modified, text_value(key, found));
    case Key::language: return keep(document.language, text_value(key, found));
    case Key::sitename: return keep(document.sitename, text_value(key, found));
    case Key::html:
      if (found.type() == json_type::null) return;
      record.has_html = true;
      return keep(record.html, text_value(key, found));
    case Key::text:
      if (found.type() == json_type::null) return;
      if (found.type() != json_type::string && key != "text") return pass_on();
      record.has_text = true;
      return keep(document.text, text_value(key, found));
    case Key::blocks:
      document.blocks.reset();
      if (found.type() == json_type::null) return;
      document.blocks.emplace();
      for (value item : found.get_array()) document.blocks->push_back(block_value(item.get_object()));
      return;
    case Key::dropped:
      document.dropped.reset();
      if (found.type() == json_type::null) return;
      document.dropped.emplace();
      for (value item : found.get_array()) document.dropped->push_back(dropped_value(item.get_object()));
      return;
    case Key::origin:
      if (found.type() == json_type::object) document.origin = origin_value(found.get_object());
      return;
    case Key::source:
      // Once: simdjson has room for each string to be read once.
      if (found.type() == json_type::string)
        if (std::string text = text_value(key, found); is_url(text))
          return keep(document.url, std::move(text));
      return pass_on();
    case Key::format: return;
    case Key::other: return pass_on();
  }
}

// Without `quotes` lists of mentions are passed on as they are. simdjson tells what it wanted, not for which
// key.
void read_own_field(std::string_view key, value found, Record& record, Quotes* quotes) try {
  if (quotes && is_list(key)) read_list(key, found, record.document, *quotes);
  else read_field(key, found, record);
} catch (const simdjson::simdjson_error& error) {
  if (error.error() != simdjson::INCORRECT_TYPE && error.error() != simdjson::NUMBER_ERROR &&
      error.error() != simdjson::NUMBER_OUT_OF_RANGE)
    throw;
  throw io::BadRecord(fmt::format("\"{}\" is not as docs/format.md has it: a value of the wrong type", key));
}

void spans_to_bytes(Document& document) {
  if (!document.blocks) return;
  std::vector<std::size_t*> places;
  for (Block& block : *document.blocks) places.insert(places.end(), {&block.span.start, &block.span.end});
  to_bytes(document.text, places);
}

Record read_object(simdjson::ondemand::parser& parser, const std::string& line, Lists lists) {
  Record record;
  Quotes quotes;
  simdjson::ondemand::document document =
      parser.iterate(line.data(), line.size(), line.size() + io::spare_bytes);
  if (document.type() != json_type::object) throw io::BadRecord("no JSON object");
  for (auto field : document.get_object()) {
    const std::string_view key = field.unescaped_key();
    read_own_field(key, field.value(), record, lists == Lists::read ? &quotes : nullptr);
  }
  if (document.current_location().error() == simdjson::SUCCESS)
    throw io::BadRecord("broken JSON: more text behind the object");
  spans_to_bytes(record.document);
  record.unsound = settle_spans(record.document, quotes);
  return record;
}

// "\ud83d" without its other half stands for no character.
std::string replace_unpaired_surrogates(std::string_view line) {
  const auto escaped = [&](std::size_t at) -> int {
    if (at + 6 > line.size() || line[at] != '\\' || line[at + 1] != 'u') return -1;
    int code = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      const char c = line[i];
      const int digit = c >= '0' && c <= '9'                 ? c - '0'
                        : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                             : -1;
      if (digit < 0) return -1;
      code = code * 16 + digit;
    }
    return code;
  };
  const auto is_high = [](int code) { return code >= 0xD800 && code <= 0xDBFF; };
  const auto is_low = [](int code) { return code >= 0xDC00 && code <= 0xDFFF; };
  std::string out;
  out.reserve(line.size() + io::spare_bytes);
  for (std::size_t at = 0; at < line.size();) {
    std::size_t length = 1;
    const int code = line[at] == '\\' ? escaped(at) : -1;
    if (is_high(code) && is_low(escaped(at + 6))) length = 12;
    else if (code >= 0) length = 6;
    else if (line[at] == '\\') length = std::min<std::size_t>(2, line.size() - at);
    if (length == 6 && (is_high(code) || is_low(code))) out += "\\ufffd";
    else out.append(line, at, length);
    at += length;
  }
  return out;
}

std::string repaired(std::string_view line) {
  std::size_t replaced = 0;
  std::string fixed = replace_unpaired_surrogates(text::repair(line, replaced));
  fixed.reserve(fixed.size() + io::spare_bytes);
  return fixed;
}

}  // namespace

struct Reader::State {
  explicit State(Lists wanted) : lists(wanted) {}

  Record read(const std::string& line) {
    try {
      return read_object(parser, line, lists);
    } catch (const simdjson::simdjson_error& error) {
      if (error.error() != simdjson::UTF8_ERROR && error.error() != simdjson::STRING_ERROR) throw;
      return read_object(parser, repaired(line), lists);
    }
  }

  // The parser keeps six bytes for each of its longest line: too much for the stages that follow one of
  // megabytes.
  void give_back() {
    if (parser.capacity() > most_kept) parser = simdjson::ondemand::parser();
  }

  static constexpr std::size_t most_kept = 1 << 20;
  Lists lists;
  simdjson::ondemand::parser parser;
};

Reader::Reader(Lists lists) : state_(new State(lists)) {}
Reader::~Reader() = default;

Record Reader::read(const std::string& line) {
  try {
    Record record = state_->read(line);
    state_->give_back();
    return record;
  } catch (const simdjson::simdjson_error& error) {
    throw io::BadRecord(fmt::format("broken JSON: {}", error.what()));
  }
}

}  // namespace presscut::json
