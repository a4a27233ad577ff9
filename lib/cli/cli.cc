#include "cli/cli.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "output/output.h"

namespace presscut::cli {

void open_missing_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF)
      open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);  // takes the least number that is free
}

void close_output() {
  if (close(STDOUT_FILENO) != 0 && errno != EBADF && errno != EINTR)
    throw std::runtime_error(fmt::format("standard output: {}", std::strerror(errno)));
}

bool print(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0) text.remove_prefix(static_cast<std::size_t>(written));
    else if (errno == EPIPE) return false;
    else if (errno != EINTR)
      throw std::runtime_error(fmt::format("standard output: {}", std::strerror(errno)));
  }
  return true;
}

std::optional<std::size_t> terminal_columns() {
  winsize size{};
  if (!isatty(STDOUT_FILENO)) return std::nullopt;
  constexpr std::size_t usual = 80;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

void tell(const std::string& text) { std::fputs(text.c_str(), stderr); }

void complain(std::string_view tool, std::string_view where, std::string_view what) {
  tell(fmt::format("{}: {}: {}\n", tool, output::one_line(where), output::one_line(what)));
}

namespace {

// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, change}));
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view wrong, const std::vector<std::string>& words) {
  constexpr std::size_t longest = 64;  // no word is longer
  wrong = wrong.substr(0, longest);
  std::string best;
  std::size_t least = std::max<std::size_t>(wrong.size() / 2, 1) + 1;
  for (const std::string& word : words)
    if (const std::size_t found = distance(wrong, word); found < least) least = found, best = word;
  return best;
}

}  // namespace presscut::cli
