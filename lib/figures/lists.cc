#include "figures/lists.h"

#include <array>

#include "figures/tables.h"
#include "tables/lists.h"

namespace presscut::figures {
namespace {

constexpr std::array<std::string_view, 11> list_names = {"is",       "be",     "have",        "before_noun",
                                                         "compared", "placed", "belongs",     "turns",
                                                         "pupil",    "later",  "unit_of_time"};

}  // namespace

bool is_in(List list, std::string_view word) {
  static const tables::Lists lists("lists.en.tsv", embedded::lists_en_tsv, list_names);
  return lists.has(static_cast<std::size_t>(list), word);
}

}  // namespace presscut::figures
