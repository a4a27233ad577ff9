// What a text has told so far: its figures, and the roles of the counts of the sentence at hand.
#pragma once

#include <cstdint>
#include <map>
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
inline constexpr std::size_t remembered = 64;

/// Words that many figures have, each once.
class Names {
 public:
  /// 0 is no name.
  std::uint32_t number_of(const std::string& name) {
    if (name.empty()) return 0;
    const auto [at, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(numbers_.size() + 1));
    if (added) names_.push_back(&at->first);
    return at->second;
  }

  const std::string& name(std::uint32_t number) const {
    static const std::string none;
    return number == 0 ? none : *names_[number - 1];
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> names_;
};

/// Where a figure was found, and what its sentence tells of it that only the whole text can judge.
struct Place {
  const Count* count = nullptr;  // as long as the figure is one of the last `remembered`
  std::uint32_t sentence = 0;
  std::uint32_t town = 0, head = 0;  // in Told::names: where people march, the noun of who signs
  bool in_whole_country = false, in_one_town = false;  // "nationwide", "in Lorne alone"
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
    return !places.empty() && places.back().sentence + reach >= sentence;
  }

  const View& view;
  Events events;
  std::vector<FigureMention> found;
  std::vector<Place> places;  // of each that was found
  Names names;
  std::vector<Role> roles;      // of the counts of the sentence at hand
  bool last_is_figure = false;  // whether the last sentence with counts had a figure
};

}  // namespace presscut::figures
