#include "interchange/regions.h"

#include <algorithm>

#include "mentions/mentions.h"
#include "output/output.h"
#include "text/paragraphs.h"

namespace presscut::interchange {
namespace {

template <typename M, typename Describe>
std::vector<Region> regions_of(const std::optional<std::vector<M>>& list, std::string_view element,
                               Describe describe) {
  std::vector<Region> all;
  if (!list) return all;
  for (const M& mention : *list)
    if (!mention.in_title && mention.span.size() > 0)
      all.push_back({mention.span, element, describe(mention)});
  std::stable_sort(all.begin(), all.end(), [](const Region& a, const Region& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  std::vector<Region> apart;
  for (Region& region : all)
    if (apart.empty() || apart.back().span.end <= region.span.start) apart.push_back(std::move(region));
  return apart;
}

}  // namespace

std::string spelt(std::optional<double> count) { return count ? mentions::number(*count) : ""; }

std::vector<Region> date_regions(const Document& document) {
  return regions_of(document.dates, "date", [](const DateMention& date) {
    return Attributes{{"value", date.value}, {"earliest", date.earliest}, {"latest", date.latest}};
  });
}

std::vector<Region> group_regions(const Document& document) {
  return regions_of(document.groups, "group", [](const GroupMention& group) {
    return Attributes{{"name", group.name}, {"kind", group.kind}};
  });
}

std::vector<Region> figure_regions(const Document& document) {
  return regions_of(document.figures, "figure", [](const FigureMention& figure) {
    return Attributes{{"low", spelt(figure.low)},           {"high", spelt(figure.high)},
                      {"role", std::string(figure.role)},   {"relation", std::string(figure.relation)},
                      {"event", std::string(figure.event)}, {"by", std::string(figure.attributed_to)}};
  });
}

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
