#include "text/token_window.h"

#include <algorithm>

namespace presscut::text {
namespace {

constexpr std::size_t page_tokens = 2048;

}  // namespace

TokenWindow::TokenWindow(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at < text_.size();) {
    begins_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size_)});
    current_ = (begins_.size() - 1) % pages_.size();
    at = read(pages_[current_], begins_.size() - 1);
    size_ += pages_[current_].tokens.size();
  }
}

// Returns where the page ends.
std::size_t TokenWindow::read(Page& page, std::size_t number) const {
  page.number = number;
  page.first = begins_[number].token;
  page.tokens.clear();
  std::size_t at = begins_[number].byte;
  while (at < text_.size() && page.tokens.size() < page_tokens)
    at = tokenize(text_, at, page_tokens, page.tokens);
  return at;
}

void TokenWindow::turn_to_page(std::size_t number) const {
  current_ = number % pages_.size();
  if (pages_[current_].number != number) read(pages_[current_], number);
}

void TokenWindow::turn_to(std::size_t token) const {
  const auto behind = std::partition_point(begins_.begin(), begins_.end(),
                                           [&](const Begin& begin) { return begin.token <= token; });
  turn_to_page(static_cast<std::size_t>(behind - begins_.begin()) - 1);
}

std::vector<Token> TokenWindow::between(std::size_t from, std::size_t to) const {
  std::vector<Token> tokens;
  tokens.reserve(to - from);
  for (std::size_t at = from; at < to; ++at) tokens.push_back((*this)[at]);
  return tokens;
}

std::size_t TokenWindow::first_ending_behind(std::size_t at) const {
  const auto behind =
      std::partition_point(begins_.begin(), begins_.end(), [&](Begin begin) { return begin.byte <= at; });
  if (behind == begins_.begin()) return 0;
  turn_to_page(static_cast<std::size_t>(behind - begins_.begin()) - 1);
  const Page& page = pages_[current_];
  const auto token = std::partition_point(page.tokens.begin(), page.tokens.end(),
                                          [&](const Token& t) { return t.end <= at; });
  return page.first + static_cast<std::size_t>(token - page.tokens.begin());
}

}  // namespace presscut::text
