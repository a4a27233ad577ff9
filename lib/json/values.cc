#include "json/values.h"

#include <fmt/format.h>

#include "io/io.h"
#include "json/validate.h"

namespace presscut::json {

using simdjson::ondemand::json_type;

std::string_view start_of(std::string_view value) {
  return value.substr(0, text::code_points_to_bytes(value, {60})[0]);
}

void refuse(std::string_view key, std::string_view wanted, value found) {
  std::string_view shown;
  if (simdjson::to_json_string(found).get(shown)) shown = "?";
  throw io::BadRecord(fmt::format("\"{}\" is no {}: {}", key, wanted, start_of(text::trim(shown))));
}

std::string text_value(std::string_view key, value found) {
  const json_type type = found.type();
  if (type == json_type::string) return std::string(std::string_view(found.get_string()));
  if (type == json_type::null) return {};
  if (type == json_type::number) return std::string(text::trim(found.raw_json_token()));
  refuse(key, "string", found);
}

std::string names_value(std::string_view key, value found) {
  if (found.type() != json_type::array) return text_value(key, found);
  std::string names;
  for (value item : found.get_array()) {
    if (!names.empty()) names += "; ";
    names += text_value(key, item);
  }
  return names;
}

std::optional<double> number_value(std::string_view key, value found) {
  const json_type type = found.type();
  if (type == json_type::null) return std::nullopt;
  double number = 0;
  if (type != json_type::number || found.get_double().get(number)) refuse(key, "number", found);
  return number;
}

std::size_t count_value(std::string_view key, value found) {
  std::uint64_t number = 0;
  if (found.type() != json_type::number || found.get_uint64().get(number))
    refuse(key, "whole number from 0", found);
  return number;
}

Span span_value(value found) {
  Span span;
  std::size_t i = 0;
  for (value item : found.get_array()) {
    const auto number = static_cast<std::size_t>(std::uint64_t(item.get_uint64()));
    (i == 0 ? span.start : span.end) = number;
    ++i;
  }
  if (i != 2) throw io::BadRecord(fmt::format("a \"source\" span has {} numbers instead of 2", i));
  return span;
}

std::string_view raw_value(std::string_view key, value found) {
  const std::string_view raw = text::trim(std::string_view(simdjson::to_json_string(found)));
  if (!is_json(raw)) throw io::BadRecord(fmt::format("broken JSON in \"{}\": {}", key, start_of(raw)));
  return raw;
}

}  // namespace presscut::json
