// What a tool says about itself: --help for people at a terminal, --help-as for the manual and for shells.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <sstream>

#include "cli/describe.h"
#include "cli/tool_state.h"
#include "cli/version.h"

namespace presscut::cli {

namespace po = boost::program_options;

namespace {

constexpr std::string_view inputs_help =
    "Inputs are HTML, plain text, NDJSON documents or web archives, each also packed (gzip, zstd); "
    "directories "
    "are walked in sorted order;\nwithout any, standard input is read.";

manual::Option described(const po::option_description& option) {
  manual::Option result;
  result.name = option.long_name();
  result.help = option.description();
  result.repeats = option.semantic()->is_composing();
  if (option.semantic()->max_tokens() > 0) result.value = option.semantic()->name();
  const std::string shortest = option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  if (shortest.size() == 2) result.letter = shortest[1];
  return result;
}

manual::Section described(const po::options_description& options, std::string title) {
  manual::Section section{std::move(title), {}};
  for (const auto& option : options.options()) section.options.push_back(described(*option));
  return section;
}

}  // namespace

std::string Tool::State::exit_statuses() const {
  return fmt::format("{}, 2 something failed.", proves ? "0 all holds, 1 a violation was found"
                                                       : "0 done, 1 nothing found (only with --exit-status)");
}

void Tool::State::print_help() const {
  std::ostringstream out;
  out << "Example:  " << example << "\n\n"
      << summary << "\n\nUsage: " << full_name() << " [OPTION...] [FILE|DIRECTORY|-]...\n\n"
      << inputs_help << "\n\n";
  if (!own.options().empty()) out << own << '\n';
  if (has_rows) out << rows << '\n';
  out << shared << '\n' << long_runs << "\nExit status: " << exit_statuses() << '\n';
  print(out.str());
}

void Tool::State::print_help_as(const std::string& form) const {
  manual::Tool tool{name, summary, std::string(inputs_help), example, exit_statuses(), {}};
  if (!own.options().empty()) tool.sections.push_back(described(own, "Options of this tool"));
  if (has_rows) tool.sections.push_back(described(rows, "How rows are printed"));
  tool.sections.push_back(described(shared, "Options of every tool"));
  tool.sections.push_back(described(long_runs, "Long runs"));
  if (const auto shell = shell_called(form)) print(manual::completions(*shell, tool));
  else print(manual::page(tool, release));
}

std::optional<manual::Shell> shell_called(const std::string& form) {
  if (form == "bash") return manual::Shell::bash;
  if (form == "zsh") return manual::Shell::zsh;
  if (form == "fish") return manual::Shell::fish;
  if (form == "man") return std::nullopt;
  throw std::runtime_error(fmt::format("--help-as {}: want man, bash, zsh or fish", form));
}

}  // namespace presscut::cli
