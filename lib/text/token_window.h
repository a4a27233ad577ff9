// The tokens of a text by their number, without room for all of them: six bytes of a text are a token of
// twenty-four.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace presscut::text {

/// The same tokens as `tokenize(text)`. Those of a few pages are at hand, the last ones that were asked for;
/// another page is read again where somebody asks for one of its tokens. For whoever goes through a text in
/// its order and does not look far back or ahead: then the whole is linear, and memory is that of these
/// pages.
class TokenWindow {
 public:
  /// `text` must outlive it.
  explicit TokenWindow(std::string_view text);

  std::size_t size() const { return size_; }

  /// Token number `at`, which is less than `size()`.
  Token operator[](std::size_t at) const {
    if (at - pages_[current_].first >= pages_[current_].tokens.size()) turn_to(at);
    return pages_[current_].tokens[at - pages_[current_].first];
  }

  /// The tokens [from, to).
  std::vector<Token> between(std::size_t from, std::size_t to) const;

  /// The first token that ends behind byte `at`; `size()` where none does.
  std::size_t first_ending_behind(std::size_t at) const;

 private:
  struct Page {
    std::size_t number = ~std::size_t{0};
    std::size_t first = 0;  // token
    std::vector<Token> tokens;
  };
  struct Begin {
    std::uint32_t byte = 0, token = 0;
  };

  std::size_t read(Page& page, std::size_t number) const;
  void turn_to_page(std::size_t number) const;
  void turn_to(std::size_t token) const;

  std::string_view text_;
  std::size_t size_ = 0;
  std::vector<Begin> begins_;            // of all pages
  mutable std::array<Page, 4> pages_{};  // each page has one place where it may lie
  mutable std::size_t current_ = 0;
};

}  // namespace presscut::text
