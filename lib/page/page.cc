#include "page/page.h"

#include <array>

namespace presscut::page {

std::string_view name(Hint hint) {
  static constexpr std::array<std::string_view, hint_count> names = {
      "navigation", "header",  "footer",  "aside",     "main",       "article",   "content", "form",
      "comment",    "related", "share",   "promotion", "subscribe",  "consent",   "legal",   "byline",
      "author",     "date",    "caption", "tags",      "pagination", "concealed", "ticker",  "teaser",
      "popup",      "list",    "table",   "quote",     "button",     "noscript",  "title",   "product"};
  return names[static_cast<std::size_t>(hint)];
}

}  // namespace presscut::page
