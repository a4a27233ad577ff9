// From candidates to the mentions of a document: which of those that overlap stays, what aliases and repeats
// add.
#pragma once

#include <vector>

#include "groups/candidates.h"
#include "groups/definitions.h"
#include "groups/groups.h"
#include "groups/terms.h"

namespace presscut::groups {

/// Candidates that do not overlap, in order. Where several do, the surer or longer one stays.
class Placed {
 public:
  explicit Placed(int terms) : owner_(static_cast<std::size_t>(terms), -1) {}

  /// Places a candidate unless another one has some of its terms; returns whether it did.
  bool add(Candidate candidate);

  /// The candidate that has term `i`, nullptr where none has.
  const Candidate* at(int i) const;
  bool is_free(int begin, int end) const;

  /// All of them, in order.
  std::vector<Candidate> sorted() const&;
  std::vector<Candidate> sorted() &&;

 private:
  std::vector<Candidate> candidates_;
  std::vector<int> owner_;  // by term
};

/// The names with, behind each that is of a part of a school ("Fish Museum at Corran College"), those of the
/// part and of the school.
std::vector<Candidate> with_parts(const Terms& terms, std::vector<Candidate> names);

/// Places the other names of groups: an alias of a group is one, and what is a group's name makes its name
/// one.
void place_aliases(const std::vector<Alias>& aliases, Placed& placed);

/// Places the names that are sure wherever else they stand, in their short forms, too.
void place_repeats(const Terms& terms, Placed& placed);

/// Places the initials of names, three letters or more, wherever they stand.
void place_acronyms(const Terms& terms, Placed& placed);

/// Places "the Gannets" and "at Lesk" behind "Lesk Gannets" and "University of Lesk".
void place_short_names(const Terms& terms, Placed& placed);

/// Places "the unit" and "the Network" behind a group whose name ends in that word.
void place_short_mentions(const Terms& terms, Placed& placed);

}  // namespace presscut::groups
