#include "groups/groups.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "groups/corpus.h"
#include "groups/evidence.h"
#include "groups/tables.h"
#include "tables/tables.h"

using namespace presscut;

namespace {

struct Case {
  std::string_view text, wanted;
};

std::string joined(std::string_view text, const std::vector<GroupMention>& groups) {
  std::string out;
  for (const GroupMention& group : groups) {
    const std::string quote(slice(text, group.span));
    out += (out.empty() ? "" : " | ") + quote + (group.name == quote ? "" : "=" + group.name);
  }
  return out;
}

// "quote" for each mention, "quote=name" where the name is another, with " | " between.
std::string found(std::string_view text, const groups::Rules& rules = {}) {
  return joined(text, groups::find({}, text, rules));
}

std::string kind_found(std::string_view text) {
  const auto groups = groups::find({}, text);
  return groups.empty() ? "" : groups[0].kind;
}

}  // namespace

TEST_CASE("every row of the words makes a group of its own example, or none") {
  const tables::Table table("words.en.tsv", groups::embedded::words_en_tsv);
  for (const auto& row : table.rows()) {
    const std::string_view kind = row.cells[1];
    const bool makes = kind == "head" || kind == "head_of" || kind == "people" || kind == "nation" ||
                       kind == "state" || kind == "definer";
    CAPTURE(table.reference(row));
    CAPTURE(row.cells[3]);
    CHECK(groups::by_rules({{}, row.cells[3]}, {}).names.empty() != makes);
  }
}

TEST_CASE("every name of the table is found, and so are its aliases") {
  const tables::Table table("names.tsv", groups::embedded::names_tsv);
  for (const auto& row : table.rows()) {
    const std::string text = "They wrote to the " + std::string(row.cells[0]) + " again.";
    CAPTURE(text);
    const auto groups = groups::find({}, text);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].name == row.cells[0]);
    CHECK(groups[0].kind == row.cells[2]);
  }
}

TEST_CASE("names by their shape") {
  for (const Case& c : std::vector<Case>{
           {"She joined the Halvenian Land Guard in May.", "Halvenian Land Guard"},
           {"He wrote to the Ministry of Bridges and Roads.", "Ministry of Bridges and Roads"},
           {"He wrote to the Supreme Court of Ostrel.", "Supreme Court of Ostrel"},
           {"Soldiers of Unit 4410 and the 4410 signals unit left.", "Unit 4410 | 4410 signals unit"},
           {"They served in the 4th Mountain Brigade.", "4th Mountain Brigade"},
           {"A letter came from Parents for the Missing.", "Parents for the Missing"},
           {"Doctors Against Night Shifts have signed.", "Doctors Against Night Shifts"},
           {"The Crane Workers' Union met.", "Crane Workers' Union"},
           {"The Danish army and the Polish Foreign Ministry spoke.",
            "Danish army | Polish Foreign Ministry"},
           {"The aNote Center asked.", "aNote Center"},
           {"It was the U.S. Weights Commission.", "U.S. Weights Commission"},
           {"The Danish 5th Fleet and the 7th Fleet sailed.", "Danish 5th Fleet | 7th Fleet"},
           {"Then the al-Karma Brigades came.", "al-Karma Brigades"},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
}

TEST_CASE("a name by its shape ends where that of another body begins") {
  for (const Case& c : std::vector<Case>{
           {"The Government of Halvenia and the Corran Regional Government met.",
            "Government of Halvenia | Corran Regional Government"},
           {"It is the University of Corran's Law Faculty.", "University of Corran | Law Faculty"},
           {"He left Denmark's Corran Workers Party.", "Corran Workers Party"},
           {"He left Lomaxville's Department of Fish.", "Lomaxville | Department of Fish"},
           {"He left the Women's Temperance Union.", "Women's Temperance Union"},
           {"He left the Ministry of Women's Affairs.", "Ministry of Women's Affairs"},
           {"He is on the Board of Directors of the Anvil Federation.", "Anvil Federation"},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
}

TEST_CASE("a name by its shape alone may be denied, but not a unit's number or what belongs to a state") {
  CHECK(found("They met at the Grand Bazaar Mall near Hill Street Park Center.") == "");
  CHECK(found("They met at the Hill Street Youth Center. Unit 4410 and the Danish army left.") ==
        "Hill Street Youth Center | Unit 4410 | Danish army");
}

TEST_CASE("who belongs to a group tells of it everywhere in a document") {
  CHECK(
      found("An interview with Brimbox founder Lena Ost. Brimbox has a catalogue. I launched Brimbox in May. "
            "Brimbox officials said no.") == "Brimbox | Brimbox | Brimbox | Brimbox");
  CHECK(
      found("We drove to Brimbox in May. Brimbox has a market. I saw Brimbox at night. The hills of Brimbox "
            "are low.") == "");
}

TEST_CASE("what looks like a name of a group is left alone") {
  for (const std::string_view text :
       {"THOUSANDS MARCH THROUGH CITY AGAIN", "Thousands March Against Higher Rents In City Center",
        "LOCAL. UNAFRAID. READER-FUNDED.", "The committee met, and the party went on.",
        "Later General Ferrant walked down Anvil Street.", "Anna Ferrant met Peter Lomax in Toronto.",
        "On Monday they crossed Anvil River near Green Park.", "John Ferrant, a party leader, spoke.",
        "The unit and the network were small.", "Workers of the mill left for the sea.",
        "Mothers cried. Friends came.", "The 3,000 units were sold in 2024.",
        "They work for a company. Friday is free."}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("the text says which names are groups") {
  for (const Case& c : std::vector<Case>{
           {"The refuser group Hel Tamo wrote.", "Hel Tamo"},
           {"They began a movement called Night Watch.", "Night Watch"},
           {"Threshold, a group of officers, answered.", "Threshold"},
           {"\"Open Gate\", a small network of teachers, closed.", "Open Gate"},
           {"Lumina is a non-profit organisation that lends lamps.", "Lumina"},
           {"The local newspaper Corvo printed it.", "Corvo"},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
}

TEST_CASE("other names of a group have its name") {
  CHECK(found("The Refuser Aid Network (RAN) met. RAN paid.") ==
        "Refuser Aid Network | RAN=Refuser Aid Network | RAN=Refuser Aid Network");
  CHECK(found("Lev Patuach (לב פתוח, Open Heart) met in Acre. Open Heart is small.") ==
        "Lev Patuach | לב פתוח=Lev Patuach | Open Heart=Lev Patuach | Open Heart=Lev Patuach");
  CHECK(found("The Halvenian Land Guard, known as the Greys, left. The Greys came back.") ==
        "Halvenian Land Guard | Greys=Halvenian Land Guard | Greys=Halvenian Land Guard");
  CHECK(found("The Ellery Harbour Trust paid. The Harbour Trust is rich.") ==
        "Ellery Harbour Trust | Harbour Trust=Ellery Harbour Trust");
}

TEST_CASE("a text says in several ways how a name is shortened") {
  for (const Case& c : std::vector<Case>{
           {"The Corran Land Guard, or CLG, met.", "Corran Land Guard | CLG=Corran Land Guard"},
           {"The Corran Land Guard, or the CLG, met.", "Corran Land Guard | CLG=Corran Land Guard"},
           {"The Corran Land Guard, CLG for short, met.", "Corran Land Guard | CLG=Corran Land Guard"},
           {"The Corran Land Guard, abbreviated as Clag, met.", "Corran Land Guard | Clag=Corran Land Guard"},
           {"The Corran Land Guard, also called the Greys, met.",
            "Corran Land Guard | Greys=Corran Land Guard"},
           {"The Corran Land Guard, or PDF, is long.", "Corran Land Guard"},
           {"The Corran Land Guard, or what is left, met.", "Corran Land Guard"},
           {"Anna Ferrant, also called Annie, met John Ferrant, or JF.", ""},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
}

TEST_CASE("letters in brackets stand for the name before them") {
  for (const Case& c : std::vector<Case>{
           {"The Corran Land Guard [CLG] met.", "Corran Land Guard | CLG=Corran Land Guard"},
           {"The Corran Land Guard's (CLG) boats.", "Corran Land Guard | CLG=Corran Land Guard"},
           {"The Corran College of Fishers (CCFish) met.",
            "Corran College of Fishers | CCFish=Corran College of Fishers"},
           {"The Anvil League in Corran (ALC) met.", "Anvil League in Corran | ALC=Anvil League in Corran"},
           {"The Corran Land Guard (see below) met.", "Corran Land Guard"},
           {"The Corran Land Guard [sic] met.", "Corran Land Guard"},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
}

TEST_CASE(
    "schools, papers, firms and clubs are called by what stands before their noun, but a place is none") {
  CHECK(found("She taught at Tolvane School. At Tolvane she wrote.") ==
        "Tolvane School | Tolvane=Tolvane School");
  CHECK(found("She taught at Tolvane School. She was born in Tolvane.") == "Tolvane School");
  CHECK(found("She taught at Toronto School. At Toronto she wrote.") == "Toronto School");
  CHECK(found("She wrote for the Corran Courier. Corran is far.") == "Corran Courier");
  CHECK(found("She left the Anvil Commission. An anvil is heavy, and Anvil Street is long.") ==
        "Anvil Commission");
}

TEST_CASE("letters with a number behind them go on having one") {
  CHECK(found("The Corran Task Force (CTF) 50 sailed. CTF 50 is back, CTF too.") ==
        "Corran Task Force | CTF=Corran Task Force | CTF 50=Corran Task Force | CTF=Corran Task Force");
  CHECK(found("The Corran Land Guard (CLG) sailed. CLG's 50 boats came.") ==
        "Corran Land Guard | CLG=Corran Land Guard | CLG=Corran Land Guard");
}

TEST_CASE("three initials of a name or more stand for it without brackets") {
  CHECK(found("She went to the University of Southern Lesk. The USL is far.") ==
        "University of Southern Lesk | USL=University of Southern Lesk");
  CHECK(found("The Corran Land Guard Brigade met. The 41st CLGB is here.") ==
        "Corran Land Guard Brigade | 41st CLGB");
}

TEST_CASE("who has an office is no group, nor what a group has written") {
  CHECK(found("The Foreign Secretary met the Danish Foreign Minister.") == "");
  CHECK(found("The NATO Spokesperson met him.") == "NATO");
  CHECK(found("They passed NATO Resolution 2254 at last.") == "NATO");
  CHECK(found("He wrote for the Journal of Anvil Economics on the Treaty of Lesk.") == "");
}

TEST_CASE("initials of the first words stand for these where the rest is the same") {
  CHECK(found("The Ellery Harbour Workers Union met. The EH Workers Union paid.") ==
        "Ellery Harbour Workers Union | EH Workers Union=Ellery Harbour Workers Union");
  CHECK(found("The Ellery Harbour Workers Union met. The EN Workers Union paid.") ==
        "Ellery Harbour Workers Union | EN Workers Union");
}

TEST_CASE("two names joined by \"and\" are no longer name of either") {
  CHECK(
      found("The Ellery Teachers Union and the Corran Harbour Trust met. The Ellery Teachers Union left. The "
            "Corran Harbour Trust stayed.") ==
      "Ellery Teachers Union | Corran Harbour Trust | Ellery Teachers Union | Corran Harbour Trust");
}

TEST_CASE("a noun alone is the group that was named last, a place is no short form but of a university") {
  groups::Rules rules;
  rules.short_forms = true;
  CHECK(found("The Ellery Land Guard met the Corran Harbour Trust. The Trust paid.", rules) ==
        "Ellery Land Guard | Corran Harbour Trust | Trust=Corran Harbour Trust");
  CHECK(found("The Lisbon Harbour Trust met in Lisbon.") == "Lisbon Harbour Trust");
}

TEST_CASE("states, titles and marks are no groups, and no part of one") {
  for (const std::string_view text : {"He spoke of the State of Israel again.",
                                      "Then Gen. Moti Ferrant spoke.", "In all 27+ Palestinians left."}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("two groups that a short form fits have no short form") {
  CHECK(found("The Ellery Land Guard and the Corran Land Guard met. The Land Guard won.") ==
        "Ellery Land Guard | Corran Land Guard | Land Guard");
}

TEST_CASE("who is called by less was named in full before") {
  CHECK(found("The Lesk Tide Guild paid. The Tide Guild met. The Corran Tide Guild came.") ==
        "Lesk Tide Guild | Tide Guild=Lesk Tide Guild | Corran Tide Guild");
}

TEST_CASE("a group named in full is known by its last word, its place or without its \"Magazine\"") {
  groups::Rules rules;
  rules.names.add("mine.tsv",
                  "name\tkind\nTolvane Gannets\tsport\nUniversity of Corran, Ostrel\teducation\n");
  CHECK(found("The Tolvane Gannets won. Fans of the Gannets sang.", rules) ==
        "Tolvane Gannets | Gannets=Tolvane Gannets");
  CHECK(found("The Ellery Ostrel Watch Guild paid. Then the Ostrel Watch Guild met.") ==
        "Ellery Ostrel Watch Guild | Ostrel Watch Guild=Ellery Ostrel Watch Guild");
  CHECK(found("She left the University of Corran, Ostrel. In May she joined Ostrel.", rules) ==
        "University of Corran, Ostrel | Ostrel=University of Corran, Ostrel");
  CHECK(found("She left the University of Ostrel. Later she taught at Ostrel.") ==
        "University of Ostrel | Ostrel=University of Ostrel");
  CHECK(found("The Toronto Rovers won. In May they played against Toronto.") ==
        "Toronto Rovers | Toronto=Toronto Rovers");
  CHECK(found("She read the Tide Magazine, and the Tide article was long.") ==
        "Tide Magazine | Tide=Tide Magazine");
}

TEST_CASE("what looks like the short form of a group is left alone") {
  groups::Rules rules;
  rules.names.add("mine.tsv", "name\tkind\nTolvane Gannets\tsport\n");
  for (const Case& c : std::vector<Case>{
           {"The Tolvane Gannets won. They live on the Gannets Road.", "Tolvane Gannets"},
           {"The Tolvane Gannets won. Many gannets fly, and so do the gannets there.", "Tolvane Gannets"},
           {"She left the University of Ostrel. Her home is in Ostrel.", "University of Ostrel"},
           {"She left the University of Ostrel. They met at Ostrel Beach.", "University of Ostrel"},
           {"The Toronto Rovers won. Rain fell in Toronto and near Toronto.", "Toronto Rovers"},
           {"The Toronto Harbour Trust won. In May they voted against Toronto.", "Toronto Harbour Trust"},
           {"She read the Tide Magazine. Tide is late, and the tide is high.", "Tide Magazine"},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text, rules) == c.wanted);
  }
}

TEST_CASE("a part of a school is named with its school, and is known by either") {
  for (const Case& c : std::vector<Case>{
           {"He runs the Centre for Fish Studies at the University of Lesk.",
            "Centre for Fish Studies at the University of Lesk"},
           {"He runs the Herring Project at Corran College.", "Herring Project at Corran College"},
           {"She met the Dean of the School of Law at Lesk University.", "School of Law at Lesk University"},
           {"He joined the Tide Museum at Corran College. Corran College paid, and the Tide Museum closed.",
            "Tide Museum at Corran College | Corran College | Tide Museum=Tide Museum at Corran College"},
           {"He joined the Harbour Trust at Corran College.", "Harbour Trust | Corran College"},
           {"He joined the Tide Museum in Corran.", "Tide Museum"},
           {"The Tide Museum closed. At Corran College he slept.", "Tide Museum | Corran College"},
           {"He met Anna Lomax at Lesk University.", "Lesk University"},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
}

TEST_CASE("a university has its campus in its name, but no venue") {
  CHECK(found("He left the University of Lesk at Corran. The University of Lesk at Ostrel stayed.") ==
        "University of Lesk at Corran | University of Lesk at Ostrel");
  CHECK(found("They beat the University of Lesk at Anvil Stadium.") == "University of Lesk");
  CHECK(found("They met the University of Lesk at noon.") == "University of Lesk");
}

TEST_CASE("a noun tells of the name behind its comma") {
  for (const Case& c : std::vector<Case>{
           {"He was backed by his party, the Friends of Lesk, and by others.", "Friends of Lesk"},
           {"He left his old club, the Corran Gannets.", "Corran Gannets"},
           {"They grew up with the Class-A affiliate, the Corran Gannets.", "Corran Gannets"},
           {"He left the party, the Baltic Sea, and Lomax.", ""},
           {"He met the company, the Prime Minister, and Lomax.", ""},
           {"The party, the Friday before, was long.", ""},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
  CHECK(kind_found("He left the group, the Corran Workers Party, and went home.") == "party");
}

TEST_CASE("two letters stand for a word that shows them, where the text is about it") {
  const std::string text = "BrimBox grows. BrimBox is a company. Fans of BrimBox met. ";
  const std::string names = "BrimBox | BrimBox | BrimBox";
  CHECK(found(text + "Some call it BB.") == names + " | BB=BrimBox");
  CHECK(found(text + "They call BB, and BB again.") == names);
  CHECK(found(text + "They own BB2 and a BB-gun.") == names);
  CHECK(found(text + "They call it BR.") == names);
}

TEST_CASE("a noun alone is of what was named before it, or soon behind a headline") {
  std::string long_ago = "May it please the Court. ";
  for (int i = 0; i < 8; ++i) long_ago += "The tide was low, and nobody came to the boats. ";
  CHECK(found(long_ago + "The Ostrel Harbour Court met.") == "Court | Ostrel Harbour Court");
  CHECK(found("The Ostrel Harbour Court ruled. The Court said no.") ==
        "Ostrel Harbour Court | Court=Ostrel Harbour Court");
  CHECK(found("Court stops ferry. The Ostrel Harbour Court ruled on Monday.") ==
        "Court=Ostrel Harbour Court | Ostrel Harbour Court");
}

TEST_CASE("what goes on where a whole name ends is another body, unless it only says what the name is") {
  for (const Case& c : std::vector<Case>{
           {"NATO met. The NATO Herring School closed.", "NATO | NATO Herring School"},
           {"NATO met. The NATO Alliance paid.", "NATO | NATO Alliance=NATO"},
           {"The Lesk Herring Bank paid. The Lesk Herring Bank Museum closed.",
            "Lesk Herring Bank | Lesk Herring Bank Museum"},
           {"The Lesk Herring Bank paid. The Lesk Herring Bank Holdings left.",
            "Lesk Herring Bank=Lesk Herring Bank Holdings | Lesk Herring Bank Holdings"},
           {"The Anvil Workers Network (AWN) met. The AWN Herring Office left.",
            "Anvil Workers Network | AWN=Anvil Workers Network | AWN Herring Office"},
           {"The Anvil Workers Network (AWN) met. The Corran AWN left.",
            "Anvil Workers Network | AWN=Anvil Workers Network | Corran AWN"},
           {"The Ostrel Harbour Court met. The Ostrel Harbour Court of the Isles paid.",
            "Ostrel Harbour Court=Ostrel Harbour Court of the Isles | Ostrel Harbour Court of the Isles"},
       }) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.wanted);
  }
}

TEST_CASE("a noun in the plural is of many, unless it has its article") {
  CHECK(found("The Lesk University Libraries paid. The Libraries met.") ==
        "Lesk University Libraries | Libraries=Lesk University Libraries");
  CHECK(found("The Lesk University Libraries paid. Keepers and Libraries met.").find("=") ==
        std::string::npos);
}

TEST_CASE("one word of a name that the text has in small letters is no short form") {
  CHECK(found("She sells Tolvane Software. Tolvane grows.") == "Tolvane Software | Tolvane=Tolvane Software");
  CHECK(found("She sells Tolvane Software (tolvane.example). Tolvane grows.") ==
        "Tolvane Software | Tolvane=Tolvane Software");
  CHECK(found("She sells Herring Software. The herring is old, and Herring is fun.") == "Herring Software");
}

TEST_CASE("camps, capes and ships are no groups, but what is named after them is") {
  CHECK(found("They flew to Camp Ostrel and Fort Lesk, and sailed with HMS Gannet to Cape Corran.") == "");
  CHECK(found("They wrote to the Lake Ostrel Guild and the Fort Lesk Brewing.") ==
        "Lake Ostrel Guild | Fort Lesk Brewing");
}

TEST_CASE("one name is spelt in several ways, and with a slip of the pen") {
  CHECK(found("The Ellery Fire & Harbour Agency met. The Ellery Fire and Harbour Agency paid.") ==
        "Ellery Fire & Harbour Agency | Ellery Fire and Harbour Agency=Ellery Fire & Harbour Agency");
  CHECK(found("The Keeper's Union met. The Keepers' Union paid. The Keepers Union left.") ==
        "Keeper's Union | Keepers' Union=Keeper's Union | Keepers Union=Keeper's Union");
  CHECK(found("The Équipe Harbour League met. The Equipe Harbour League paid.") ==
        "Équipe Harbour League | Equipe Harbour League=Équipe Harbour League");
  CHECK(found("The Ørsk Harbour League met. The Orsk Harbour League paid.") ==
        "Ørsk Harbour League | Orsk Harbour League");
  CHECK(found("The Harbour Watch Council met. The Harbuor Watch Council paid.") ==
        "Harbour Watch Council | Harbuor Watch Council=Harbour Watch Council");
  CHECK(found("The Teachers Harbour League met. The Teacher Harbour League paid.") ==
        "Teachers Harbour League | Teacher Harbour League=Teachers Harbour League");
  CHECK(found("The Tide Watch Council met. The Tied Watch Council paid.") ==
        "Tide Watch Council | Tied Watch Council");
  CHECK(found("The Southern Harbour League met. The Northern Harbour League paid.") ==
        "Southern Harbour League | Northern Harbour League");
}

TEST_CASE("possessives and articles are no part of a name") {
  CHECK(found("The Anvil Network’s letter") == "Anvil Network");
  CHECK(found("Hamas's answer") == "Hamas");
}

TEST_CASE("short mentions only where they are asked for") {
  const std::string_view text = "The Anvil Network met. Later the Network closed.";
  CHECK(found(text) == "Anvil Network");
  groups::Rules rules;
  rules.short_forms = true;
  CHECK(found(text, rules) == "Anvil Network | Network=Anvil Network");
}

TEST_CASE("names with letters of many bytes before them keep their place") {
  const std::string_view text = "“Ça alors”, écrit-il à l’Anvil Network.";
  const auto groups = groups::find({}, text);
  REQUIRE(groups.size() == 1);
  CHECK(slice(text, groups[0].span) == "Anvil Network");
}

TEST_CASE("a name that the title defines is found in the text") {
  const auto groups = groups::find("The Anvil Network (AN2) closes", "Then AN2 closed.");
  REQUIRE(!groups.empty());
  CHECK(groups[0].in_title);
}

TEST_CASE("kinds follow from nouns and tables") {
  for (const Case& c : std::vector<Case>{
           {"the Anvil Party", "party"},
           {"the Anvil Brigade", "military"},
           {"the Anvil University", "education"},
           {"the Anvil Herald", "media"},
           {"the Ministry of Anvils", "government"},
           {"the Anvil Workers Union", "union"},
           {"said Reuters", "media"},
       }) {
    CAPTURE(c.text);
    CHECK(kind_found(c.text) == c.wanted);
  }
}

TEST_CASE("the names of the user win") {
  groups::Rules rules;
  rules.names.add("mine.tsv",
                  "name\taliases\tkind\tid\nLampkeepers\tKeepers of the Lamp | LK\tmovement\tQ1\n");
  const std::string_view text = "Keepers of the Lamp and LK are the Lampkeepers, lk is not.";
  const auto groups = groups::find({}, text, rules);
  CHECK(joined(text, groups) == "Keepers of the Lamp=Lampkeepers | LK=Lampkeepers | Lampkeepers");
  REQUIRE(!groups.empty());
  CHECK(groups[0].rule == "mine.tsv:Q1");
  CHECK(groups[0].kind == "movement");
}

TEST_CASE("names of the user that begin in small letters are found, among many others, too") {
  std::string table = "name\tkind\nvon Anvil Circle\tmovement\nelm street readers\tmovement\n";
  for (int i = 0; i < 3000; ++i) table += "Guild" + std::to_string(i) + " of Lesk\tunion\n";
  groups::Rules rules;
  rules.names.add("mine.tsv", table);
  CHECK(found("He left the von Anvil Circle for the elm street readers and Guild2999 of Lesk.", rules) ==
        "von Anvil Circle | elm street readers | Guild2999 of Lesk");
  CHECK(found("He left the Von Anvil Circle.", rules) == "Von Anvil Circle=von Anvil Circle");
  CHECK(found("Then guild2999 of Lesk was poor, and the elm street was wide.", rules) == "");
}

TEST_CASE("a bad table of names says where and what") {
  const auto message = [](std::string_view table) -> std::string {
    groups::Names names;
    try {
      names.add("mine.tsv", table);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(message("name\tkind\nAnvil\n") == "mine.tsv:2: 1 cell where there are 2 columns");
  CHECK(message("name\tkind\nAnvil\tbirds\n") == "mine.tsv:2: no such kind: \"birds\"");
  CHECK(message("name\tkind\n\n# none\n\tparty\n") == "mine.tsv:4: no name");
  CHECK(message("title\nAnvil\n").starts_with("mine.tsv:1: "));
  CHECK(message("name\nAnvil\n").empty());
}

TEST_CASE("the corpus gives a name that one document defines to all") {
  const auto document = [](std::string text) {
    Document result;
    result.text = std::move(text);
    result.groups = groups::find({}, result.text);
    return result;
  };
  std::vector<Document> documents = {
      document("The Refuser Aid Network (RAN) met in Acre."),
      document("A movement called RAN wrote to the Harbour Trust."),
      document("The Harbour Trust (HT) paid, and a group called Open Heart did not."),
      document("Lev Patuach (לב פתוח, Open Heart) met the Refuser Aid Network."),
  };
  for (int order = 0; order < 2; ++order) {
    groups::Corpus corpus;
    for (const Document& one : documents) corpus.add(one);
    corpus.link();
    std::string all;
    for (const auto& row : corpus.rows())
      all += row.name + " " + std::to_string(row.documents) + " " + std::to_string(row.mentions) + "\n";
    CHECK(all == "Refuser Aid Network 3 4\nLev Patuach 2 4\nHarbour Trust 2 3\n");
    for (Document& one : documents) {
      auto groups = *one.groups;
      corpus.apply(groups);
      for (const GroupMention& group : groups) {
        CHECK(group.name != "RAN");
        CHECK(group.name != "Open Heart");
      }
    }
    std::reverse(documents.begin(), documents.end());
  }
}

TEST_CASE("a name that documents define as that of two groups stays what each says") {
  groups::Corpus corpus;
  std::vector<Document> documents(3);
  documents[0].text = "The Refuser Aid Network (RAN) met.";
  documents[1].text = "The River Authority North (RAN) met.";
  documents[2].text = "A group called RAN met.";
  for (Document& one : documents) {
    one.groups = groups::find({}, one.text);
    corpus.add(one);
  }
  corpus.link();
  corpus.apply(*documents[2].groups);
  REQUIRE(documents[2].groups->size() == 1);
  CHECK((*documents[2].groups)[0].name == "RAN");
}
