// The only place that catches what a run throws.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <csignal>
#include <new>

#include "cli/cli.h"
#include "match/match.h"
#include "output/output.h"

namespace presscut::cli {

namespace po = boost::program_options;

namespace {

// The message, the pattern around its fault, and a caret under that.
void show(std::string_view tool, const match::BadPattern& bad) {
  constexpr std::size_t shown_around = 60;  // bytes
  const std::string_view regexp = bad.regexp;
  const auto edge = [&](std::size_t at) {
    while (at < regexp.size() && (static_cast<unsigned char>(regexp[at]) & 0xC0) == 0x80) ++at;
    return std::min(at, regexp.size());
  };
  const std::size_t at = edge(bad.at), start = edge(at - std::min(at, shown_around)),
                    end = edge(at + shown_around);
  const std::string before = (start > 0 ? "…" : "") + output::one_line(regexp.substr(start, at - start));
  const std::string behind = output::one_line(regexp.substr(at, end - at)) + (end < regexp.size() ? "…" : "");
  fmt::print(stderr, "{}: {}\n  {}{}\n  {:{}}^\n", tool, output::one_line(bad.what()), before, behind, "",
             text::display_width(before));
}

}  // namespace

int guard(std::string_view tool, const std::function<int()>& main) {
  std::signal(SIGPIPE, SIG_IGN);
  open_missing_streams();
  std::string message;
  try {
    const int status = main();
    close_output();
    return status;
  } catch (const po::error& error) {
    message = fmt::format("{}; see {} --help", error.what(), tool);
  } catch (const match::BadPattern& bad) {
    show(tool, bad);
    return Exit::failed;
  } catch (const std::bad_alloc&) {
    message = "out of memory";
  } catch (const std::exception& error) {
    message = error.what();
  }
  tell(fmt::format("{}: {}\n", tool, output::one_line(message)));
  return Exit::failed;
}

}  // namespace presscut::cli
