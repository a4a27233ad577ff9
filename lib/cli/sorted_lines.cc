#include "cli/sorted_lines.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <queue>
#include <system_error>
#include <utility>

namespace presscut::cli {
namespace {

constexpr std::size_t line_cost = 96;  // bytes that a line takes beside its own
constexpr std::size_t buffer_size = 32 * 1024;
constexpr std::size_t block_size = 256 * 1024;  // bytes that are written at once
constexpr std::size_t most_runs = 256;

[[noreturn]] void fail_now(std::string_view what) {
  io::fail_temporary_file(fmt::format("{}: {}", what, std::generic_category().message(errno)));
}

void write(std::FILE* file, const std::string& line) {
  if (std::fwrite(line.data(), 1, line.size(), file) != line.size()) fail_now("cannot be written");
}

std::int64_t end_of(std::FILE* file) {
  if (std::fflush(file) != 0) fail_now("cannot be written");
  return ftello(file);
}

}  // namespace

// The lines of one run, one after the other.
class SortedLines::Reader {
 public:
  Reader(int file, Run run) : file_(file), run_(run) {}

  bool next() {
    line.clear();
    for (;;) {
      const std::size_t end = buffer_.find('\n', at_);
      line.append(buffer_, at_, end == std::string::npos ? end : end + 1 - at_);
      if (end != std::string::npos) return at_ = end + 1, true;
      if (!fill()) return false;
    }
  }

  std::string line;

 private:
  bool fill() {
    if (run_.from == run_.to) return false;
    buffer_.resize(std::min<std::size_t>(buffer_size, static_cast<std::size_t>(run_.to - run_.from)));
    const ssize_t length = ::pread(file_, buffer_.data(), buffer_.size(), run_.from);
    if (length < 0) fail_now("cannot be read");
    if (length == 0) io::fail_temporary_file("ends early");
    buffer_.resize(static_cast<std::size_t>(length));
    run_.from += length, at_ = 0;
    return true;
  }

  int file_;
  Run run_;
  std::string buffer_;
  std::size_t at_ = 0;
};

void SortedLines::add(std::string line) {
  const std::size_t size = line.size() + line_cost;
  if (lines_.insert(std::move(line)).second) bytes_ += size;
  if (bytes_ > most_bytes_) spill();
}

void SortedLines::settle() {
  if (!runs_.empty() && !lines_.empty()) spill();
}

void SortedLines::spill() {
  if (!file_) file_ = io::temporary_file();
  Run run{end_of(file_.get()), 0};
  std::string block;
  for (const std::string& line : lines_) {
    block += line;
    if (block.size() >= block_size) write(file_.get(), block), block.clear();
  }
  write(file_.get(), block);
  run.to = end_of(file_.get());
  runs_.push_back(run);
  lines_.clear(), bytes_ = 0;
  if (runs_.size() == most_runs) join_runs();
}

void SortedLines::join_runs() {
  io::File whole = io::temporary_file();
  each([&](const std::string& line) { return write(whole.get(), line), true; });
  runs_ = {{0, end_of(whole.get())}};
  file_ = std::move(whole);
}

void SortedLines::each(const Visit& visit) const {
  if (runs_.empty()) {  // as they stand: a line may be long
    for (const std::string& line : lines_)
      if (!visit(line)) return;
    return;
  }
  std::vector<Reader> readers;
  for (const Run& run : runs_) readers.emplace_back(fileno(file_.get()), run);
  const auto behind = [&](std::size_t a, std::size_t b) { return readers[a].line > readers[b].line; };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(behind)> queue(behind);
  for (std::size_t i = 0; i < readers.size(); ++i)
    if (readers[i].next()) queue.push(i);
  auto own = lines_.begin();
  std::string last;
  while (!queue.empty() || own != lines_.end()) {
    const bool kept = queue.empty() || (own != lines_.end() && *own <= readers[queue.top()].line);
    std::string line;
    if (kept) {
      line = *own++;
    } else {
      const std::size_t from = queue.top();
      queue.pop();
      line = std::exchange(readers[from].line, {});
      if (readers[from].next()) queue.push(from);
    }
    if (line == last) continue;
    if (!visit(line)) return;
    last = std::move(line);
  }
}

}  // namespace presscut::cli
