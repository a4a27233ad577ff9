// Which tools there are: the executables presscut-NAME beside presscut, then on the PATH.
#pragma once

#include <string>
#include <vector>

namespace presscut::cli {

/// Path of presscut-NAME. Throws std::runtime_error where there is none, with the nearest name that there is.
std::string find_tool(const std::string& name);

/// Prints what presscut is and its tools, or its version; returns Exit::done.
int print_tools();
int print_version();

/// Prints a page of the manual ("man"), or completions of presscut and all its tools for a shell ("bash",
/// "zsh", "fish"), which the tools themselves are asked for; returns Exit::done.
int print_help_as(const std::string& form);

}  // namespace presscut::cli
