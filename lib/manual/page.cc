#include <fmt/format.h>

#include <cctype>
#include <sstream>

#include "manual/manual.h"

namespace presscut::manual {
namespace {

// Text of which troff obeys nothing: backslashes and hyphens are themselves, no line begins as a request.
std::string plain(std::string_view text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text)
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  return out;
}

// The words of `text` in lines that an editor shows whole.
std::string filled(std::string_view text) {
  constexpr std::size_t longest = 78;
  std::istringstream words{std::string(text)};
  std::string out, line;
  for (std::string word; words >> word;) {
    const std::string next = plain(word);
    if (!line.empty() && line.size() + 1 + next.size() > longest) out += line + '\n', line.clear();
    line += (line.empty() ? "" : " ") + next;
  }
  return out + line;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fP"; }

// "Turn pages into text; say why. More." as the line of an index: "turn pages into text; say why".
std::string purpose(const std::string& summary) {
  std::string line = summary.substr(0, summary.find(". "));
  if (line.ends_with('.')) line.pop_back();
  line[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(line[0])));
  return line;
}

std::string heading(std::string_view name, const Release& release) {
  std::string upper;
  for (const char c : name) upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return fmt::format(".TH {} 1 {} \"presscut {}\" \"User Commands\"\n", plain(upper), release.day,
                     plain(release.version));
}

std::string named(std::string_view name, const std::string& summary) {
  return fmt::format(".SH NAME\n{} \\-\n{}\n", plain(name), filled(purpose(summary)));
}

std::string example(const std::string& line) {
  return fmt::format(".SH EXAMPLE\n.EX\n{}\n.EE\n", plain(line));
}

std::string entry(const Option& option) {
  std::string name = option.letter ? bold(std::string{'-', option.letter}) + ", " : "";
  name += bold("--" + option.name);
  if (!option.value.empty()) name += " \\fI" + plain(option.value) + "\\fP";
  return fmt::format(".TP\n{}\n{}\n", name, filled(option.help));
}

std::string see_also(const std::vector<std::string>& pages) {
  std::string out = ".SH SEE ALSO\n";
  for (const std::string& page : pages)
    out += fmt::format(".BR {} (1){}\n", plain(page), &page == &pages.back() ? "" : ",");
  return out;
}

}  // namespace

std::string page(const Tool& tool, const Release& release) {
  const std::string name = "presscut-" + tool.name;
  std::string out = heading(name, release) + named(name, tool.summary);
  out +=
      fmt::format(".SH SYNOPSIS\n.B {}\n[\\fIoption\\fP ...] [\\fIfile\\fP | \\fIdirectory\\fP | \\-] ...\n",
                  plain(name));
  out +=
      fmt::format(".SH DESCRIPTION\n{}\n.PP\n{}\n.SH OPTIONS\n", filled(tool.summary), filled(tool.inputs));
  for (const Section& section : tool.sections) {
    out += fmt::format(".SS {}\n", plain(section.title));
    for (const Option& option : section.options) out += entry(option);
  }
  out += fmt::format(".SH EXIT STATUS\n{}\n", filled(tool.exit_status));
  return out + example(tool.example) + see_also({"presscut"});
}

std::string page(const Program& program, const Release& release) {
  std::string out = heading("presscut", release) + named("presscut", program.summary);
  out +=
      ".SH SYNOPSIS\n.B presscut\n\\fItool\\fP [\\fIoption\\fP ...] [\\fIfile\\fP | \\fIdirectory\\fP | \\-] "
      "...\n";
  out += fmt::format(".SH DESCRIPTION\n{}\n.SH TOOLS\n", filled(program.summary));
  std::vector<std::string> pages;
  for (const auto& [tool, purpose] : program.tools) {
    out += fmt::format(".TP\n{}\n{}\n", bold(tool), filled(purpose));
    pages.push_back("presscut-" + tool);
  }
  return out + example(program.example) + see_also(pages);
}

}  // namespace presscut::manual
