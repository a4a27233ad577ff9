#include "output/output.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace presscut;
using namespace std::string_literals;

namespace {

Document document_of(std::string text) {
  Document document;
  document.text = std::move(text);
  return document;
}

/// Adds `text` as a block, behind `gap`.
void add(Document& document, std::string_view gap, std::string_view text, Kind kind, Span source = {}) {
  if (!document.blocks) document.blocks.emplace();
  document.text += gap;
  const std::size_t start = document.text.size();
  document.text += text;
  document.blocks->push_back({{start, document.text.size()}, kind, source});
}

template <typename Write>
std::string written(const Document& document, Write write) {
  std::string out;
  write(document, out);
  return out;
}

std::string plain(const std::string& text) { return written(document_of(text), output::write_text); }

}  // namespace

TEST_CASE("a line shows what would move the cursor or turn the text around") {
  const std::pair<std::string, std::string> cases[] = {
      {"Zwölf – שלום 😀", "Zwölf – שלום 😀"},
      {"a\tb\nc", "a\\tb\\nc"},
      {"\x1B[31mred\r\b\0\x7F"s, "\\u{1b}[31mred\\u{d}\\u{8}\\u{0}\\u{7f}"},
      {"\u0085\u009B\u00A0", "\\u{85}\\u{9b}\u00A0"},
      {"\u202Egpj\u202C \u2066x\u2069", "\\u{202e}gpj\\u{202c} \\u{2066}x\\u{2069}"},
      {"\u200E\u200F\u2029", "\u200E\u200F\u2029"},
      {"a\xFF\x9B", "a\\xff\\x9b"},
      {"", ""},
  };
  for (const auto& [text, shown] : cases) {
    CAPTURE(shown);
    CHECK(output::one_line(text) == shown);
  }
}

TEST_CASE("a terminal gets lines, tabs and form feeds, and nothing else to obey") {
  const std::pair<std::string, std::string> cases[] = {
      {"Zw\u00F6lf\t\u05E9\nback\\slash\f\n", "Zw\u00F6lf\t\u05E9\nback\\slash\f\n"},
      {"a,b\r\nc\rd", "a,b\r\nc\\u{d}d"},
      {"\x1B]0;x\x07 \u202Egpj\u202C \u009B", "\\u{1b}]0;x\\u{7} \\u{202e}gpj\\u{202c} \\u{9b}"},
      {"\xFF\x9B", "\\xff\\x9b"},
      {"", ""},
  };
  for (const auto& [text, shown] : cases) CHECK(output::for_terminal(text, output::Spelling::text) == shown);
  CHECK(output::for_terminal("{\"id\": \"\u202Ea\"}\n", output::Spelling::ndjson) ==
        "{\"id\": \"\\u202ea\"}\n");
}

TEST_CASE("text is printed as it is, with a line end behind it") {
  CHECK(plain("Zwölf Boote.\n\n\tשלום") == "Zwölf Boote.\n\n\tשלום\n");
  CHECK(plain("One.\n") == "One.\n");
  CHECK(plain("") == "\n");
  CHECK(plain("\u202Aleft to right\u202C") == "\u202Aleft to right\u202C\n");
}

TEST_CASE("control characters that another cleaner left are spelt out") {
  CHECK(plain("\x1B[31mred\a é") == "\\u{1b}[31mred\\u{7} é\n");
  CHECK(plain("a\u009Bb\u00A0é\u0080") == "a\\u{9b}b\u00A0é\\u{80}\n");
  CHECK(plain("one\r\ntwo\rthree") == "one\ntwo\\u{d}three\n");
}

TEST_CASE("Markdown has a mark for each kind of block") {
  Document document;
  document.title = "Über den Kai";
  add(document, "", "Warum", Kind::heading);
  add(document, "\n\n", "Wir gehen.", Kind::paragraph);
  add(document, "\n\n", "Brot", Kind::list_item);
  add(document, "\n", "Wasser", Kind::list_item);
  add(document, "\n\n", "Eins,\nzwei.", Kind::quote);
  add(document, "\n\n", "x = 1\n\ny = 2", Kind::code);
  add(document, "\n\n", "Meile\t4", Kind::table);
  CHECK(written(document, output::write_markdown) ==
        "# Über den Kai\n\n## Warum\n\nWir gehen.\n\n- Brot\n- Wasser\n\n> Eins,\n> zwei.\n\n"
        "    x = 1\n    \n    y = 2\n\nMeile\t4\n");
}

TEST_CASE("a title is one line of Markdown, and none where there is none") {
  Document document = document_of("One.");
  CHECK(written(document, output::write_markdown) == "One.\n");
  document.title = "a\nb\x1B";
  CHECK(written(document, output::write_markdown) == "# a\\nb\\u{1b}\n\nOne.\n");
}

TEST_CASE("text outside of all blocks stays in Markdown") {
  Document document = document_of("before ");
  add(document, "", "Frage", Kind::heading);
  document.text += "\n\nbehind\a";
  CHECK(written(document, output::write_markdown) == "before ## Frage\n\nbehind\\u{7}\n");
  Document empty = document_of("Zwölf.");
  empty.blocks.emplace();
  CHECK(written(empty, output::write_markdown) == "Zwölf.\n");
}

TEST_CASE("an explanation lists what was kept and dropped in the order of the page") {
  Document document;
  document.id = "a\tb";
  document.title = "Über den Kai";
  add(document, "", "Zwölf Boote.", Kind::paragraph, {20, 33});
  add(document, "\n\n", "Ende", Kind::heading, {50, 54});
  document.dropped = {{{60, 64}, Reason::share, "phrases.en.tsv:14", "Share"},
                      {{0, 4}, Reason::comment_form, "hint:form", "Name\x1B"}};
  CHECK(written(document, output::write_explanation) ==
        "a\\tb: Über den Kai\n"
        "- comment_form [0, 4)  Name\\u{1b}  (hint:form)\n"
        "+ paragraph    [20, 33)  Zwölf Boote.\n"
        "+ heading      [50, 54)  Ende\n"
        "- share        [60, 64)  Share  (phrases.en.tsv:14)\n");
}

TEST_CASE("an explanation says when nothing is readable") {
  Document document;
  document.id = "a";
  document.blocks.emplace();
  document.dropped.emplace();
  CHECK(written(document, output::write_explanation) == "a\n(nothing readable)\n");
}

TEST_CASE("an explanation shortens long texts between characters") {
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += "é";
  Document document;
  document.id = "a";
  add(document, "", hundred, Kind::paragraph);
  add(document, "\n\n", hundred + "x", Kind::paragraph, {1, 2});
  CHECK(written(document, output::write_explanation) ==
        "a\n+ paragraph    [0, 0)  " + hundred + "\n+ paragraph    [1, 2)  " + hundred + "…\n");
}
