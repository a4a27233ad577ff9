#include "mentions/order.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace presscut;

TEST_CASE("runs of several finders are merged as a stable sort would put them") {
  std::mt19937 random(1);
  for (const std::size_t runs : {0, 1, 2, 3, 7, 64}) {
    std::vector<Mention> list;
    for (std::size_t r = 0; r < runs; ++r) {
      std::size_t start = 0;
      for (int i = 0; i < 40; ++i) {
        start += random() % 3;
        list.push_back({{start, start + random() % 2}, r % 5 == 4 && i < 3, std::to_string(list.size())});
      }
    }
    std::vector<Mention> sorted = list;
    std::stable_sort(sorted.begin(), sorted.end(), mentions::is_before);
    mentions::put_in_order(list);
    REQUIRE(list.size() == sorted.size());
    bool alike = true;
    for (std::size_t i = 0; i < list.size(); ++i) alike = alike && list[i].rule == sorted[i].rule;
    CHECK(alike);
  }
}
