// presscut-match: rows from the user's own patterns, a column for each named group.
//
//   presscut match -e '(?P<many>[0-9]+) (?P<who>reservists|officers)' corpus/sample
#include <optional>
#include <stdexcept>

#include "cli/cli.h"
#include "io/io.h"
#include "match/match.h"
#include "mentions/mentions.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("match", "Find patterns of your own; each named group (?P<name>...) becomes a column.",
                 "presscut match -e '(?P<many>[0-9]+) (?P<who>reservists|officers)' corpus/sample");
  std::vector<std::string> regexps, files;
  std::optional<match::Patterns> patterns;
  tool.texts("regexp,e", "PATTERN", &regexps, "find this RE2 pattern; may be given again")
      .texts("file,f", "FILE", &files, "find the patterns in FILE: on each line a name, a tab, a pattern")
      .check([&] {
        std::vector<match::Pattern> all;
        for (const std::string& regexp : regexps)
          all.push_back({std::to_string(all.size() + 1), regexp, "-e"});
        for (const std::string& file : files)
          for (match::Pattern& pattern : match::read(file, io::read_all(file)))
            all.push_back(std::move(pattern));
        if (all.empty()) throw std::runtime_error("no pattern: give one with -e, or a file of them with -f");
        tool.groups = patterns.emplace(all).groups();
      });
  return tool.annotate(argc, argv, "matches", [&](Document& document) {
    document.matches =
        mentions::in_title_and_text(document, [&](std::string_view text) { return patterns->find(text); });
  });
}
