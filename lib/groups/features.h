// What the tagger sees of a term: words, shapes and classes around it, the run of capitals that it is in,
// what rules and tables say, how the document writes the word elsewhere.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <utility>
#include <vector>

#include "groups/candidates.h"
#include "groups/definitions.h"
#include "groups/terms.h"

namespace presscut::groups {

/// Stretches that names lie in: words with capitals, and between them what names may have inside. The tagger
/// looks nowhere else. In order, apart: first and one behind the last term of each.
std::vector<std::pair<int, int>> find_stretches(const Terms& terms);

class Features {
 public:
  /// `candidates` are those of the rules, apart, in order.
  Features(const Terms& terms, const std::vector<Candidate>& candidates, const std::vector<Alias>& aliases);

  /// The features of each term from `begin` to `end`, a stretch, one after the other: calls
  /// `visit(term, feature)`.
  template <typename Visit>
  void each(int begin, int end, Visit visit) {
    prepare(begin, end);
    for (int i = begin; i < end; ++i) {
      list_.clear();
      collect(i, begin, end);
      for (const std::uint32_t feature : list_) visit(i, feature);
    }
  }

  /// Whether who belongs to a group stands by the word at `i` again and again in the document.
  bool has_often_roles(int i) const { return roles_[terms_[i].hash % roles_.size()] == most_roles; }

 private:
  static constexpr int most_roles = 3;  // that are counted

  struct Run {
    int begin = 0, end = 0;
  };

  void read_document(const std::vector<Candidate>& candidates);
  void prepare(int begin, int end);
  void collect(int i, int begin, int end);
  void add(std::uint64_t template_number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0);
  std::uint64_t word(int i) const;
  std::uint64_t shape(int i) const;
  std::uint64_t classes(int i) const;
  std::uint64_t mark(int i) const {
    return i < 0 || i >= terms_.size() ? 0 : marks_[static_cast<std::size_t>(i)];
  }
  bool outside(int i) const { return i < first_ || i >= last_; }

  const Terms& terms_;
  std::vector<std::uint8_t> marks_;     // by term: what rules say
  std::bitset<65536> small_, capital_;  // words that the document writes in small letters, and with a capital
  std::array<std::uint8_t, 16384>
      elsewhere_{};  // by word: how the document uses it elsewhere, a bit for each way
  std::array<std::uint8_t, 16384> roles_{};  // by word: how often who belongs to a group stands by it
  std::uint64_t document_ = 0;               // how long it is, and how full of names that rules see
  std::vector<std::uint32_t> list_;
  std::vector<Run> runs_;     // by term of the stretch: the capitals around it
  int stretch_ = 0;           // where the stretch begins
  int first_ = 0, last_ = 0;  // the sentence around it, as far as it is looked at
};

}  // namespace presscut::groups
