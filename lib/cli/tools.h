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

}  // namespace presscut::cli
