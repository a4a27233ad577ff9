#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "cli/cli.h"

namespace presscut::cli {
namespace {

constexpr std::chrono::milliseconds patience{2000}, pause_between{500};

// ", 1:02:03 left"
std::string left(std::uint64_t bytes, std::uint64_t total, double rate) {
  if (rate <= 0 || bytes > total) return {};
  const double seconds = static_cast<double>(total - bytes) / rate;
  if (seconds > 1e7) return {};
  const auto whole = static_cast<std::uint64_t>(seconds);
  return fmt::format(", {}:{:02}:{:02} left", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

Progress::Progress(Total total) : ask_total_(std::move(total)), begin_(Clock::now()), last_(begin_) {
  const char* terminal = std::getenv("TERM");
  wanted_ = isatty(STDERR_FILENO) && terminal && std::string_view(terminal) != "dumb";
}

void Progress::show(std::uint64_t documents, std::uint64_t bytes) {
  if (!wanted_) return;
  const auto now = Clock::now();
  if (now - begin_ < patience || now - last_ < pause_between) return;
  last_ = now;
  if (!std::exchange(shown_, true)) total_ = ask_total_();
  const double rate = static_cast<double>(bytes) / std::chrono::duration<double>(now - begin_).count();
  tell(fmt::format("\r{} documents, {:.0f} MB, {:.1f} MB/s{}\033[K", documents,
                   static_cast<double>(bytes) / 1e6, rate / 1e6, total_ ? left(bytes, *total_, rate) : ""));
  std::fflush(stderr);
}

void Progress::end() {
  if (shown_) tell("\r\033[K");
}

}  // namespace presscut::cli
