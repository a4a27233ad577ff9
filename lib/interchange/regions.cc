#include "interchange/regions.h"

#include <algorithm>

#include "mentions/mentions.h"
#include "output/output.h"
#include "text/paragraphs.h"

namespace presscut::interchange {
namespace {

template <typename Mention>
std::vector<Region> regions_of(const std::optional<std::vector<Mention>>& list) {
  std::vector<Region> all;
  if (!list) return all;
  for (const Mention& mention : *list)
    if (!mention.in_title && mention.span.size() > 0) all.push_back({mention.span, &mention});
  if (!std::is_sorted(all.begin(), all.end(), before)) std::stable_sort(all.begin(), all.end(), before);
  std::size_t end = 0;  // of the last one that stays
  std::erase_if(all, [&](const Region& region) {
    if (region.span.start < end) return true;
    end = region.span.end;
    return false;
  });
  return all;
}

std::string_view element(const DateMention&) { return "date"; }
std::string_view element(const GroupMention&) { return "group"; }
std::string_view element(const FigureMention&) { return "figure"; }

Attributes attributes(const DateMention& date) {
  return {{"value", date.value}, {"earliest", date.earliest}, {"latest", date.latest}};
}

Attributes attributes(const GroupMention& group) { return {{"name", group.name}, {"kind", group.kind}}; }

Attributes attributes(const FigureMention& figure) {
  return {{"low", spelt(figure.low)},           {"high", spelt(figure.high)},
          {"role", std::string(figure.role)},   {"relation", std::string(figure.relation)},
          {"event", std::string(figure.event)}, {"by", std::string(figure.attributed_to)}};
}

}  // namespace

bool before(const Region& a, const Region& b) {
  return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
}

std::string_view element_of(const Region& region) {
  return std::visit([](const auto* mention) { return element(*mention); }, region.mention);
}

Attributes attributes_of(const Region& region) {
  return std::visit([](const auto* mention) { return attributes(*mention); }, region.mention);
}

std::vector<Region> date_regions(const Document& document) { return regions_of(document.dates); }
std::vector<Region> group_regions(const Document& document) { return regions_of(document.groups); }
std::vector<Region> figure_regions(const Document& document) { return regions_of(document.figures); }

std::string spelt(std::optional<double> count) { return count ? mentions::number(*count) : ""; }

std::string start_tag(std::string_view element, const Attributes& attributes) {
  std::string tag = "<" + std::string(element);
  for (const auto& [name, value] : attributes)
    if (!value.empty()) tag += ' ' + std::string(name) + "=\"" + output::xml(value) + '"';
  return tag + '>';
}

std::vector<Block> blocks_of(const Document& document) {
  if (document.blocks) return *document.blocks;
  std::vector<Block> blocks;
  for (const Span span : text::paragraphs(document.text)) blocks.push_back({span, Kind::paragraph, {}});
  return blocks;
}

}  // namespace presscut::interchange
