// Which letters, petitions, strikes and marches a text speaks of, sentence by sentence.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "figures/view.h"

namespace presscut::figures {

/// The role of those whom an event is about: "signatory" of "petition"; empty where it is unknown.
std::string_view role_of_event(std::string_view kind);

class Events {
 public:
  /// `spoken_of` are roles of events that the surroundings of the text speak of.
  Events(const View& view, std::set<std::string> spoken_of);

  /// The roles of the events of the first sentences.
  std::set<std::string> opening() const;

  /// Whether the sentence, or one shortly before it, has an event for people of this role.
  bool speaks_of(std::string_view role, std::size_t sentence) const;

  /// Whether the next sentence begins with the letter that this one tells of: "In an open letter they wrote".
  bool letter_follows(std::size_t sentence) const;

  /// Whether the sentence, or one shortly before it, is of a strike and of no resignations: "left their
  /// posts".
  bool strikes(std::size_t sentence) const;

  /// What an event word stands for: "letter", "march". "list" and "banners" are words of many things: empty
  /// where nobody in the sentence signs or marches.
  std::string_view kind(const Mark& mark, std::size_t sentence) const;

  /// The role of those whom the nearest event is about; empty where there is none.
  std::string role_spoken_of(std::size_t sentence) const;

  /// "letter", "counter-letter", "petition (valid)", "march": what a figure of the sentence counts for.
  std::string label(std::size_t sentence, const Count& count, std::string_view role,
                    std::string_view relation) const;

  /// The role of a noun of the sentence that is one ("signatories"), else of its event; empty where there is
  /// none.
  std::string role_named(std::size_t sentence) const;

  /// The role of those whom the event at a token of the sentence, or right behind it, is about.
  std::string role_of_next(std::size_t sentence, std::size_t token) const;

  /// Whether the sentence speaks of an answer to a letter.
  bool has_counter(std::size_t sentence) const;

 private:
  bool is_of_known_letter(std::size_t sentence, const Count& count) const;
  bool refuses(std::size_t sentence) const;
  const Mark* nearest(std::size_t sentence, const Count& count, std::string_view role) const;

  const View& view_;
  std::set<std::string> spoken_of_;
};

}  // namespace presscut::figures
