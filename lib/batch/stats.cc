#include "batch/stats.h"

#include <fmt/format.h>

#include "json/json.h"
#include "mentions/mentions.h"

namespace presscut::batch {
namespace {

using Numbers = std::map<std::string, std::uint64_t>;

// {"dates": 3, "numbers": 4}
std::string object_of(const Numbers& numbers) {
  std::string out = "{";
  for (const auto& [name, number] : numbers) {
    if (out.size() > 1) out += ", ";
    json::write_string(name, out);
    out += fmt::format(": {}", number);
  }
  return out + '}';
}

}  // namespace

void Counts::add(const Counts& more) {
  blocks += more.blocks;
  dropped += more.dropped;
  for (const auto& [list, number] : more.mentions) mentions[list] += number;
}

void Stats::add(const Stats& more) {
  in += more.in, out += more.out, failed += more.failed;
  elsewhere += more.elsewhere;
  files_passed_over += more.files_passed_over;
  responses_passed_over += more.responses_passed_over;
  complete &= more.complete;
  counts.add(more.counts);
  for (const auto& [language, number] : more.languages_without_tables)
    languages_without_tables[language] += number;
}

Counts counts_of(const Document& document) {
  Counts counts;
  if (document.blocks) counts.blocks = document.blocks->size();
  if (document.dropped) counts.dropped = document.dropped->size();
  mentions::each_list(document, [&](std::string_view key, const auto& list) {
    if (list) counts.mentions[std::string(key)] = list->size();
  });
  return counts;
}

std::string json_of(const Stats& stats, std::string_view tool, std::string_view version,
                    std::string_view shard) {
  return fmt::format(
      "{{\"tool\": \"{}\", \"version\": \"{}\", \"shard\": \"{}\", \"complete\": {}, \"in\": {}, \"out\": "
      "{}, "
      "\"failed\": {}, \"elsewhere\": {}, \"files_passed_over\": {}, \"responses_passed_over\": {}, "
      "\"blocks\": {}, \"dropped\": {}, \"mentions\": {}, \"languages_without_tables\": {}}}\n",
      tool, version, shard, stats.complete, stats.in, stats.out, stats.failed, stats.elsewhere,
      stats.files_passed_over, stats.responses_passed_over, stats.counts.blocks, stats.counts.dropped,
      object_of(stats.counts.mentions), object_of(stats.languages_without_tables));
}

}  // namespace presscut::batch
