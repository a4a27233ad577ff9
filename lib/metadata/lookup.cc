#include "metadata/lookup.h"

#include <stdexcept>

#include "metadata/labels.h"
#include "metadata/tables.h"
#include "tables/tables.h"

namespace presscut::metadata {
namespace {

struct Meaning {
  Field field;
  int trust;
};

Field field_called(std::string_view name) {
  if (name == "title") return Field::title;
  if (name == "author") return Field::author;
  if (name == "published") return Field::published;
  if (name == "modified") return Field::modified;
  if (name == "sitename") return Field::sitename;
  if (name == "language") return Field::language;
  throw std::runtime_error("fields.tsv: no field is called " + std::string(name));
}

const tables::Lookup<Meaning>& meanings() {
  static const auto lookup = [] {
    const tables::Table table("fields.tsv", embedded::fields_tsv);
    tables::Lookup<Meaning> result;
    for (const auto& row : table.rows())
      result.add(std::string(row.cells[0]), {field_called(row.cells[1]), row.cells[2][0] - '0'});
    return result;
  }();
  return lookup;
}

// <meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Anna Maar">
constexpr std::string_view twitter_label = "twitter:label";

std::string_view twitter_data(const page::Page& page, std::string_view number) {
  const std::string wanted = "twitter:data" + std::string(number);
  for (const auto& [name, value] : page.meta)
    if (name == wanted) return value;
  return {};
}

}  // namespace

std::vector<Declared> declared(const page::Page& page) {
  std::vector<Declared> found;
  for (const auto& [key, value] : page.meta) {
    const std::string_view name = key;
    const Meaning* meaning = meanings().find(name);
    if (meaning && !value.empty()) found.push_back({meaning->field, meaning->trust, name, value});
    if (name.starts_with(twitter_label) && label_at(value).role == Role::author)
      if (const auto value_of_label = twitter_data(page, name.substr(twitter_label.size()));
          !value_of_label.empty())
        found.push_back({Field::author, 2, name, value_of_label});
  }
  return found;
}

std::string_view first(const std::vector<Declared>& values, Field field) {
  const Declared* best = nullptr;
  for (const Declared& value : values)
    if (value.field == field && (!best || value.trust > best->trust)) best = &value;
  return best ? best->value : std::string_view();
}

}  // namespace presscut::metadata
