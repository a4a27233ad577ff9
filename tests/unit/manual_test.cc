#include "manual/manual.h"

#include <doctest/doctest.h>

using namespace presscut::manual;

namespace {

const Release release{"0.1.0", "2024-10-25"};

Tool tool() {
  Tool tool;
  tool.name = "sift";
  tool.summary = "Sift pages; say what fell through. Keeps their order.";
  tool.inputs = "Pages.";
  tool.example = "presscut sift -e 'it\\s' pages";
  tool.exit_status = "0 done.";
  tool.sections = {{"Options of this tool",
                    {{"mesh", 'm', "fine|coarse", "how wide: fine (the default) or coarse", false},
                     {"keep", 0, "FILE", "don't sift [those] of FILE: they stay", true},
                     {"dry", 0, "", ".5 of it", false}}}};
  return tool;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a page names its tool by the first sentence of the summary") {
  CHECK(has(page(tool(), release), ".TH PRESSCUT\\-SIFT 1 2024-10-25 \"presscut 0.1.0\""));
  CHECK(has(page(tool(), release), "presscut\\-sift \\-\nsift pages; say what fell through\n"));
}

TEST_CASE("a page lists options in both spellings, with their values") {
  CHECK(has(page(tool(), release), ".TP\n\\fB\\-m\\fP, \\fB\\-\\-mesh\\fP \\fIfine|coarse\\fP\nhow wide"));
  CHECK(has(page(tool(), release), ".TP\n\\fB\\-\\-dry\\fP\n"));
}

TEST_CASE("a page takes no text for a request or an escape") {
  CHECK(has(page(tool(), release), "\n\\&.5 of it\n"));
  CHECK(has(page(tool(), release), "'it\\es'"));
}

TEST_CASE("long texts of a page are filled, words stay whole") {
  Tool wordy = tool();
  wordy.inputs.clear();
  for (int i = 0; i < 100; ++i) wordy.inputs += "word ";
  const std::string text = page(wordy, release);
  std::size_t longest = 0;
  for (std::size_t at = 0, end; (end = text.find('\n', at)) != text.npos; at = end + 1)
    longest = std::max(longest, end - at);
  CHECK(longest <= 80);
  CHECK_FALSE(has(text, "wo\n"));
}

TEST_CASE("completions know files, choices and plain values apart") {
  const std::string bash = completions(Shell::bash, tool());
  CHECK(has(bash, "options='--mesh -m --keep --dry'"));
  CHECK(has(bash, "--mesh | -m) value=(-W 'fine coarse') ;;"));
  CHECK(has(bash, "--keep) value=(-f) ;;"));
  CHECK_FALSE(has(bash, "--dry)"));
}

TEST_CASE("completions quote what a shell would obey") {
  CHECK(has(completions(Shell::zsh, tool()),
            "'*--keep=[don'\\''t sift \\[those\\] of FILE\\: they stay]:FILE:_files'"));
  CHECK(has(completions(Shell::fish, tool()), "-l keep -r -F -d 'don\\'t sift [those] of FILE: they stay'"));
}
