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

// The characters that hashes are written with, six bits each.
constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
constexpr std::size_t hash_length = Chain::feature_bits / 6;
constexpr char zero = 'R';  // what a weight of 0 is written as; others lie around it in ASCII

}  // namespace

Chain::Chain(std::string_view name, std::string_view text, std::span<const std::string_view> labels)
    : labels_(labels.size()), rows_(1024) {
  const tables::Table table(name, text);
  const std::size_t what = table.column("what"), weights = table.column("weights");
  for (const auto& row : table.rows()) {
    const std::string place = table.reference(row);
    std::string_view kind = row.cells[what], cell = row.cells[weights];
    if (kind == "labels") {
      for (const std::string_view label : labels)
        if (next_word(cell) != label) throw std::runtime_error(place + ": other labels than the tagger's");
    } else if (kind.starts_with("from ")) {
      const auto from = std::find(labels.begin(), labels.end(), kind.substr(5));
      if (from == labels.end()) throw std::runtime_error(place + ": no such label");
      for (std::size_t to = 0; to < labels_; ++to) {
        const std::string_view word = next_word(cell);
        std::int32_t& weight = from_[from - labels.begin()][to];
        if (std::from_chars(word.data(), word.data() + word.size(), weight).ec != std::errc())
          throw std::runtime_error(place + ": no number: \"" + std::string(word) + '"');
      }
    } else if (kind == "features") {
      read_features(cell, place);
    } else {
      throw std::runtime_error(place + ": neither labels, from nor features");
    }
  }
}

void Chain::read_features(std::string_view cell, const std::string& place) {
  static constexpr auto values = [] {
    std::array<std::uint8_t, 256> result{};
    for (std::uint8_t& value : result) value = 64;
    for (std::size_t i = 0; i < digits.size(); ++i)
      result[static_cast<unsigned char>(digits[i])] = static_cast<std::uint8_t>(i);
    return result;
  }();
  const auto bad = [&] {
    return std::runtime_error(place + ": no feature: \"" + std::string(cell.substr(0, 8)) + '"');
  };
  const auto digit = [&] {
    const std::uint8_t value = cell.empty() ? 64 : values[static_cast<unsigned char>(cell[0])];
    if (value > 63) throw bad();
    cell.remove_prefix(1);
    return std::uint32_t{value};
  };
  while (!cell.empty()) {
    Row row;
    row.feature = 0;
    for (std::size_t i = 0; i < hash_length; ++i) row.feature = row.feature << 6 | digit();
    const std::uint32_t has = digit();
    for (std::size_t i = 0; i < labels_; ++i) {
      if ((has >> i & 1) == 0) continue;
      const int weight = cell.empty() ? most + 1 : cell[0] - zero;
      if (weight < -most || weight > most) throw bad();
      row.weights[i] = static_cast<std::int8_t>(weight);
      cell.remove_prefix(1);
    }
    insert(row);
  }
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

void Chain::write(std::uint32_t feature, std::span<const int> weights, std::string& out) {
  for (std::uint32_t shift = feature_bits; shift > 0; shift -= 6) out += digits[feature >> (shift - 6) & 63];
  std::size_t has = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) has |= std::size_t{weights[i] != 0} << i;
  out += digits[has];
  for (const int weight : weights)
    if (weight != 0) out += static_cast<char>(zero + std::clamp(weight, -most, most));
}

}  // namespace presscut::model
