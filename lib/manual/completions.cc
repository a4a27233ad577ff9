// Completions of shells. Each tool contributes a part that lists its options; the rest asks which tool it is,
// for "presscut clean" and "presscut-clean" alike.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "manual/manual.h"

namespace presscut::manual {
namespace {

// 'it'\''s' for bash and zsh.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text)
    if (c == '\'') out += "'\\''";
    else out += c;
  return out + '\'';
}

// The same with the characters of `special` behind a backslash.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != special.npos) out += '\\';
    out += c;
  }
  return out;
}

// "past|future" with blanks, and nothing where the value is any text.
std::string choices(const Option& option) {
  if (option.value.find('|') == option.value.npos) return "";
  std::string words = option.value;
  for (char& c : words)
    if (c == '|') c = ' ';
  return words;
}

std::string function_of(std::string_view tool) { return fmt::format("_presscut_{}", tool); }

template <typename Visit>
void each_option(const Tool& tool, const Visit& visit) {
  for (const Section& section : tool.sections)
    for (const Option& option : section.options) visit(option);
}

// The words that begin an option: "--json", "-J".
std::vector<std::string> spellings(const Option& option) {
  std::vector<std::string> all = {"--" + option.name};
  if (option.letter) all.push_back({'-', option.letter});
  return all;
}

std::string bash(const Tool& tool) {
  std::vector<std::string> options;
  std::string values;
  each_option(tool, [&](const Option& option) {
    const auto all = spellings(option);
    options.insert(options.end(), all.begin(), all.end());
    if (option.value.empty()) return;
    const std::string words = choices(option);
    const std::string value = option.value == "FILE"  ? "-f"
                              : option.value == "DIR" ? "-d"
                                                      : fmt::format("-W '{}'", words);
    values += fmt::format("    {}) value=({}) ;;\n", fmt::join(all, " | "), value);
  });
  return fmt::format("{}() {{\n  options='{}'\n  case $1 in\n{}  esac\n}}\n\n", function_of(tool.name),
                     fmt::join(options, " "), values);
}

constexpr std::string_view bash_rest = R"(_presscut() {
  local name=${COMP_WORDS[0]##*/} word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local tool=${name#presscut-} options='' first=1 value=()
  if [[ $name == presscut ]]; then
    if ((COMP_CWORD == 1)); then
      mapfile -t COMPREPLY < <(compgen -W "$presscut_tools --help --version" -- "$word")
      return
    fi
    tool=${COMP_WORDS[1]} first=2
  fi
  if [[ $word == '=' ]]; then word=''; elif [[ $before == '=' ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
  ((COMP_CWORD > first)) || before=''
  declare -F "_presscut_$tool" >/dev/null && "_presscut_$tool" "$before"
  if ((${#value[@]})); then
    [[ ${value[0]} == -W ]] || compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "${value[@]}" -- "$word")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
)";

std::string zsh(const Tool& tool) {
  std::string specs;
  each_option(tool, [&](const Option& option) {
    const auto all = spellings(option);
    const std::string help = escaped(option.help, "[]\\:");
    std::string value;
    if (!option.value.empty()) {
      const std::string words = choices(option);
      const std::string action = option.value == "FILE"  ? "_files"
                                 : option.value == "DIR" ? "_files -/"
                                 : words.empty()         ? " "
                                                         : "(" + words + ")";
      value = fmt::format(":{}:{}", escaped(option.value, ":"), action);
    }
    for (const std::string& spelling : all) {
      const bool is_long = spelling.size() > 2;
      std::string spec = option.repeats ? "*" : fmt::format("({})", fmt::join(all, " "));
      spec += spelling + (value.empty() ? "" : is_long ? "=" : "+");
      specs += " \\\n    " + quoted(fmt::format("{}[{}]{}", spec, help, value));
    }
  });
  return fmt::format("{}() {{\n  _arguments -s -S{} \\\n    '*:input:_files'\n}}\n\n", function_of(tool.name),
                     specs);
}

constexpr std::string_view zsh_rest = R"(_presscut() {
  if [[ $service != presscut ]]; then
    "_presscut_${service#presscut-}"
  elif (( CURRENT == 2 )); then
    _describe tool presscut_tools
  else
    local tool=$words[2]
    shift words
    (( CURRENT-- ))
    (( $+functions[_presscut_$tool] )) && "_presscut_$tool"
  fi
}

if [[ $funcstack[1] == _presscut ]]; then
  _presscut "$@"
else
)";

std::string fish(const Tool& tool) {
  std::string out;
  each_option(tool, [&](const Option& option) {
    std::string rest = fmt::format(" -l {}", option.name);
    if (option.letter) rest += fmt::format(" -s {}", option.letter);
    const std::string words = choices(option);
    if (option.value == "FILE") rest += " -r -F";
    else if (option.value == "DIR") rest += " -x -a '(__fish_complete_directories)'";
    else if (!option.value.empty())
      rest += words.empty() ? std::string(" -x") : fmt::format(" -x -a '{}'", words);
    rest += fmt::format(" -d '{}'\n", escaped(option.help, "\\'"));
    out += fmt::format("complete -c presscut-{}{}", tool.name, rest);
    out += fmt::format("complete -c presscut -n '__fish_seen_subcommand_from {}'{}", tool.name, rest);
  });
  return out;
}

std::vector<std::string> commands(const Program& program) {
  std::vector<std::string> all = {"presscut"};
  for (const auto& [tool, purpose] : program.tools) all.push_back("presscut-" + tool);
  return all;
}

std::string bash(const Program& program, const std::string& parts) {
  std::vector<std::string> names;
  for (const auto& [tool, purpose] : program.tools) names.push_back(tool);
  return fmt::format(
      "# bash completion of presscut and its tools\npresscut_tools='{}'\n\n{}{}\ncomplete -F _presscut {}\n",
      fmt::join(names, " "), parts, bash_rest, fmt::join(commands(program), " "));
}

std::string zsh(const Program& program, const std::string& parts) {
  std::string tools;
  for (const auto& [tool, purpose] : program.tools)
    tools += "  " + quoted(fmt::format("{}:{}", tool, escaped(purpose, "\\:"))) + '\n';
  const std::string all = fmt::format("{}", fmt::join(commands(program), " "));
  return fmt::format(
      "#compdef {}\n# zsh completion of presscut and its tools\ntypeset -ga presscut_tools=(\n{})\n\n{}{}  "
      "compdef "
      "_presscut {}\nfi\n",
      all, tools, parts, zsh_rest, all);
}

std::string fish(const Program& program, const std::string& parts) {
  std::string out = "# fish completion of presscut and its tools\n";
  for (const auto& [tool, purpose] : program.tools)
    out += fmt::format("complete -c presscut -n __fish_use_subcommand -f -a {} -d '{}'\n", tool,
                       escaped(purpose, "\\'"));
  return out + parts;
}

}  // namespace

std::string completions(Shell shell, const Tool& tool) {
  return shell == Shell::bash ? bash(tool) : shell == Shell::zsh ? zsh(tool) : fish(tool);
}

std::string completions(Shell shell, const Program& program, const std::vector<std::string>& of_tools) {
  const std::string parts = fmt::format("{}", fmt::join(of_tools, ""));
  return shell == Shell::bash  ? bash(program, parts)
         : shell == Shell::zsh ? zsh(program, parts)
                               : fish(program, parts);
}

}  // namespace presscut::manual
