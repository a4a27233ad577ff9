// Turns of a loop that know nothing of each other, on several threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace presscut::parallel {

/// Calls `turn` with each number below `count`, on up to `threads` threads, the caller's among them, each of
/// which begins with a part of its own; back when all are done. What a turn throws is thrown again, that of
/// the lowest number where several do; not all turns behind it are taken then.
///
///   each(names.size(), 2, [&](std::size_t n) { lengths[n] = names[n].size(); })
///
/// The same comes out at any number of threads where no turn writes what another one reads or writes. Where
/// the system grants no more threads, those that there are do it.
void each(std::size_t count, int threads, const std::function<void(std::size_t)>& turn);

/// The same in two steps, for a caller who has something else to do first: the other threads begin at once.
///
///   Turns turns(names.size(), 2, [&](std::size_t n) { lengths[n] = names[n].size(); });
///   more = read();
///   turns.finish();
class Turns {
 public:
  Turns(std::size_t count, int threads, std::function<void(std::size_t)> turn);
  ~Turns();  // back when those are done that were begun

  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Sorts `values`, of which no two are equal, with a part for each thread.
template <typename Value>
void sort(std::vector<Value>& values, int threads) {
  const auto parts = static_cast<std::size_t>(std::max(threads, 1));
  const auto begin_of = [&](std::size_t part) {
    return values.begin() + static_cast<std::ptrdiff_t>(part * values.size() / parts);
  };
  each(parts, threads, [&](std::size_t part) { std::sort(begin_of(part), begin_of(part + 1)); });
  for (std::size_t part = 1; part < parts; ++part)
    std::inplace_merge(values.begin(), begin_of(part), begin_of(part + 1));
}

}  // namespace presscut::parallel
