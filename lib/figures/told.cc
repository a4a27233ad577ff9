#include "figures/told.h"

namespace presscut::figures {

std::string Told::beside(std::size_t c) const {
  for (std::size_t i = c; i-- > 0;)
    if (is_figure(i)) return roles[i].left ? "signatory" : roles[i].name;
  for (std::size_t i = c + 1; i < roles.size(); ++i)
    if (is_figure(i)) return roles[i].left ? "signatory" : roles[i].name;
  return "";
}

bool Told::follows_figure(std::size_t c) const {
  for (std::size_t i = c; i-- > 0;) return is_figure(i);
  for (std::size_t i = c + 1; i < roles.size(); ++i)
    if (is_figure(i)) return true;
  return last_is_figure || found.empty();
}

std::string Told::main_role() const {
  for (auto at = found.rbegin();
       at != found.rend() && static_cast<std::size_t>(at - found.rbegin()) < remembered; ++at)
    if (at->role != "other" && at->role != "retractor") return std::string(at->role);
  return "signatory";
}

std::string Told::known_role(const Sentence& sentence, const Count& count) const {
  const auto& counts = sentence.counts;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (&counts[i] != &count && counts[i].low == count.low && counts[i].high == count.high && is_figure(i))
      return roles[i].name;
  for (auto at = found.rbegin();
       at != found.rend() && static_cast<std::size_t>(at - found.rbegin()) < remembered; ++at)
    if (at->low == count.low && at->high == count.high && at->role != "other") return std::string(at->role);
  return "";
}

bool Told::is_told_of(const Count& count) const {
  if (found.empty() || count.phrase.empty) return false;
  const std::string head = text::fold(view.word(count.phrase.end - 1));
  return text::fold(found.back().who).ends_with(head);
}

}  // namespace presscut::figures
