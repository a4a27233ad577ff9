#include "batch/journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "batch/new_file.h"
#include "batch/shard.h"
#include "json/json.h"

namespace presscut::batch {
namespace {

namespace dom = simdjson::dom;

std::string message() { return std::generic_category().message(errno); }

// The value of `key`. Throws BadLine where it has none of this type.
struct BadLine {};

template <typename T>
T value_of(const dom::object& object, std::string_view key) {
  T value{};
  if (object.at_key(key).get(value) != simdjson::SUCCESS) throw BadLine();
  return value;
}

Entry entry_in(const std::string& line) {
  dom::parser parser;
  dom::object object;
  if (parser.parse(line).get(object) != simdjson::SUCCESS) throw BadLine();
  Entry entry;
  entry.file = value_of<std::string_view>(object, "file");
  entry.bytes = value_of<std::uint64_t>(object, "bytes");
  entry.sha256 = value_of<std::string_view>(object, "sha256");
  entry.source = value_of<std::uint64_t>(object, "source");
  entry.language = value_of<std::string_view>(object, "language");
  entry.found = value_of<bool>(object, "found");
  entry.counts.blocks = value_of<std::uint64_t>(object, "blocks");
  entry.counts.dropped = value_of<std::uint64_t>(object, "dropped");
  const auto mentions = value_of<dom::object>(object, "mentions");
  for (const auto& [list, unused] : mentions)
    entry.counts.mentions[std::string(list)] = value_of<std::uint64_t>(mentions, list);
  return entry;
}

std::string line_of(std::string_view id, const Entry& entry) {
  std::string line = "{\"id\": ", mentions, language;
  json::write_string(id, line);
  json::write_string(entry.language, language);
  for (const auto& [list, number] : entry.counts.mentions)
    mentions += fmt::format("{}\"{}\": {}", mentions.empty() ? "" : ", ", list, number);
  line += fmt::format(
      ", \"file\": \"{}\", \"bytes\": {}, \"sha256\": \"{}\", \"source\": {}, \"language\": {}, \"found\": "
      "{}, "
      "\"blocks\": {}, \"dropped\": {}, \"mentions\": {{{}}}}}\n",
      entry.file, entry.bytes, entry.sha256, entry.source, language, entry.found, entry.counts.blocks,
      entry.counts.dropped, mentions);
  return line;
}

// The name of a file in a line, which has no escapes.
std::string_view file_in(std::string_view line) {
  constexpr std::string_view key = ", \"file\": \"";
  const std::size_t at = line.find(key);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + key.size());
  return line.substr(0, line.find('"'));
}

}  // namespace

Journal::Journal(std::string path, const std::string& run, bool resumes) : path_(std::move(path)) {
  descriptor_ = open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw std::runtime_error(path_ + ": " + message());
  try {
    lock();
    std::string first = "{\"run\": ";
    json::write_string(run, first);
    read(first + "}", resumes);
  } catch (...) {
    close(descriptor_);
    throw;
  }
}

Journal::~Journal() { close(descriptor_); }

void Journal::lock() const {
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    throw std::runtime_error(path_ + ": another run is writing here");
}

void Journal::read(const std::string& first_line, bool resumes) {
  std::ifstream lines(path_, std::ios::binary);
  std::uint64_t offset = 0;
  for (std::string line; std::getline(lines, line) && !lines.eof(); offset += line.size() + 1) {
    if (offset == 0 && !resumes)
      throw std::runtime_error(path_ +
                               ": an earlier run wrote here; go on with --resume, or choose another folder");
    if (offset == 0 && line != first_line)
      throw std::runtime_error(path_ + ": was left by a run with other options: " + line);
    if (offset > 0) lines_[hash_of(file_in(line))] = offset;
  }
  if (lines.bad() || ftruncate(descriptor_, static_cast<off_t>(offset)) != 0)
    throw std::runtime_error(path_ + ": " + message());
  is_new_ = offset == 0;
  if (is_new_) added_ = first_line + '\n', commit();
}

std::string Journal::line_at(std::uint64_t offset) const {
  std::string line;
  char piece[1024];
  while (line.find('\n') == std::string::npos) {
    const ssize_t length = pread(descriptor_, piece, sizeof piece, static_cast<off_t>(offset + line.size()));
    if (length <= 0) return {};
    line.append(piece, static_cast<std::size_t>(length));
  }
  return line.substr(0, line.find('\n'));
}

std::optional<Entry> Journal::entry_of(std::string_view file) const {
  const auto found = lines_.find(hash_of(file));
  if (found == lines_.end()) return std::nullopt;
  try {
    Entry entry = entry_in(line_at(found->second));
    if (entry.file == file) return entry;
  } catch (const BadLine&) {
    // A line that is damaged is none: the document is written again.
  }
  return std::nullopt;
}

void Journal::add(std::string_view id, const Entry& entry) { added_ += line_of(id, entry); }

void Journal::commit() {
  if (added_.empty()) return;
  write_all(descriptor_, path_, std::exchange(added_, {}));
  if (fdatasync(descriptor_) != 0) throw std::runtime_error(path_ + ": " + message());
}

}  // namespace presscut::batch
