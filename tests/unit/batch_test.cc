// What needs a process (killed runs, options, messages) stands in tests/golden and tests/batch.
#include "batch/batch.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace presscut;
using namespace std::string_literals;

namespace {

// Ids of all sorts of bytes, some alike but for the case of a letter.
std::vector<std::string> many_ids() {
  std::mt19937 random(7);
  std::set<std::string> ids;
  const std::string letters = "aAbB./\\=-_ \n:%0\xD7\x90\xC3\x84"s + '\0';
  for (int i = 0; i < 20'000; ++i) {
    std::string id;
    for (std::size_t length = random() % 7 + (i % 50 == 0 ? 300 : 0); id.size() < length;)
      id += letters[random() % letters.size()];
    ids.insert(id);
  }
  return {ids.begin(), ids.end()};
}

}  // namespace

TEST_CASE("a document's file is named after its id") {
  using batch::file_name;
  CHECK(file_name("march.html", "txt") == "march.html.txt");
  CHECK(file_name("pages/March.html", "json") == "pages=2f=4darch.html.json");
  CHECK(file_name("https://a.example/?q=1", "md") == "https=3a=2f=2fa.example=2f=3fq=3d1.md");
  CHECK(file_name("\xC3\xA4", "txt") == "=c3=a4.txt");
}

TEST_CASE("a name leads out of no folder, hides nowhere and is no option, no device") {
  using batch::file_name;
  CHECK(file_name("../../etc/passwd", "txt") == "=2e.=2f..=2fetc=2fpasswd.txt");
  CHECK(file_name("..", "txt") == "=2e..txt");
  CHECK(file_name(".hidden", "txt") == "=2ehidden.txt");
  CHECK(file_name("-rf", "txt") == "=2drf.txt");
  CHECK(file_name("a\nb\0c"s, "txt") == "a=0ab=00c.txt");
  CHECK(file_name("", "txt") == "=.txt");
  CHECK(file_name("nul", "txt") == "=6eul.txt");
  CHECK(file_name("com1.html", "txt") == "=63om1.html.txt");
  CHECK(file_name("common.html", "txt") == "common.html.txt");
}

TEST_CASE("no two ids have names that are alike, and none is too long") {
  std::map<std::string, std::string> ids;
  for (const std::string& id : many_ids()) {
    const std::string name = batch::file_name(id, "json");
    CAPTURE(name);
    REQUIRE(name.size() <= batch::longest_name);
    REQUIRE(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-.=") == std::string::npos);
    REQUIRE(ids.emplace(name, id).second);
  }
}

TEST_CASE("long ids that end in different ways have different names, at every length around the longest") {
  for (std::size_t length = 100; length < 300; ++length) {
    const std::string start(length, 'x');
    CHECK(batch::file_name(start + "a", "txt") != batch::file_name(start + "b", "txt"));
    CHECK(batch::file_name(start + "A", "txt").size() <= batch::longest_name);
  }
}

TEST_CASE("a file with the longest name that there may be is written") {
  const std::string folder =
      std::filesystem::temp_directory_path() / ("presscut-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  const std::string path = folder + '/' + std::string(255, 'x');
  batch::write_file(path, "One.");
  CHECK(std::filesystem::file_size(path) == 4);
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
  std::filesystem::remove_all(folder);
}

TEST_CASE("each id lies in exactly one shard, and shards are about as large") {
  for (const std::uint64_t count : {1u, 3u, 17u}) {
    std::vector<int> sizes(count);
    for (int i = 0; i < 17'000; ++i) {
      int holders = 0;
      for (std::uint64_t number = 1; number <= count; ++number)
        if (batch::Shard{number, count}.holds("page-" + std::to_string(i))) ++holders, ++sizes[number - 1];
      REQUIRE(holders == 1);
    }
    for (const int size : sizes) CHECK(size > 17'000 / static_cast<int>(count) * 8 / 10);
  }
}

TEST_CASE("the shard of an id stays what it is") {
  CHECK(batch::hash_of("") == 17280346270528514342ull);
  CHECK(batch::hash_of("corpus/sample/ternik-letter.html") == 9729111681584174713ull);
}

TEST_CASE("shards as they are written") {
  CHECK(batch::shard_in("2/3")->name() == "2/3");
  for (const char* wrong : {"", "2", "0/3", "4/3", "/3", "1/", "1/3/", "-1/3", "1/0", "a/b", "1 /3"}) {
    CAPTURE(wrong);
    CHECK_FALSE(batch::shard_in(wrong));
  }
}

TEST_CASE("sizes as people write them") {
  CHECK(batch::size_in("0") == 0);
  CHECK(batch::size_in("500") == 500);
  CHECK(batch::size_in("64K") == 65536);
  CHECK(batch::size_in("20m") == 20u << 20);
  CHECK(batch::size_in("3G") == std::uint64_t{3} << 30);
  for (const char* wrong : {"", "K", "-1", "1.5M", "20MB", "99999999999G", "20 M", "0x10"}) {
    CAPTURE(wrong);
    CHECK_FALSE(batch::size_in(wrong));
  }
}

TEST_CASE("blocks and mentions are counted, and counts add up") {
  Document document;
  document.blocks.emplace(3);
  document.dates.emplace(2);
  document.numbers.emplace();
  batch::Counts counts = batch::counts_of(document);
  counts.add(counts);
  CHECK(counts.blocks == 6);
  CHECK(counts.mentions == std::map<std::string, std::uint64_t>{{"dates", 4}, {"numbers", 0}});
}
