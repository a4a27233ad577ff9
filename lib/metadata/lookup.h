// Finding a value among a page's metadata elements, by the names of fields.tsv.
#pragma once

#include <string_view>
#include <vector>

#include "page/page.h"

namespace presscut::metadata {

enum class Field { title, author, published, modified, sitename, language };

/// A value that a page declares. `trust`: 3 where the name says just this field, down to 1 where it may mean
/// something else.
struct Declared {
  Field field;
  int trust = 0;
  std::string_view name, value;
};

/// All values with a name that fields.tsv knows, in page order.
std::vector<Declared> declared(const page::Page& page);

/// The first value of `field` with the highest trust; empty where there is none.
std::string_view first(const std::vector<Declared>& values, Field field);

}  // namespace presscut::metadata
