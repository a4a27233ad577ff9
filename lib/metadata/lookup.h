// Finding a value among a page's metadata elements.
#pragma once

#include <initializer_list>
#include <string_view>

#include "page/page.h"

namespace presscut::metadata {

/// The content of the first of `names` that the page has, by the order of `names`; empty where it has none.
std::string_view meta(const page::Page& page, std::initializer_list<std::string_view> names);

}  // namespace presscut::metadata
