// What a page says that it is: an article, a thread of a forum, a product, a list of them, documentation.
//
// From og:type, the types in its JSON-LD and the words of its address, by page_types.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "page/page.h"

namespace presscut::clean {

enum class PageType : std::uint8_t { article, forum, product, listing, documentation, service };
inline constexpr std::size_t page_type_count = 6;

std::string_view name(PageType type);

struct Declared {
  /// How many of the three sources speak for each type.
  std::array<std::uint8_t, page_type_count> votes{};

  // Of the address, where there is one: folders of its path, and dashes and digits of its last part.
  bool has_address = false;
  std::uint8_t folders = 0, dashes = 0, digits = 0;

  /// Whether anything was found to judge by.
  bool says_something() const { return has_address || votes != std::array<std::uint8_t, page_type_count>{}; }
};

/// Whether that is an article and nothing else; where nothing says what the page is, an address whose last
/// part reads like a headline.
bool is_article(const Declared& declared);

Declared declared(const page::Page& page, std::string_view url);

}  // namespace presscut::clean
