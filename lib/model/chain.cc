#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "model/cells.h"
#include "model/chain.h"
#include "tables/tables.h"

namespace presscut::model {
namespace {

constexpr std::size_t row_length = 120;

}  // namespace

Chain::Chain(std::string_view name, std::string_view text, std::span<const std::string_view> labels)
    : labels_(labels.size()), rows_(1024) {
  const tables::Table table(name, text);
  const std::size_t what = table.column("what"), weights = table.column("weights");
  std::string packed;
  std::uint32_t count = 0;
  for (const auto& row : table.rows()) {
    const std::string place = table.reference(row);
    std::string_view kind = row.cells[what], cell = row.cells[weights];
    if (kind == "labels") {
      for (const std::string_view label : labels)
        if (next_word(cell) != label) throw std::runtime_error(place + ": other labels than the tagger's");
    } else if (kind.starts_with("from ")) {
      const auto from = std::find(labels.begin(), labels.end(), kind.substr(5));
      if (from == labels.end()) throw std::runtime_error(place + ": no such label");
      for (std::size_t to = 0; to < labels_; ++to)
        from_[from - labels.begin()][to] = number<std::int32_t>(next_word(cell), place);
    } else if (kind == "count") {
      count = number<std::uint32_t>(cell, place);
    } else if (kind == "features") {
      packed += cell;
    } else {
      throw std::runtime_error(place + ": neither labels, from, count nor features");
    }
  }
  const auto features = unpack(packed, count, labels_);
  if (!features) throw std::runtime_error(std::string(name) + ": its features cannot be read");
  for (const Feature& feature : *features) insert({feature.hash, feature.weights});
}

void Chain::insert(const Row& row) {
  if (++count_ * 2 > rows_.size()) {
    std::vector<Row> old = std::exchange(rows_, std::vector<Row>(rows_.size() * 2));
    for (const Row& moved : old)
      if (moved.feature != none) insert(moved), --count_;
  }
  const std::size_t mask = rows_.size() - 1;
  std::size_t slot = row.feature & mask;
  while (rows_[slot].feature != none && rows_[slot].feature != row.feature) slot = (slot + 1) & mask;
  rows_[slot] = row;
}

void Chain::decode(const std::vector<Scores>& scores, std::vector<std::uint8_t>& path) const {
  path.assign(scores.size(), 0);
  if (scores.empty()) return;
  std::vector<std::array<std::uint8_t, most_labels>> before(scores.size());
  Scores best{};
  for (std::size_t to = 0; to < labels_; ++to) best[to] = from_[0][to] + scores[0][to];
  for (std::size_t i = 1; i < scores.size(); ++i) {
    Scores next{};
    for (std::size_t to = 0; to < labels_; ++to) {
      std::size_t from = 0;
      for (std::size_t f = 1; f < labels_; ++f)
        if (best[f] + from_[f][to] > best[from] + from_[from][to]) from = f;
      next[to] = best[from] + from_[from][to] + scores[i][to];
      before[i][to] = static_cast<std::uint8_t>(from);
    }
    best = next;
  }
  std::size_t last = 0;
  for (std::size_t f = 1; f < labels_; ++f)
    if (best[f] + from_[f][0] > best[last] + from_[last][0]) last = f;
  for (std::size_t i = scores.size(); i-- > 0;) {
    path[i] = static_cast<std::uint8_t>(last);
    last = before[i][last];
  }
}

std::string Chain::write(const std::vector<Feature>& features, std::size_t labels) {
  std::string rows = "count\t" + std::to_string(features.size()) + '\n';
  const std::string packed = pack(features, labels);
  for (std::size_t at = 0; at < packed.size(); at += row_length)
    rows += "features\t" + packed.substr(at, row_length) + '\n';
  return rows;
}

}  // namespace presscut::model
