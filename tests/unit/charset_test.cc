#include "charset/charset.h"

#include <doctest/doctest.h>
#include <iconv.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charset/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace charset = presscut::charset;
namespace text = presscut::text;
using namespace std::string_literals;

namespace {

const std::string hebrew =
    "מאות אלפי אזרחים הפגינו אמש ברחבי הארץ נגד הממשלה. \"אנחנו לא נפסיק\", אמרו המארגנים, ו-130 חיילי "
    "מילואים חתמו על המכתב.\n";
const std::string arabic =
    "تظاهر مئات الآلاف من المواطنين مساء أمس في جميع أنحاء البلاد ضد الحكومة، وقال المنظمون إنهم لن "
    "يتوقفوا.\n";
const std::string russian =
    "Сотни тысяч граждан вчера вечером вышли на демонстрации по всей стране против правительства, заявили "
    "организаторы.\n";
const std::string greek =
    "Εκατοντάδες χιλιάδες πολίτες διαδήλωσαν χθες το βράδυ σε όλη τη χώρα κατά της κυβέρνησης, είπαν οι "
    "διοργανωτές.\n";
const std::string turkish =
    "Yüz binlerce vatandaş dün akşam ülke genelinde hükümete karşı gösteri yaptı. Durmayacağız, dediler.\n";
const std::string polish =
    "Setki tysięcy obywateli demonstrowało wczoraj wieczorem w całym kraju przeciwko rządowi. Żółta łódź.\n";
const std::string french =
    "Des centaines de milliers de citoyens ont manifesté hier soir à travers le pays. Où est passée la forêt "
    "?\n";
const std::string lithuanian =
    "Šimtai tūkstančių piliečių vakar vakare protestavo visoje šalyje prieš vyriausybę. Žąsys ir ėriukai.\n";
const std::string thai = "ประชาชนหลายแสนคนประท้วงเมื่อคืนนี้ทั่วประเทศต่อต้านรัฐบาล\n";
const std::string chinese =
    "数十万公民昨晚在全国各地举行反政府示威，据报道，一百三十名预备役军人签署了这封信。\n";
const std::string taiwanese =
    "數十萬公民昨晚在全國各地舉行反政府示威，據報導，一百三十名預備役軍人簽署了這封信。\n";
const std::string japanese =
    "昨夜、数十万人の市民が全国で政府に反対するデモを行った。「私たちは止まらない」と主催者は述べた。\n";
const std::string korean = "수십만 명의 시민들이 어젯밤 전국에서 정부에 반대하는 시위를 벌였다.\n";

struct Sample {
  const char* label;     // as a page declares it
  const char* iconv;     // as iconv calls what its bytes are in
  const char* encoding;  // as the standard calls it
  const std::string& words;
  std::vector<std::string>
      detected;  // without a declaration; several are right where they agree on these words
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {"windows-1255", "CP1255", "windows-1255", hebrew, {"windows-1255"}},
      {"iso-8859-8-i", "ISO-8859-8", "ISO-8859-8-I", hebrew, {"windows-1255"}},
      {"windows-1256", "CP1256", "windows-1256", arabic, {"windows-1256"}},
      {"iso-8859-6", "ISO-8859-6", "ISO-8859-6", arabic, {"ISO-8859-6"}},
      {"windows-1251", "CP1251", "windows-1251", russian, {"windows-1251"}},
      {"koi8-r", "KOI8-R", "KOI8-R", russian, {"KOI8-R"}},
      {"iso-8859-5", "ISO-8859-5", "ISO-8859-5", russian, {"ISO-8859-5"}},
      {"cp866", "CP866", "IBM866", russian, {"IBM866"}},
      {"windows-1253", "CP1253", "windows-1253", greek, {"windows-1253", "ISO-8859-7"}},
      {"iso-8859-7", "ISO-8859-7", "ISO-8859-7", greek, {"windows-1253", "ISO-8859-7"}},
      {"windows-1254", "CP1254", "windows-1254", turkish, {"windows-1254"}},
      {"iso-8859-9", "ISO-8859-9", "windows-1254", turkish, {"windows-1254"}},
      {"windows-1250", "CP1250", "windows-1250", polish, {"windows-1250"}},
      {"latin2", "ISO-8859-2", "ISO-8859-2", polish, {"ISO-8859-2"}},
      {"iso-8859-1", "ISO-8859-1", "windows-1252", french, {"windows-1252", "ISO-8859-15"}},
      {"iso-8859-15", "ISO-8859-15", "ISO-8859-15", french, {"windows-1252", "ISO-8859-15"}},
      {"windows-1257", "CP1257", "windows-1257", lithuanian, {"windows-1257", "ISO-8859-13"}},
      {"tis-620", "CP874", "windows-874", thai, {"windows-874"}},
      {"gb2312", "GBK", "GBK", chinese, {"GBK", "gb18030"}},
      {"gb18030", "GB18030", "gb18030", chinese, {"GBK", "gb18030"}},
      {"big5", "BIG5", "Big5", taiwanese, {"Big5"}},
      {"shift_jis", "CP932", "Shift_JIS", japanese, {"Shift_JIS"}},
      {"euc-jp", "EUC-JP", "EUC-JP", japanese, {"EUC-JP"}},
      {"iso-2022-jp", "ISO-2022-JP", "ISO-2022-JP", japanese, {"ISO-2022-JP"}},
      {"ks_c_5601-1987", "CP949", "EUC-KR", korean, {"EUC-KR"}},
  };
  return all;
}

std::string encode(std::string_view words, const char* iconv_name) {
  const iconv_t handle = iconv_open(iconv_name, "UTF-8");
  REQUIRE(handle != reinterpret_cast<iconv_t>(-1));
  std::string bytes(words.size() * 4 + 16, '\0');
  char* in = const_cast<char*>(words.data());
  char* out = bytes.data();
  std::size_t left = words.size();
  std::size_t room = bytes.size();
  CHECK(iconv(handle, &in, &left, &out, &room) == 0);
  iconv(handle, nullptr, nullptr, &out, &room);
  iconv_close(handle);
  bytes.resize(bytes.size() - room);
  return bytes;
}

std::string repeated(const std::string& words, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += words;
  return result;
}

std::string page(std::string_view label, std::string_view words) {
  return "<!DOCTYPE html><html><head><meta charset=\"" + std::string(label) + "\"></head><body><p>" +
         std::string(words) + "</p></body></html>";
}

std::vector<std::size_t> boundaries(std::string_view words) {
  std::vector<std::size_t> result;
  for (std::size_t at = 0; at < words.size(); text::decode(words, at)) result.push_back(at);
  result.push_back(words.size());
  return result;
}

}  // namespace

TEST_CASE("a label means what the Encoding standard says") {
  const std::vector<std::pair<std::string, std::string>> cases = {{"utf-8", "UTF-8"},
                                                                  {"UTF8", "UTF-8"},
                                                                  {" \tUtf-8\r\n\f", "UTF-8"},
                                                                  {"unicode11utf8", "UTF-8"},
                                                                  {"latin1", "windows-1252"},
                                                                  {"us-ascii", "windows-1252"},
                                                                  {"iso-8859-1", "windows-1252"},
                                                                  {"ISO-8859-9", "windows-1254"},
                                                                  {"visual", "ISO-8859-8"},
                                                                  {"logical", "ISO-8859-8-I"},
                                                                  {"gb2312", "GBK"},
                                                                  {"x-sjis", "Shift_JIS"},
                                                                  {"ks_c_5601-1987", "EUC-KR"},
                                                                  {"tis-620", "windows-874"},
                                                                  {"koi8-ru", "KOI8-U"},
                                                                  {"x-mac-ukrainian", "x-mac-cyrillic"},
                                                                  {"utf-16", "UTF-16LE"},
                                                                  {"unicodefffe", "UTF-16BE"},
                                                                  {"hz-gb-2312", "replacement"}};
  for (const auto& entry : cases) {
    const auto& [label, encoding] = entry;
    CAPTURE(entry.first);
    CHECK(charset::encoding_of(label) == encoding);
  }
}

TEST_CASE("what is no label means nothing") {
  for (const std::string_view label : {"", " ", "utf", "utf-8x", "utf 8", "utf-7", "\xC2\xA0utf-8", "none"})
    CHECK(charset::encoding_of(label).empty());
}

TEST_CASE("the table is sorted, complete and known to iconv") {
  const presscut::tables::Table table("labels.tsv", charset::embedded::labels_tsv);
  std::vector<std::string_view> labels;
  std::set<std::string_view> encodings;
  for (const auto& row : table.rows()) {
    labels.push_back(row.cells[0]);
    encodings.insert(row.cells[1]);
    CHECK(charset::encoding_of(row.cells[0]) == row.cells[1]);
    CHECK(charset::encoding_of(row.cells[1]) == row.cells[1]);
  }
  CHECK(std::is_sorted(labels.begin(), labels.end()));
  CHECK(labels.size() == 228);
  CHECK(encodings.size() == 40);
}

TEST_CASE("a page declares its encoding") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<meta charset=windows-1255>", "windows-1255"},
      {"<META CharSet = 'Windows-1255' />", "windows-1255"},
      {"<html><head><title>x</title><meta/charset=\"koi8-r\">", "KOI8-R"},
      {"<meta http-equiv=Content-Type content='text/html; charset=big5'>", "Big5"},
      {"<meta content=\"text/html;charset = 'big5'; x\" http-equiv=\"content-type\">", "Big5"},
      {"<meta content='charset; charset=big5' http-equiv='content-type'>", "Big5"},
      {"<!-- <meta charset=koi8-r> --><meta charset=big5>", "Big5"},
      {"<!--><meta charset=big5>", "Big5"},
      {"<p title='<meta charset=koi8-r>'><meta charset=big5>", "Big5"},
      {"<meta charset=bogus><meta charset=big5>", "Big5"},
      {"<meta charset=big5 charset=koi8-r>", "Big5"},
      {"<meta charset=utf-16le>", "UTF-8"},
      {"<meta charset=x-user-defined>", "windows-1252"},
      {"<?xml version='1.0' encoding='windows-1251'?><html>", "windows-1251"},
      {"<?xml version=\"1.0\" encoding = \"utf-16\"?><html>", "UTF-8"},
      {"<?xml version='1.0' encoding='windows-1251'?><meta charset=big5>", "Big5"},
      {"<\0?\0x\0m\0l\0"s, "UTF-16LE"},
      {"<script>" + std::string(5000, ' ') + "</script><meta charset=big5>", "Big5"}};
  for (const auto& entry : cases) {
    const auto& [bytes, encoding] = entry;
    CAPTURE(entry.first);
    CHECK(charset::declared(bytes) == encoding);
  }
}

TEST_CASE("what only looks like a declaration is none") {
  for (const std::string bytes :
       {"", "<", "</", "<!", "<meta", "<meta charset=big5", "<meta charset='big5>", "<metacharset=big5>",
        "<meta name=charset content=big5>", "<meta content='text/html; charset=big5'>",
        "<meta http-equiv=refresh content='text/html; charset=big5'>",
        "<meta http-equiv=content-type content='text/html; charset=\"big5'>", "<!-- <meta charset=big5>",
        "charset=big5", "<p charset=big5>", " <?xml version='1.0' encoding='big5'?>", "<?xml encoding='big5'",
        "<?xml encoding=big5?>", "<? charset=big5 ?>"}) {
    CAPTURE(bytes);
    CHECK(charset::declared(bytes).empty());
  }
}

TEST_CASE("a page is read in the encoding that it declares") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.label);
    const auto decoded = charset::decode(encode(page(sample.label, sample.words), sample.iconv), "", true);
    CHECK(decoded.text == page(sample.label, sample.words));
    CHECK(decoded.encoding == sample.encoding);
    CHECK(decoded.replaced == 0);
  }
}

TEST_CASE("a text is read in the encoding that the transport names") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.label);
    const auto decoded = charset::decode(encode(sample.words, sample.iconv), sample.label, false);
    CHECK(decoded.text == sample.words);
    CHECK(decoded.encoding == sample.encoding);
  }
}

TEST_CASE("a long text without a declaration is recognized by its letters") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.label);
    const std::string words = repeated(sample.words, 20);
    const auto decoded = charset::decode(encode(words, sample.iconv), "", false);
    CHECK(std::count(sample.detected.begin(), sample.detected.end(), decoded.encoding) == 1);
    CHECK(decoded.text == words);
  }
}

TEST_CASE("letters behind a long head of ASCII are found") {
  const std::string head(600'000, '.');
  const auto decoded = charset::decode(head + "\n" + encode(repeated(hebrew, 20), "CP1255"), "", true);
  CHECK(decoded.encoding == "windows-1255");
  CHECK(decoded.text.ends_with(hebrew));
}

TEST_CASE("the transport outweighs the page, a byte order mark outweighs both") {
  const std::string bytes = encode(page("koi8-r", hebrew), "CP1255");
  CHECK(charset::decode(bytes, "windows-1255", true).text == page("koi8-r", hebrew));
  const std::string marked = "\xEF\xBB\xBF" + page("koi8-r", hebrew);
  const auto decoded = charset::decode(marked, "windows-1255", true);
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.text == page("koi8-r", hebrew));
}

TEST_CASE("a declaration counts in HTML only") {
  const std::string bytes = encode(page("koi8-r", repeated(hebrew, 20)), "CP1255");
  CHECK(charset::decode(bytes, "", false).encoding == "windows-1255");
  CHECK(charset::decode(bytes, "", true).encoding == "KOI8-R");
}

TEST_CASE("UTF-16 is recognized by its mark, by its transport and by its NULs") {
  for (const std::string& words :
       {hebrew, arabic, japanese + "\n", page("utf-16", chinese), "ok \U0001F600\n"s}) {
    for (const char* name : {"UTF-16LE", "UTF-16BE"}) {
      CAPTURE(name);
      CAPTURE(words);
      const std::string bytes = encode(words, name);
      const std::string mark = name == "UTF-16LE"s ? "\xFF\xFE" : "\xFE\xFF";
      for (const auto& decoded : {charset::decode(mark + bytes, "", true), charset::decode(bytes, "", true),
                                  charset::decode(bytes, name, true)}) {
        CHECK(decoded.text == words);
        CHECK(decoded.encoding == name);
      }
    }
  }
}

TEST_CASE("stray NULs do not make UTF-16") {
  for (const std::string& words :
       {"a\0b and more text that goes on for a while, as text does"s, hebrew + '\0', "\0\0\0\0"s})
    CHECK(charset::utf16_of(words).empty());
}

TEST_CASE("halves of UTF-16 characters are replaced") {
  const std::vector<std::pair<std::string, std::string>> cases = {{"\xFF\xFE"
                                                                   "a\0b"s,
                                                                   "a\uFFFD"},
                                                                  {"\xFF\xFE\x3D\xD8"s, "\uFFFD"},
                                                                  {"\xFF\xFE\x3D\xD8"
                                                                   "a\0"s,
                                                                   "\uFFFDa"},
                                                                  {"\xFF\xFE\x00\xDE"
                                                                   "a\0"s,
                                                                   "\uFFFDa"},
                                                                  {"\xFE\xFF\xD8"s, "\uFFFD"}};
  for (const auto& [bytes, words] : cases) {
    const auto decoded = charset::decode(bytes, "", true);
    CHECK(decoded.text == words);
    CHECK(decoded.replaced == 1);
  }
}

TEST_CASE("a page that is UTF-8 is read as UTF-8, whatever it declares") {
  for (const char* label :
       {"iso-8859-1", "windows-1252", "windows-1255", "koi8-r", "gbk", "shift_jis", "utf-16", "bogus"}) {
    CAPTURE(label);
    const auto decoded = charset::decode(page(label, hebrew), "", true);
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.text == page(label, hebrew));
  }
  CHECK(charset::decode(page("iso-8859-1", "caf\u00E9"), "", true).text == page("iso-8859-1", "caf\u00E9"));
}

TEST_CASE("a few broken characters do not make a page less UTF-8") {
  const std::string broken = hebrew + "\xD7 \xE2\x80 \xFF\n" + hebrew;
  for (const char* label : {"utf-8", "iso-8859-1", "bogus"}) {
    CAPTURE(label);
    const auto decoded = charset::decode(page(label, broken), "", true);
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.replaced == 3);
    CHECK(decoded.text == page(label, hebrew + "\uFFFD \uFFFD \uFFFD\n" + hebrew));
  }
}

TEST_CASE("a page that declares UTF-8 and is not goes by its letters") {
  const std::string words = repeated(hebrew, 10);
  const auto decoded = charset::decode(encode(page("utf-8", words), "CP1255"), "utf-8", true);
  CHECK(decoded.encoding == "windows-1255");
  CHECK(decoded.text == page("utf-8", words));
  CHECK(charset::decode(page("utf-8", "it\x92s"), "", true).text == page("utf-8", "it\u2019s"));
}

TEST_CASE("a short word that could be UTF-8 by chance stays in the encoding that is declared") {
  CHECK(charset::decode(page("windows-1251", "\xC2\xA0 1"), "", true).text ==
        page("windows-1251", "В\u00A0 1"));
  CHECK(charset::decode(page("gbk", "\xC4\xA3\xD0\xA1"), "", true).text == page("gbk", "模小"));
}

TEST_CASE("plain ASCII and nothing at all are UTF-8") {
  for (const std::string_view bytes : {"", "a", "plain\n"}) {
    const auto decoded = charset::decode(bytes, "", true);
    CHECK(decoded.text == bytes);
    CHECK(decoded.encoding == "UTF-8");
  }
}

TEST_CASE("bytes that Windows leaves undefined are controls, what no table has is replaced") {
  CHECK(charset::decode("\x81 \xE9 t\xE9", "windows-1252", false).text == "\u0081 é té");
  const auto decoded = charset::decode("\xE0\xFF\xE1", "windows-1255", false);
  CHECK(decoded.text == "א\uFFFDב");
  CHECK(decoded.replaced == 1);
}

TEST_CASE("Hebrew points and Vietnamese accents are not composed") {
  CHECK(charset::decode("\xF9\xD1\xCC\xE0 \xEC", "windows-1255", false).text == "ש\u05C1\u05BCא ל");
  CHECK(charset::decode("a\xEC \xE1\xF2", "windows-1258", false).text == "a\u0301 á\u0323");
}

TEST_CASE("an invalid sequence of a multi-byte encoding does not swallow the markup behind it") {
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"gbk", "\x81<p>"}, {"big5", "\xA4<p>"}, {"euc-kr", "\xB0<p>"}, {"euc-jp", "\xA4<p>"}};
  for (const auto& entry : cases) {
    const auto& [label, bytes] = entry;
    CAPTURE(entry.first);
    const auto decoded = charset::decode(bytes, label, true);
    CHECK(decoded.text == "\uFFFD<p>");
    CHECK(decoded.replaced == 1);
  }
  const auto cut = charset::decode(encode(chinese, "GBK") + "\xC4", "gbk", true);
  CHECK(cut.text == chinese + "\uFFFD");
}

TEST_CASE("whatever the bytes, decoding gives valid UTF-8 and says where it came from") {
  std::uint32_t state = 1;
  for (const char* label : {"", "utf-8", "utf-16", "windows-1255", "gb18030", "big5", "euc-jp", "iso-2022-jp",
                            "shift_jis", "euc-kr", "hz-gb-2312", "x-user-defined"}) {
    CAPTURE(label);
    for (int round = 0; round < 200; ++round) {
      std::string bytes;
      for (int i = 0; i < round; ++i)
        bytes += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
      const auto decoded = charset::decode(bytes, label, true);
      CHECK(text::is_valid(decoded.text));
      const auto offsets = charset::source_offsets(bytes, decoded, boundaries(decoded.text));
      CHECK(std::is_sorted(offsets.begin(), offsets.end()));
      CHECK(offsets.back() == bytes.size());
    }
  }
}

TEST_CASE("every character leads back to its bytes") {
  for (const Sample& sample : samples()) {
    if (sample.label == "iso-2022-jp"s) continue;  // has states: characters cannot be converted one by one
    CAPTURE(sample.label);
    std::vector<std::size_t> expected = {0};
    const auto starts = boundaries(sample.words);
    for (std::size_t i = 1; i < starts.size(); ++i)
      expected.push_back(
          expected.back() +
          encode(sample.words.substr(starts[i - 1], starts[i] - starts[i - 1]), sample.iconv).size());
    const std::string bytes = encode(sample.words, sample.iconv);
    CHECK(charset::source_offsets(bytes, charset::decode(bytes, sample.label, false), starts) == expected);
  }
}

TEST_CASE("a span of ISO-2022-JP leads back to bytes that hold it") {
  const std::string words = "abc " + japanese + "xyz " + japanese;
  const std::string bytes = encode(words, "ISO-2022-JP");
  const auto decoded = charset::decode(bytes, "iso-2022-jp", false);
  const std::size_t at = decoded.text.find("xyz");
  const auto offsets = charset::source_offsets(bytes, decoded, {0, at, at + 3, decoded.text.size()});
  CHECK(bytes.substr(offsets[1], offsets[2] - offsets[1]).find("xyz") != std::string::npos);
  CHECK(offsets[3] == bytes.size());
  CHECK(bytes.ends_with("\n"));
  const std::string left_open = bytes.substr(0, bytes.rfind("\x1B(B") + 3);
  const auto cut = charset::decode(left_open, "iso-2022-jp", false);
  CHECK(charset::source_offsets(left_open, cut, {cut.text.size()}) == std::vector{left_open.size()});
}

TEST_CASE("source offsets count the byte order mark and what was repaired") {
  const auto offsets = [](const std::string& bytes, const std::vector<std::size_t>& wanted) {
    return charset::source_offsets(bytes, charset::decode(bytes, "utf-8", false), wanted);
  };
  using Offsets = std::vector<std::size_t>;
  CHECK(offsets("abc", {0, 1, 3, 9}) == Offsets{0, 1, 3, 3});
  CHECK(offsets("\xEF\xBB\xBF"
                "a\xC3\xA9",
                {0, 1, 3}) == Offsets{3, 4, 6});
  CHECK(offsets("\xC3\xA9 \xFF \xE2\x82 x\xC3\xA9", {0, 2, 3, 6, 7, 10, 11, 12, 14}) ==
        Offsets{0, 2, 3, 4, 5, 7, 8, 9, 11});
  CHECK(offsets("\xFF\xFE"
                "a\0\x3D\xD8\x00\xDE"
                "b\0"s,
                {0, 1, 5, 6}) == Offsets{2, 4, 8, 10});
  CHECK(offsets("\xC3\xA9\xFF\xC3\xA9", {1, 3, 4}) == Offsets{0, 2, 2});
}
