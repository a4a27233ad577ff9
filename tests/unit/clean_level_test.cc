#include "clean/level.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "clean/words.h"
#include "plain/plain.h"

using namespace presscut;

namespace {

struct Levelled {
  std::vector<std::uint32_t> counted, levelled, words;
};

Levelled level(const std::string& text) {
  const page::Page page = plain::parse(text);
  const clean::Words& words = clean::Words::built_in();
  const auto stats = clean::count(page.text, page.blocks, words, clean::TitleWords("", words));
  Levelled result;
  for (const clean::Stats& block : stats)
    result.counted.push_back(block.stop_words), result.words.push_back(block.words);
  result.levelled = clean::levelled_stop_words(page, stats);
  return result;
}

// How many of a hundred words of the first block.
std::uint32_t share(const Levelled& of) { return 100 * of.levelled.front() / of.words.front(); }

const std::string menu = "\n\nUutiset\n\nUrheilu\n\nKulttuuri\n";

}  // namespace

TEST_CASE("stop words stay as counted where sentences have many") {
  const Levelled english = level(
      "The millers of Varn told the council that the new weir would leave them without water in the summer, "
      "and "
      "that they would not pay for a lock which nobody on the river had asked for. It was the third letter "
      "that "
      "they had written since the spring, and none of the others had been answered by anyone at the town "
      "hall. "
      "They said that they would come to the next meeting with their wives and children.");
  CHECK(english.levelled == english.counted);
}

TEST_CASE("where sentences have few stop words each counts for more") {
  const Levelled arabic = level(
      "قال عمال الميناء في رسالة نشرت أمس إنهم لن يحملوا السفن قبل أن تدفع الشركة أجورهم المتأخرة عن أسابيع "
      "العاصفة. ووقع الرسالة أكثر من أربعين عاملا بينهم عشرة من رؤساء الفرق، وطالبوا إدارة الشركة بعقد "
      "اجتماع عاجل "
      "مع ممثليهم خلال أسبوع واحد. وأضافوا أنهم سيواصلون الإضراب حتى تستجيب الإدارة لمطالبهم العادلة، وأن "
      "عمال "
      "الموانئ الأخرى سينضمون إليهم قريبا إذا بقيت الشركة صامتة ولم تقدم أي عرض جديد.");
  CHECK(arabic.levelled.front() > arabic.counted.front());
  CHECK(share(arabic) >= 35);
  CHECK(share(arabic) <= 45);
}

TEST_CASE("in a language without stop words sentences have some, labels few") {
  const Levelled finnish = level(
      "Sataman ahtaajat kertoivat maanantaina kirjeessä, etteivät lastaa laivoja ennen myrskyviikkojen "
      "palkkojen "
      "maksamista. Kirjeen allekirjoitti neljäkymmentä ahtaajaa, joista kymmenen johtaa omaa vuoroaan "
      "sataman "
      "pohjoisella laiturilla. Yhtiö vastasi tarkastelevansa vaatimuksia huolellisesti, mutta kieltäytyi "
      "kertomasta "
      "aikataulua neuvotteluille. Ahtaajat jatkavat työtaisteluaan viikonlopun yli, kunnes molemmat "
      "osapuolet "
      "istuvat samaan pöytään. Kaupunginvaltuusto käsittelee tilannetta ensi torstaina ylimääräisessä "
      "kokouksessaan, johon kutsutaan myös varustamojen edustajat sekä satamajohtaja. Toistaiseksi kuusi "
      "alusta odottaa redillä "
      "vapaata laituripaikkaa." +
      menu);
  CHECK(share(finnish) >= 38);
  CHECK(share(finnish) <= 42);
  CHECK(finnish.levelled.back() == 0);
}

TEST_CASE("a page of few words is left alone") {
  const Levelled labels = level("Uutiset.\n\nUrheilu, kulttuuri.\n");
  CHECK(labels.levelled == labels.counted);
}
