// presscut-groups: the named groups in each document, each with the one name that its aliases stand for.
//
//   presscut groups corpus/sample/ternik-letter.html
#include <fmt/format.h>

#include <stdexcept>

#include "cli/cli.h"
#include "groups/groups.h"
#include "io/io.h"
#include "json/json.h"
#include "output/output.h"
#include "stages/stages.h"

namespace {

using namespace presscut;

std::string line_of(const groups::Corpus::Row& row) {
  std::string line;
  output::append_row({row.name, row.kind, std::to_string(row.documents), std::to_string(row.mentions),
                      fmt::format("{}", fmt::join(row.aliases, " | "))},
                     false, line);
  return line;
}

std::string json_of(const groups::Corpus::Row& row) {
  std::string out = "{";
  json::write_member("name", row.name, out);
  out += fmt::format(", \"kind\": \"{}\", \"documents\": {}, \"mentions\": {}, \"aliases\": ", row.kind,
                     row.documents, row.mentions);
  json::write_strings(row.aliases, out);
  return out + "}\n";
}

std::string counts(const groups::Corpus& corpus, bool json) {
  std::string out = json ? "" : "name\tkind\tdocuments\tmentions\taliases\n";
  for (const groups::Corpus::Row& row : corpus.rows()) out += json ? json_of(row) : line_of(row);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("groups", "Find named groups, and say which names stand for the same one.",
                 "presscut groups corpus/sample/ternik-letter.html");
  stages::Options options;
  std::vector<std::string> names;
  std::string link, weights;
  bool count = false;
  groups::Corpus corpus;
  bool is_linked = false;  // the corpus has seen all documents
  tool.texts("names", "FILE", &names,
             "find the names of this table, too (docs/groups.md); may be given again")
      .text(
          "link", "document|corpus", &link,
          "join the names of one group in each document (the default) or over the whole corpus, whose inputs "
          "are read twice then")
      .flag("count", &count, "print each group once: how many documents and mentions, and its aliases")
      .flag("short-forms", &options.groups.short_forms,
            "find \"the unit\" and \"the Network\", too, where such a group was named before")
      .text("weights", "FILE", &weights, "tag by the weights of FILE, for experiments (docs/groups.md)")
      .check([&] {
        if (!link.empty() && link != "document" && link != "corpus")
          throw std::runtime_error("--link " + link + ": neither document nor corpus");
        if (!weights.empty()) options.groups.weights = groups::read_weights(weights, io::read_all(weights));
        for (const std::string& file : names) options.groups.names.add(file, io::read_all(file));
        if (!count && link != "corpus") return;
        tool.survey = [&](const Document& document) { corpus.add(document); };
        tool.prints_survey = count;
        tool.after_survey = [&](bool json) -> std::optional<std::string> {
          if (link == "corpus") corpus.link(), is_linked = true;
          return count ? std::optional(counts(corpus, json)) : std::nullopt;
        };
      });
  return tool.annotate(argc, argv, "groups", [&](Document& document) {
    stages::run(stages::Stage::groups, options, document);
    if (is_linked) corpus.apply(*document.groups);
  });
}
