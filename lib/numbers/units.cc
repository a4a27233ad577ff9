#include "numbers/units.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "numbers/tables.h"
#include "tables/tables.h"

namespace presscut::numbers {
namespace {

constexpr std::array when_names = {"any", "digits", "glued", "last", "glued_last", "money", "code"};

}  // namespace

Units::Units(const std::vector<std::pair<std::string_view, std::string_view>>& tables) {
  std::vector<std::pair<std::string, std::uint32_t>> phrases;
  for (const auto& [name, rows] : tables) {
    const tables::Table table(name, rows);
    for (const auto& row : table.rows()) {
      Unit unit;
      const std::string_view factor = row.cells[3];
      const auto when = std::find(when_names.begin(), when_names.end(), row.cells[4]);
      const auto [end, error] = std::from_chars(factor.data(), factor.data() + factor.size(), unit.factor);
      if (when == when_names.end() || error != std::errc() || end != factor.data() + factor.size())
        throw std::runtime_error(table.reference(row) + ": no such factor or place");
      unit.name = row.cells[1];
      unit.dimension = row.cells[2];
      unit.when = static_cast<Unit::When>(when - when_names.begin());
      unit.rule = std::string(name) + ':' + std::string(row.cells[0]);
      if (unit.is("money")) begins_.set(text::tokenize(row.cells[0])[0].hash % begins_.size());
      phrases.emplace_back(row.cells[0], static_cast<std::uint32_t>(units_.size()));
      units_.push_back(std::move(unit));
    }
  }
  phrases_ = tables::Phrases(phrases);
}

const Units& units(std::string_view language) {
  using namespace embedded;
  static const Units english({{"units.en.tsv", units_en_tsv}, {"units.tsv", units_tsv}});
  static const Units german({{"units.de.tsv", units_de_tsv}, {"units.tsv", units_tsv}});
  static const Units spanish({{"units.es.tsv", units_es_tsv}, {"units.tsv", units_tsv}});
  static const Units french({{"units.fr.tsv", units_fr_tsv}, {"units.tsv", units_tsv}});
  return language == "de" ? german : language == "es" ? spanish : language == "fr" ? french : english;
}

}  // namespace presscut::numbers
