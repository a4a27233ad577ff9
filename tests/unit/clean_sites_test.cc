#include "clean/sites.h"

#include <doctest/doctest.h>

#include <string>

#include "clean/clean.h"
#include "html/html.h"
#include "plain/plain.h"

using namespace presscut;

namespace {

const std::string note =
    "Write to the desk at the mill if you know more about this, and we will call you back.";

// A page of its own text and of a note that stands on all pages.
std::string page_of(const std::string& subject) {
  const std::string own =
      "The council of " + subject + " said on Monday that the " + subject +
      " weir would not be built before the spring, for the millers had asked for more time. ";
  return "<body><article><h1>" + subject + "</h1><p>" + own + own + "</p><p>" + own + "</p><p>" + note +
         "</p></article></body>";
}

Document cleaned(const std::string& subject, std::shared_ptr<const clean::Sites> sites = nullptr) {
  Document document;
  document.url = "https://paper.example/" + subject;
  clean::Options options;
  options.explain = true;
  options.sites = std::move(sites);
  clean::clean(html::parse(page_of(subject)), options, document);
  return document;
}

std::set<std::string> seen_on(std::initializer_list<std::string> subjects) {
  std::set<std::string> lines;
  for (const std::string& subject : subjects) {
    const std::string seen = clean::seen_blocks(cleaned(subject));
    for (std::size_t at = 0; at < seen.size();) {
      const std::size_t end = seen.find('\n', at) + 1;
      lines.insert(seen.substr(at, end - at));
      at = end;
    }
  }
  return lines;
}

std::shared_ptr<const clean::Sites> sites_of(std::initializer_list<std::string> tables) {
  auto sites = std::make_shared<clean::Sites>();
  for (const std::string& table : tables) sites->add("sites.tsv", table);
  return sites;
}

}  // namespace

TEST_CASE("what stands on three pages of a site goes from a fourth, the page's own text stays") {
  const auto sites = sites_of({clean::table_of(seen_on({"Varn", "Lesk", "Ternik"}))});
  CHECK(sites->is_boilerplate("paper.example", note));
  CHECK_FALSE(sites->is_boilerplate("other.example", note));
  CHECK(cleaned("Skelby").text.find(note) != std::string::npos);
  const Document document = cleaned("Skelby", sites);
  CHECK(document.text.find(note) == std::string::npos);
  CHECK(document.text.find("The council of Skelby") != std::string::npos);
  CHECK(document.dropped->back().rule == "site");
}

TEST_CASE("what stands on two pages is left alone, and so is a page whose text is known as a whole") {
  CHECK_FALSE(sites_of({clean::table_of(seen_on({"Varn", "Lesk"}))})->is_boilerplate("paper.example", note));
  const std::string once = clean::table_of(seen_on({"Varn"}));
  const Document copy = cleaned("Varn", sites_of({once, once, once}));
  CHECK(copy.text.find("The council of Varn") != std::string::npos);
}

TEST_CASE("tables of two halves of a site, or both in one file, are the table of the whole") {
  const std::string first = clean::table_of(seen_on({"Varn", "Lesk"}));
  const std::string second = clean::table_of(seen_on({"Ternik"}));
  CHECK(sites_of({first, second})->is_boilerplate("paper.example", note));
  CHECK(sites_of({first + second})->is_boilerplate("paper.example", note));
}

TEST_CASE("signatures hold words in their order, whatever case and signs") {
  CHECK(clean::signature("Read more: Świt!") == clean::signature("read  MORE Świt"));
  CHECK(clean::signature("read more") != clean::signature("more read"));
  CHECK(clean::signature("readmore") != clean::signature("read more"));
}

TEST_CASE("a table that is none is refused with its line") {
  clean::Sites sites;
  CHECK_THROWS_WITH(sites.add("x.tsv", "host\tsignature\tpages\npaper.example\tzz\t3\n"),
                    "x.tsv:2: no row of a table that --learn-site wrote");
  CHECK_THROWS(sites.add("x.tsv", "paper.example\t12ab\n"));
  CHECK_NOTHROW(sites.add("x.tsv", ""));
}

TEST_CASE("a document without a host teaches nothing") {
  Document document;
  clean::Options options;
  options.explain = true;
  clean::clean(plain::parse("Millers\n\nThe weir will not be built before the spring.\n"), options, document);
  CHECK(clean::seen_blocks(document).empty());
}
