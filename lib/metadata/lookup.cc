#include "metadata/lookup.h"

namespace presscut::metadata {

std::string_view meta(const page::Page& page, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (const auto& [key, content] : page.meta)
      if (key == name && !content.empty()) return content;
  return {};
}

}  // namespace presscut::metadata
