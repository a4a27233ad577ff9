// presscut: runs presscut-TOOL.
//
//   presscut clean corpus/sample/ternik-letter.html
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "cli/cli.h"
#include "cli/tools.h"

int main(int argc, char** argv) {
  using namespace presscut;
  return cli::guard("presscut", [&]() -> int {
    std::string tool = argc > 1 ? argv[1] : "--help";
    char** arguments = argv + 1;
    if (tool == "--help" || tool == "-h" || (tool == "help" && argc < 3)) return cli::print_tools();
    if (tool == "--version") return cli::print_version();
    constexpr std::string_view help_as = "--help-as";
    if (tool == help_as) return cli::print_help_as(argc > 2 ? argv[2] : "");
    if (tool.starts_with("--help-as=")) return cli::print_help_as(tool.substr(help_as.size() + 1));
    std::string help = "--help";
    char* for_help[] = {argv[0], help.data(), nullptr};
    if (tool == "help") {
      tool = argv[2];
      arguments = for_help;
    }
    if (tool.starts_with('-'))
      throw std::runtime_error(fmt::format("unrecognised option '{}'; see presscut --help", tool));
    const std::string path = cli::find_tool(tool);
    arguments[0] = const_cast<char*>(path.c_str());
    execv(path.c_str(), arguments);
    throw std::runtime_error(fmt::format("{}: {}", path, std::strerror(errno)));
  });
}
