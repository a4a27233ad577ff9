#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "cli/cli.h"

namespace presscut::cli {
namespace {

constexpr std::chrono::milliseconds patience{2000}, pause_between{500};

}  // namespace

Progress::Progress() : begin_(Clock::now()), last_(begin_) {
  const char* terminal = std::getenv("TERM");
  wanted_ = isatty(STDERR_FILENO) && terminal && std::string_view(terminal) != "dumb";
}

void Progress::show(std::uint64_t documents, std::uint64_t bytes) {
  if (!wanted_) return;
  const auto now = Clock::now();
  if (now - begin_ < patience || now - last_ < pause_between) return;
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  tell(fmt::format("\r{} documents, {:.0f} MB, {:.0f} MB/s ", documents, megabytes, megabytes / seconds));
  std::fflush(stderr);
}

void Progress::end() {
  if (shown_) tell("\r\033[K");
}

}  // namespace presscut::cli
