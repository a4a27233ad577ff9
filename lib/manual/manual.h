// What a tool can be told, and how that is shown outside of it: a page of the manual, completions of shells.
//
// Knows the marks of man(7), bash, zsh and fish, and no option: lib/cli describes a tool by the same tables
// that it reads its options with.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presscut::manual {

/// "--jobs N": `value` is empty where the option takes none, "FILE" or "DIR" where it names one, the words
/// that it may be with bars between them ("past|future"), else what stands for it.
struct Option {
  std::string name;  // without its dashes
  char letter = 0;   // of its short form, 0 where it has none
  std::string value;
  std::string help;
  bool repeats = false;  // it may be given again
};

struct Section {
  std::string title;
  std::vector<Option> options;
};

struct Tool {
  std::string name;     // "clean"
  std::string summary;  // sentences; the first says what the tool is for
  std::string inputs;   // what it reads
  std::string example;  // a command line
  std::string exit_status;
  std::vector<Section> sections;
};

/// The program that runs the tools: their names, and what each is for.
struct Program {
  std::string summary;
  std::string example;
  std::vector<std::pair<std::string, std::string>> tools;
};

/// Of which release a page is: "0.1.0", "2024-10-25".
struct Release {
  std::string version;
  std::string day;
};

/// A page of section 1 in the macros of man(7), for man and mandoc.
std::string page(const Tool& tool, const Release& release);
std::string page(const Program& program, const Release& release);

enum class Shell { bash, zsh, fish };

/// Completions for the program and all its tools as one script. bash and fish read it as it is; zsh, too, or
/// finds it as _presscut in its fpath.
std::string completions(Shell shell, const Program& program, const std::vector<std::string>& of_tools);

/// The part of it that one tool contributes.
std::string completions(Shell shell, const Tool& tool);

}  // namespace presscut::manual
