#include "tables/tables.h"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "figures/tables.h"
#include "groups/tables.h"
#include "tables/lists.h"
#include "text/tokens.h"

using presscut::tables::Lists;
using presscut::tables::Lookup;
using presscut::tables::Table;

namespace {

using Cells = std::vector<std::string_view>;

constexpr std::string_view months =
    "# Months, as they are written.\n"
    "word\tmonth\texample\n"
    "août\t8\t3 août\n"
    "\n"
    "# Short forms.\n"
    "sept\t9\t\n"
    "март\t3\tв марте";

}  // namespace

TEST_CASE("a table gives its rows, without comments and empty lines") {
  const Table table("months.tsv", months);
  REQUIRE(table.rows().size() == 3);
  CHECK(table.rows()[0].cells == Cells{"août", "8", "3 août"});
  CHECK(table.rows()[1].cells == Cells{"sept", "9", ""});
  CHECK(table.rows()[2].cells == Cells{"март", "3", "в марте"});
}

TEST_CASE("a row is named by its line in the file") {
  const Table table("months.tsv", months);
  CHECK(table.reference(table.rows()[0]) == "months.tsv:3");
  CHECK(table.reference(table.rows()[2]) == "months.tsv:7");
}

TEST_CASE("cells are views into the text of the table") {
  const Table table("months.tsv", months);
  const std::string_view cell = table.rows()[2].cells[0];
  CHECK(cell.data() >= months.data());
  CHECK(cell.data() + cell.size() <= months.data() + months.size());
}

TEST_CASE("a column is found by its name") {
  const Table table("months.tsv", months);
  CHECK(table.column("word") == 0);
  CHECK(table.column("example") == 2);
  CHECK_THROWS_WITH_AS(table.column("Word"), "months.tsv: no column called Word", std::runtime_error);
  CHECK_THROWS_WITH_AS(table.column(""), "months.tsv: no column called ", std::runtime_error);
}

TEST_CASE("a row with too many or too few cells is named with its fault") {
  const struct {
    std::string_view text, message;
  } cases[] = {
      {"a\tb\n1\t2\n3\n", "t.tsv:3: 1 cells, the first line has 2"},
      {"# c\na\tb\n1\t2\t3\n", "t.tsv:3: 3 cells, the first line has 2"},
      {"a\tb\n1\t2\t\n", "t.tsv:2: 3 cells, the first line has 2"},
  };
  for (const auto& [text, message] : cases)
    CHECK_THROWS_WITH_AS(Table("t.tsv", text), std::string(message).c_str(), std::runtime_error);
}

TEST_CASE("a table without rows has none") {
  CHECK(Table("t.tsv", "").rows().empty());
  CHECK(Table("t.tsv", "a\tb\n").rows().empty());
  CHECK(Table("t.tsv", "# nothing yet\n").rows().empty());
  CHECK(Table("t.tsv", "a\tb").column("b") == 1);
}

TEST_CASE("a value is found by its word, not by a part of it") {
  Lookup<int> lookup;
  lookup.add("zwölf", 12);
  lookup.add("several hundred", 100);
  REQUIRE(lookup.find("zwölf"));
  CHECK(*lookup.find("zwölf") == 12);
  CHECK(*lookup.find(std::string_view("zwölf Boote").substr(0, 6)) == 12);
  CHECK(*lookup.find("several hundred") == 100);
  for (const char* word : {"zwöl", "zwölfe", "Zwölf", "several", ""}) {
    CAPTURE(word);
    CHECK(lookup.find(word) == nullptr);
  }
}

TEST_CASE("lists have their words in any case, and no others") {
  constexpr std::array<std::string_view, 2> names = {"called", "every"};
  const Lists lists("lists.tsv", "list\twords\texample\ncalled\tcalled named\t\nevery\teach every\t\n",
                    names);
  CHECK(lists.has(0, "named"));
  CHECK(lists.has(1, "Every"));
  CHECK_FALSE(lists.has(0, "every"));
  CHECK_FALSE(lists.has(0, "nam"));
  CHECK_FALSE(lists.has(0, ""));
}

TEST_CASE("a list that stands at another place, or is not there, is told") {
  constexpr std::array<std::string_view, 2> names = {"called", "every"};
  const auto fault_of = [&](std::string_view table) -> std::string {
    try {
      Lists("lists.tsv", table, names);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(fault_of("list\twords\nevery\teach\ncalled\tnamed\n") ==
        "lists.tsv:2: not the list that stands here: \"every\"");
  CHECK(fault_of("list\twords\ncalled\tnamed\n") == "lists.tsv: has no list \"every\"");
}

TEST_CASE("the example of each list has a word of it") {
  for (const std::string_view text :
       {presscut::figures::embedded::lists_en_tsv, presscut::groups::embedded::lists_en_tsv}) {
    const Table table("lists.en.tsv", text);
    for (const auto& row : table.rows()) {
      const std::string words = ' ' + std::string(row.cells[1]) + ' ';
      bool stands = false;
      for (const auto& token : presscut::text::tokenize(row.cells[2]))
        stands |= words.find(' ' + presscut::text::fold(presscut::slice(row.cells[2], token.span())) + ' ') !=
                  std::string::npos;
      CHECK_MESSAGE(stands, table.reference(row));
    }
  }
}
