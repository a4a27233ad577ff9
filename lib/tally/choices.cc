#include "tally/choices.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <stdexcept>

#include "match/match.h"
#include "parallel/parallel.h"
#include "text/text.h"

namespace presscut::tally {
namespace {

struct Decision {
  bool reject = false;
  std::string event, role, relation;
  std::optional<Interval> value;
};

[[noreturn]] void refuse(const std::string& name, std::size_t line, std::string_view what) {
  throw std::runtime_error(fmt::format("{}:{}: {}", name, line, what));
}

std::optional<double> number_in(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

// "43", "117..143", "600..".
std::optional<Interval> interval_in(std::string_view text) {
  const std::size_t dots = text.find("..");
  const auto low = number_in(text.substr(0, dots));
  if (!low) return std::nullopt;
  if (dots == std::string_view::npos) return Interval{low, low};
  if (dots + 2 == text.size()) return Interval{low, std::nullopt};
  const auto high = number_in(text.substr(dots + 2));
  if (!high || *high < *low) return std::nullopt;
  return Interval{low, high};
}

bool add(Decision& decision, std::string_view what, std::string_view value) {
  if (what == "reject") return decision.reject = value.empty();
  if (value.empty()) return false;
  if (what == "value") return (decision.value = interval_in(value)).has_value();
  if (what == "event") return decision.event = value, true;
  if (what == "role") return decision.role = value, true;
  if (what == "relation") return decision.relation = value, true;
  return false;
}

std::map<std::string, Decision> read_decisions(const Choices& choices) {
  std::map<std::string, Decision> all;
  std::string_view rest = choices.decisions;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::string_view row = text::trim(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    if (row.empty() || row.front() == '#') continue;
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) refuse(choices.decisions_name, line, "no tab behind the figure");
    const std::string_view decision = text::trim(row.substr(tab + 1));
    const std::size_t blank = std::min(decision.find(' '), decision.size());
    if (!add(all[std::string(row.substr(0, tab))], decision.substr(0, blank),
             text::trim(decision.substr(blank))))
      refuse(choices.decisions_name, line,
             fmt::format("{}: neither reject, event NAME, value LOW..HIGH, role ROLE nor relation RELATION",
                         decision));
  }
  return all;
}

void carry_out(const Decision& decision, Figure& figure) {
  if (decision.reject) figure.role = "other";  // which counts for no event
  if (decision.value) figure.interval = *decision.value, figure.qualifier = "decided";
  if (!decision.role.empty()) figure.role = decision.role;
  if (!decision.relation.empty()) figure.relation = decision.relation;
  if (!decision.event.empty()) figure.named = decision.event;
}

}  // namespace

void choose(const Choices& choices, std::vector<Source>& sources, int threads) {
  const auto rules = match::read(choices.event_rules_name, choices.event_rules);
  const match::Patterns patterns(rules);
  const auto decisions = read_decisions(choices);
  if (rules.empty() && decisions.empty()) return;
  parallel::each(sources.size(), threads, [&](std::size_t n) {
    for (Figure& figure : sources[n].figures) {
      auto found = patterns.find(figure.sentence);
      if (found.empty()) found = patterns.find(sources[n].title);
      if (!found.empty()) figure.named = found[0].rule;
      const auto decision = decisions.find(std::string(figure.id));
      if (decision != decisions.end()) carry_out(decision->second, figure);
    }
  });
}

}  // namespace presscut::tally
