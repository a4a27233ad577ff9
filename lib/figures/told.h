// What a text has told so far: its figures, and the roles of the counts of the sentence at hand.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "figures/events.h"
#include "figures/figures.h"
#include "figures/roles.h"
#include "figures/view.h"

namespace presscut::figures {

/// Sentences for which an event or a figure is what a text speaks of.
inline constexpr std::size_t recent = 2;

/// Figures back to which "the 39" may point.
inline constexpr int remembered = 64;

/// A figure, and where it was found.
struct Found {
  FigureMention mention;
  const Count* count = nullptr;
  std::size_t sentence = 0;
};

struct Told {
  Told(const View& text, std::set<std::string> spoken_of) : view(text), events(text, std::move(spoken_of)) {}

  /// Whether a count of the sentence at hand is a figure of people who do something.
  bool is_figure(std::size_t count) const {
    return !roles[count].name.empty() && roles[count].name != "other";
  }

  /// The role of the nearest figure of the sentence at hand: before the count, else behind it.
  std::string beside(std::size_t count) const;

  /// Whether a figure stands before the count, so that it may be a part of that.
  bool follows_figure(std::size_t count) const;

  /// The role of the last figure.
  std::string main_role() const;

  /// The role of the figure of the same size, in `sentence`, which is at hand, or before it.
  std::string known_role(const Sentence& sentence, const Count& count) const;

  /// Whether the last figure was of the same people: "430 pupils" behind "hundreds of pupils".
  bool is_told_of(const Count& count) const;

  /// Whether the last figure stands in a sentence shortly before.
  bool has_recent(std::size_t sentence, std::size_t reach = recent) const {
    return !found.empty() && found.back().sentence + reach >= sentence;
  }

  const View& view;
  Events events;
  std::vector<Found> found;
  std::vector<Role> roles;      // of the counts of the sentence at hand
  bool last_is_figure = false;  // whether the last sentence with counts had a figure
};

}  // namespace presscut::figures
