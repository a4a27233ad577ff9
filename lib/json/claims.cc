#include <fmt/format.h>
#include <simdjson.h>

#include "io/io.h"
#include "json/json.h"
#include "json/lists.h"
#include "json/values.h"

namespace presscut::json {
namespace {

using simdjson::ondemand::object;

// The fault of a mention as its list has it, read alone.
std::string fault_of(std::string_view list, std::string_view mention) {
  const simdjson::padded_string padded("[" + std::string(mention) + "]");
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document = parser.iterate(padded);
  Document ignored;
  Quotes quotes;
  try {
    read_list(list, document.get_value(), ignored, quotes);
  } catch (const io::BadRecord& bad) {
    return bad.what();
  }
  return "";
}

Claim claim_of(std::string_view list, object found) {
  Claim claim;
  claim.list = list;
  int bounds = 0;
  for (auto field : found) {
    const std::string_view name = field.unescaped_key();
    std::uint64_t number = 0;
    std::string_view string;
    if (name == "start" && !field.value().get_uint64().get(number)) claim.start = number, ++bounds;
    else if (name == "end" && !field.value().get_uint64().get(number)) claim.end = number, ++bounds;
    else if (name == "of" && !field.value().get_uint64().get(number)) claim.of = number;
    else if (name == "quote" && !field.value().get_string().get(string)) claim.quote = string;
    else if (name == "field" && !field.value().get_string().get(string)) claim.field = string;
  }
  claim.has_span = bounds == 2;
  found.reset();
  claim.fault = fault_of(list, found.raw_json());
  return claim;
}

}  // namespace

std::vector<Claim> claims(const Document& document) {
  std::vector<Claim> found;
  simdjson::ondemand::parser parser;
  for (const auto& [key, raw] : document.others) {
    if (!is_list(key) || raw == "null") continue;
    const simdjson::padded_string padded(raw);
    try {
      simdjson::ondemand::document list = parser.iterate(padded);
      for (value item : list.get_array()) found.push_back(claim_of(key, item.get_object()));
    } catch (const simdjson::simdjson_error&) {
      throw io::BadRecord(fmt::format("\"{}\" is no list of mentions: {}", key, start_of(raw)));
    }
  }
  return found;
}

}  // namespace presscut::json
