// The events of a run: linked, each reconciled by itself, named and put in order.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "parallel/parallel.h"
#include "tally/choices.h"
#include "tally/link.h"
#include "tally/naming.h"
#include "tally/rows.h"

namespace presscut::tally {
namespace {

std::string main_role(const Group& group) {
  std::map<std::string, int> counts;
  for (const Origin& origin : group.figures) {
    const std::string role(origin.figure->role);
    if (role != "retractor") ++counts[role];
  }
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? "signatory" : most->first;
}

// By their first day, then by name.
std::vector<Event> in_order(std::vector<Event> events, int threads) {
  std::vector<std::tuple<std::string_view, std::string_view, std::size_t>> order(events.size());
  parallel::each(order.size(), threads, [&](std::size_t n) {
    order[n] = {events[n].rows[0].date, events[n].name, n};
  });
  parallel::sort(order, threads);
  std::vector<Event> sorted(events.size());
  parallel::each(sorted.size(), threads,
                 [&](std::size_t n) { sorted[n] = std::move(events[std::get<2>(order[n])]); });
  return sorted;
}

}  // namespace

std::vector<Event> reconcile(std::vector<Source>& sources, const Choices& choices, int threads) {
  const auto by_id = [](const Source& a, const Source& b) {
    return std::tie(a.id, a.date) < std::tie(b.id, b.date);
  };
  if (!std::is_sorted(sources.begin(), sources.end(), by_id))
    std::sort(sources.begin(), sources.end(), by_id);
  choose(choices, sources, threads);
  std::vector<Group> groups = link(sources, threads);
  std::vector<Event> events(groups.size());
  parallel::each(groups.size(), threads, [&](std::size_t n) {
    const Group group = std::move(groups[n]);  // goes when it is reconciled
    events[n] = {name_of(group), main_role(group), group.words, {}, std::nullopt, "", {}};
    reconcile(group, events[n]);
  });
  std::erase_if(events, [](const Event& event) { return event.rows.empty(); });
  events = in_order(std::move(events), threads);
  std::unordered_map<std::string_view, int> times;  // of the names of the first
  for (Event& event : events)
    if (const int time = ++times[event.name]; time > 1) event.name += fmt::format(" #{}", time);
  return events;
}

}  // namespace presscut::tally
