#include <fmt/format.h>

#include "report/whole.h"
#include "text/text.h"

namespace presscut::report {
namespace {

struct Word {
  std::string_view word, meaning;
};

constexpr Word bases[] = {
    {"stated", "said so in these words"},
    {"computed", "added up from other figures, all of which are quoted"},
    {"by account of", "somebody's claim, which the page does not make its own"},
    {"compatible", "wider than a better figure, and in agreement with it"},
    {"stale", "true once: what another page knew before"},
    {"conflict", "cannot be true together with another figure"},
    {"expected", "a goal or a forecast"},
};

void write_count(std::uint64_t count, std::string_view one, std::string_view many, Writer& out) {
  if (count > 0) out.element("li", counted(count, one, many));
}

void write_records(const Whole& whole, const Making& making, Writer& out) {
  std::size_t figures = 0;
  for (const tally::Source& source : whole.sources()) figures += source.figures.size();
  out.open("ul");
  out.element("li", fmt::format("{}, {}, {}", counted(whole.documents().size(), "page", "pages"),
                                counted(figures, "figure", "figures"),
                                counted(whole.events().size(), "event shown", "events shown")));
  out.element("li", fmt::format("{} read, {} skipped because of errors",
                                counted(making.records, "record", "records"), making.failed));
  write_count(making.files_passed_over, "file passed over that is no text",
              "files passed over that are no text", out);
  write_count(making.responses_passed_over, "response passed over that is no page",
              "responses passed over that are no pages", out);
  for (const auto& [language, count] : making.languages_without_tables)
    out.element("li", fmt::format("{} in the language “{}”, of which there are no tables",
                                  counted(count, "page", "pages"), language));
  out.close();
}

}  // namespace

void write_making(const Whole& whole, const Making& making, Writer& out) {
  out.open("section", {{"id", "making"}}).element("h2", "How this was made");
  out.open("p").text("By presscut ").text(making.version);
  out.text(", which read each figure from the words that are marked above. ");
  const std::string_view settings = text::trim(making.settings);
  if (!settings.empty()) out.text("Options: ").element("code", settings).text(".");
  out.close();
  write_records(whole, making, out);
  out.open("dl", {{"class", "bases"}});
  for (const Word& basis : bases) out.element("dt", basis.word).element("dd", basis.meaning);
  out.close().close();
}

}  // namespace presscut::report
