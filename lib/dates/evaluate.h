// From the nodes of an expression to the period that they mean, seen from what is known.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "dates/resolve.h"

namespace presscut::dates {

/// Works out one expression. An evaluated period without a year could not be resolved. What it is given must
/// outlive it.
class Evaluation {
 public:
  Evaluation(const Meanings& meanings, const Anchors& anchors, Tense tense, Prefer prefer,
             const Lexicon& lexicon)
      : meanings_(meanings), anchors_(anchors), tense_(tense), prefer_(prefer), lexicon_(lexicon) {}
  Period evaluate(int node);
  Period evaluate(const Meaning& m);

  /// Whether what lies ahead is meant where the words do not say.
  bool ahead() const;

  /// The stretch that a directed amount covers: "the last three months", "the first two weeks of May".
  std::pair<std::string, std::string> stretch(const Meaning& m);
  std::string anchor() const;

 private:
  static std::pair<std::string, std::string> bounds(Day first, Day last);
  std::pair<std::string, std::string> minutes_around(int minutes);
  std::pair<std::string, std::string> stretch_beside(const Meaning& m);
  bool published();
  bool text();
  bool near() const;
  std::optional<Day> reference(Direction direction, Grain grain);
  static int step(Direction direction);
  Period choose(Direction direction, Day from, int around_number,
                const std::function<Period(int)>& candidate);
  static Period nearest(Day from, const std::function<Period(int)>& candidate);
  Period calendar(const Meaning& m);
  std::optional<Period> by_weekday(const Meaning& m, const std::function<Period(int)>& candidate);
  Period in_some_year(const Meaning& m, const std::function<Period(int)>& candidate,
                      const Period& unresolved);
  Period feast(const Meaning& m);
  Period weekday_period(const Meaning& m);
  Period day_of_month(const Meaning& m, const Period& unresolved);
  Period owned(const Meaning& m);
  Period rest_of(Period period);
  Period unit(const Meaning& m);
  Period unit_beside(const Meaning& m, const Period& unresolved);
  Period counted_weekdays(const Meaning& m);
  Period shift(const Meaning& m);
  Period shift_clock(const Meaning& m);
  Period nth(const Meaning& m);
  Period clock(const Meaning& m);

  const Meanings& meanings_;
  const Anchors& anchors_;
  Tense tense_;
  Prefer prefer_;
  const Lexicon& lexicon_;
  std::string anchor_;
};

}  // namespace presscut::dates
