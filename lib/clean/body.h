// Where the text of a page lives: the container that holds most of its running text, and how each other
// container lies to that one.
//
// A page without tags has one container, which holds everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "page/page.h"
#include "text/text.h"

namespace presscut::clean {

/// How a container lies to the body.
struct Position {
  std::uint32_t common = 0;  // the innermost container that holds both
  std::uint32_t branch =
      0;                  // the child of `common` that holds this container; `common` itself where it is that
  std::uint8_t up = 0;    // levels from the body up to `common`; 0: inside the body
  std::uint8_t down = 0;  // levels from `common` down to this container
};

class Body {
 public:
  Body() = default;

  /// `prose` are the words of running text of each block; linear in blocks and containers.
  Body(const page::Page& page, const std::vector<std::uint32_t>& prose);

  std::uint32_t container() const { return container_; }

  /// The blocks from the body's first to its last, whatever stands between.
  Span blocks() const { return blocks_; }

  const Position& of(std::uint32_t container) const { return positions_[container]; }

 private:
  void choose(const page::Page& page, const std::vector<std::uint32_t>& prose);
  void place(const page::Page& page);

  std::uint32_t container_ = 0;
  Span blocks_;
  std::vector<Position> positions_;
};

}  // namespace presscut::clean
