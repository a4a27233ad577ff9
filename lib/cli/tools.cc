#include "cli/tools.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>
#include <sstream>
#include <stdexcept>

#include "cli/cli.h"
#include "cli/describe.h"
#include "cli/version.h"

namespace presscut::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "presscut-";

// Folders to look in: that of this executable, then those of the PATH.
std::vector<fs::path> folders() {
  std::vector<fs::path> result;
  std::error_code ignored;
  const fs::path self = fs::read_symlink("/proc/self/exe", ignored);
  if (!self.empty()) result.push_back(self.parent_path());
  const char* path = std::getenv("PATH");
  std::istringstream list(path ? path : "");
  for (std::string folder; std::getline(list, folder, ':');)
    if (!folder.empty()) result.emplace_back(folder);
  return result;
}

bool is_runnable(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && access(path.c_str(), X_OK) == 0;
}

// What the tools of a release are for; a tool that stands in none of them is shown by its name.
constexpr std::pair<std::string_view, std::string_view> purposes[] = {
    {"check", "prove the invariants of a document stream: spans, quotes, ids, order"},
    {"clean", "pages to clean documents; --explain lists every dropped block with its reason"},
    {"collocates", "words that keep company with a node: logDice, MI, t, log-likelihood"},
    {"dates", "every date, time, duration and set, with the day it is and the days it spans"},
    {"dispersion", "how evenly words are spread over the parts of a corpus: DP, Juilland's D, range"},
    {"dedupe", "near-duplicates of syndicated stories, and what their figures say differently"},
    {"export", "vertical text for CQP, TEI for archives, CSV for spreadsheets"},
    {"figures", "who is counted, in which role, how many, as part of what, by whose account"},
    {"freq", "how often each word stands, or each run of words: per million, in how many documents"},
    {"groups", "named groups, each with the one name that its aliases stand for"},
    {"keyness", "words that one corpus has more of than another: log ratio, %DIFF, log-likelihood"},
    {"kwic", "key words in context: words, phrases, patterns or mentions with what stands around them"},
    {"match", "rows from your own patterns: each named group becomes a column"},
    {"merge", "partial tallies or counts into one, the same as one run over all documents"},
    {"numbers", "every number as an interval with a direction, and what it counts"},
    {"report", "one page of HTML to send on: timelines, rows, conflicts, every quote in its text"},
    {"tally", "figures reconciled per event across sources: rows, computed totals, conflicts"},
};

std::string_view purpose_of(std::string_view name) {
  for (const auto& [tool, purpose] : purposes)
    if (tool == name) return purpose;
  return "";
}

std::vector<std::string> tool_names() {
  std::set<std::string> names;
  for (const fs::path& folder : folders()) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
      const std::string file = entry.path().filename().string();
      if (file.rfind(prefix, 0) == 0 && !purpose_of(file.substr(prefix.size())).empty() &&
          is_runnable(entry.path()))
        names.insert(file.substr(prefix.size()));
    }
  }
  return {names.begin(), names.end()};
}

manual::Program described() {
  manual::Program program{
      "Turn scraped pages into clean text, and clean text into facts that can be checked.",
      "presscut clean corpus/sample/ternik-letter.html",
      {}};
  for (const std::string& name : tool_names()) program.tools.emplace_back(name, purpose_of(name));
  return program;
}

// What `program` prints when it is run with one argument.
std::string output_of(const std::string& program, const std::string& argument) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error(fmt::format("pipe: {}", std::strerror(errno)));
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]), close(ends[1]);
    execl(program.c_str(), program.c_str(), argument.c_str(), nullptr);
    _exit(Exit::failed);
  }
  close(ends[1]);
  std::string out;
  std::array<char, 1 << 12> part;
  for (ssize_t n = 0; (n = ::read(ends[0], part.data(), part.size())) > 0;)
    out.append(part.data(), static_cast<std::size_t>(n));
  close(ends[0]);
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
    throw std::runtime_error(fmt::format("{} {}: failed", program, argument));
  return out;
}

}  // namespace

std::string find_tool(const std::string& name) {
  if (name.find('/') == std::string::npos)
    for (const fs::path& folder : folders())
      if (const fs::path path = folder / (std::string(prefix) + name); is_runnable(path))
        return path.string();
  const std::string near = nearest(name, tool_names());
  throw std::runtime_error(
      fmt::format("{}: no such tool{}; presscut --help lists them", name,
                  near.empty() ? std::string() : fmt::format("; did you mean {}?", near)));
}

int print_tools() {
  const manual::Program program = described();
  std::string out =
      fmt::format("Example:  {}\n\n{}\n\nUsage: presscut TOOL [OPTION...] [FILE|DIRECTORY|-]...\n\nTools:\n",
                  program.example, program.summary);
  for (const auto& [name, purpose] : program.tools) out += fmt::format("  {:<12}  {}\n", name, purpose);
  print(out +
        "\npresscut TOOL --help says more about each; presscut --version prints the version.\n"
        "source <(presscut --help-as bash) completes options in this shell; also for zsh and fish.\n");
  return Exit::done;
}

int print_version() {
  print(fmt::format("presscut {}\n", version));
  return Exit::done;
}

int print_help_as(const std::string& form) {
  const auto shell = shell_called(form);
  const manual::Program program = described();
  if (!shell) return print(manual::page(program, release)), Exit::done;
  std::vector<std::string> parts;
  for (const auto& [name, purpose] : program.tools)
    parts.push_back(output_of(find_tool(name), "--help-as=" + form));
  print(manual::completions(*shell, program, parts));
  return Exit::done;
}

}  // namespace presscut::cli
