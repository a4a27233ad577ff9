// The sections of a page: what stands under which heading, and what such headings say that it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "clean/stats.h"
#include "page/page.h"

namespace presscut::clean {

struct Section {
  std::uint32_t begin = 0, end = 0;  // blocks, from its heading to the next heading of any level
};

class Outline {
 public:
  Outline() = default;

  /// Linear in the blocks.
  Outline(const page::Page& page, const std::vector<Stats>& stats, const Words& words);

  /// The section in which a block stands; before the first heading that is a section, too.
  const Section& of(std::size_t block) const { return sections_[section_of_[block]]; }

  /// "Related stories" and its kin: one more than the block with such a label, at or before `block`, that
  /// no heading of its level or higher has closed; 0 where there is none.
  std::uint32_t furniture(std::size_t block) const { return furniture_[block]; }

 private:
  std::vector<Section> sections_;
  std::vector<std::uint32_t> section_of_;
  std::vector<std::uint32_t> furniture_;
};

}  // namespace presscut::clean
