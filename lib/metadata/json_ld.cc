#include "metadata/json_ld.h"

#include <simdjson.h>

#include "text/text.h"

namespace presscut::metadata {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr int deepest = 12;

std::string string_at(const element& object, std::string_view key) {
  std::string_view value;
  if (object.at_key(key).get_string().get(value)) return {};
  return text::nfc(text::squeeze(value));
}

// A person or organisation: a name, an object with a name, or a list of them.
std::string names(const element& value, int depth = 0) {
  if (depth > 3) return {};
  std::string_view name;
  if (!value.get_string().get(name)) return text::nfc(text::squeeze(name));
  if (value.is_object()) return string_at(value, "name");
  std::string all;
  if (!value.is_array()) return all;
  for (const element item : value.get_array()) {
    const std::string one = names(item, depth + 1);
    if (one.empty()) continue;
    if (!all.empty()) all += "; ";
    all += one;
  }
  return all;
}

void keep(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void visit(const element& value, JsonLd& found, int depth) {
  if (depth > deepest) return;
  if (value.is_array())
    for (const element item : value.get_array()) visit(item, found, depth + 1);
  if (!value.is_object()) return;
  element part;
  if (!value.at_key("datePublished").get(part) || !value.at_key("headline").get(part)) {
    keep(found.headline, string_at(value, "headline"));
    keep(found.published, string_at(value, "datePublished"));
    keep(found.modified, string_at(value, "dateModified"));
    if (!value.at_key("author").get(part)) keep(found.author, names(part));
    if (!value.at_key("publisher").get(part)) keep(found.publisher, names(part));
    return;
  }
  for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"})
    if (!value.at_key(key).get(part)) visit(part, found, depth + 1);
}

}  // namespace

JsonLd read_json_ld(const page::Page& page) {
  JsonLd found;
  simdjson::dom::parser parser;
  for (const std::string& script : page.json_ld) {
    element root;
    if (!parser.parse(simdjson::padded_string(script)).get(root)) visit(root, found, 0);
  }
  return found;
}

}  // namespace presscut::metadata
