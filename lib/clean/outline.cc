#include "clean/outline.h"

namespace presscut::clean {
namespace {

constexpr std::uint32_t longest_label = 6;

// Reasons whose labels stand over more of their kind.
constexpr std::uint32_t opening = bit(Reason::related) | bit(Reason::ticker) | bit(Reason::comments) |
                                  bit(Reason::comment_form) | bit(Reason::tags) | bit(Reason::author) |
                                  bit(Reason::promotion) | bit(Reason::subscribe) | bit(Reason::share) |
                                  bit(Reason::navigation) | bit(Reason::legal);

bool opens_furniture(const Stats& stats, const Words& words) {
  if (stats.words > longest_label || !(stats.reasons & opening)) return false;
  const std::uint16_t number = stats.sure_phrase != Stats::none ? stats.sure_phrase : stats.hint_phrase;
  return number != Stats::none && words.phrase(number).place != Place::any;
}

}  // namespace

Outline::Outline(const page::Page& page, const std::vector<Stats>& stats, const Words& words)
    : section_of_(stats.size()), furniture_(stats.size()) {
  constexpr std::uint8_t lowest = 7;  // a label that is no heading
  std::uint32_t furniture = 0;
  std::uint8_t level = lowest;
  for (std::uint32_t i = 0; i < stats.size(); ++i) {
    const page::Block& block = page.blocks[i];
    const bool heading = block.kind == Kind::heading;
    if (heading && furniture && block.level <= level) furniture = 0;
    if (opens_furniture(stats[i], words)) {
      furniture = i + 1;
      level = heading ? block.level : lowest;
    }
    if (i == 0 || heading) sections_.push_back({i, i});
    sections_.back().end = i + 1;
    section_of_[i] = static_cast<std::uint32_t>(sections_.size() - 1);
    furniture_[i] = furniture;
  }
}

}  // namespace presscut::clean
