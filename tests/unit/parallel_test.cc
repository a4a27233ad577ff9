#include "parallel/parallel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace presscut;

TEST_CASE("each turn is taken once, at any number of threads") {
  for (const int threads : {-1, 0, 1, 2, 8, 100})
    for (const std::size_t count : {0, 1, 2, 31, 32, 33, 1000}) {
      std::vector<std::atomic<int>> times(count);
      parallel::each(count, threads, [&](std::size_t n) { ++times[n]; });
      for (const auto& time : times) REQUIRE(time == 1);
    }
}

TEST_CASE("what a turn throws comes out, and nothing begins behind it on one thread") {
  std::size_t begun = 0;
  const auto turn = [&](std::size_t n) {
    ++begun;
    if (n == 7) throw std::runtime_error("turn 7");
  };
  CHECK_THROWS_WITH_AS(parallel::each(100, 1, turn), "turn 7", std::runtime_error);
  CHECK(begun == 8);
}

TEST_CASE("of several turns that throw the first one is heard, whichever thread has it") {
  for (int again = 0; again < 50; ++again) {
    std::string heard;
    try {
      parallel::each(2, 2, [](std::size_t n) { throw std::runtime_error(std::to_string(n)); });
    } catch (const std::runtime_error& error) {
      heard = error.what();
    }
    CHECK(heard == "0");
  }
}

TEST_CASE("turns before a fault are taken, so that the first one is heard though a later one comes sooner") {
  std::atomic<bool> later = false;
  const auto turn = [&](std::size_t n) {
    if (n == 99) later = true, throw std::runtime_error("99");
    while (n == 0 && !later) std::this_thread::yield();
    if (n == 7) throw std::runtime_error("7");
  };
  CHECK_THROWS_WITH_AS(parallel::each(100, 2, turn), "7", std::runtime_error);
}

TEST_CASE("values are in order, at any number of threads") {
  for (const int threads : {-1, 1, 2, 3, 8})
    for (const std::size_t count : {0, 1, 2, 7, 1000}) {
      std::vector<std::size_t> values;
      for (std::size_t n = 0; n < count; ++n) values.push_back(n * 619 % 1009);
      std::vector<std::size_t> sorted = values;
      std::sort(sorted.begin(), sorted.end());
      parallel::sort(values, threads);
      CHECK(values == sorted);
    }
}

TEST_CASE("turns that have begun are taken once, whether or not the caller joins in") {
  for (const int threads : {1, 2, 8}) {
    std::vector<std::atomic<int>> times(100);
    parallel::Turns turns(times.size(), threads, [&](std::size_t n) { ++times[n]; });
    turns.finish();
    for (const auto& time : times) REQUIRE(time == 1);
    {
      const parallel::Turns left(times.size(), threads, [&](std::size_t n) { ++times[n]; });
    }
    for (const auto& time : times) REQUIRE(time <= 2);
  }
  parallel::Turns turns(100, 2, [](std::size_t n) { throw std::runtime_error(std::to_string(n)); });
  CHECK_THROWS_AS(turns.finish(), std::runtime_error);
}
