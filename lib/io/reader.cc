#include <sys/stat.h>

#include <utility>

#include "charset/charset.h"
#include "io/input.h"
#include "io/io.h"
#include "io/walk.h"

namespace presscut::io {
namespace {

constexpr std::size_t bytes_at_once = 64 * 1024;

}  // namespace

struct Reader::State {
  Inputs inputs;
  Report report;
  std::string buffer;
  std::size_t next_path = 0;
  std::optional<Walk> walk;
  std::optional<Input> input;
  std::uint64_t passed_over = 0;
  std::uint64_t responses_passed_over = 0;
  std::uint64_t bytes_read = 0;  // of inputs that are done with

  bool open_next();
  void open(const std::string& path, bool listed);
  void open_directory(const std::string& path, const struct stat& status);
  void begin(const std::string& path, bool listed);
  void close();
};

Reader::Reader(Inputs inputs, Report report)
    : state_(new State{
          std::move(inputs), std::move(report), std::string(bytes_at_once, '\0'), 0, {}, {}, 0, 0, 0}) {
  if (state_->inputs.paths.empty()) state_->inputs.paths.emplace_back("-");
}

Reader::~Reader() = default;

bool Reader::next(Record& record) {
  do {
    if (!state_->input) continue;
    if (state_->input->next(record)) return true;
    state_->close();
  } while (state_->open_next());
  return false;
}

std::uint64_t Reader::passed_over() const { return state_->passed_over; }

std::uint64_t Reader::responses_passed_over() const {
  return state_->responses_passed_over + (state_->input ? state_->input->passed_over() : 0);
}

std::uint64_t Reader::bytes_read() const {
  return state_->bytes_read + (state_->input ? state_->input->packed_bytes() : 0);
}

// Opens the next file that is there, if only to report that it cannot be read.
bool Reader::State::open_next() {
  std::string path;
  if (walk && walk->next(path)) {
    open(path, true);
    return true;
  }
  walk.reset();
  if (next_path == inputs.paths.size()) return false;
  open(inputs.paths[next_path++], false);
  return true;
}

// `listed` says that the path was found in a directory and not named by the user.
void Reader::State::open(const std::string& path, bool listed) {
  std::string failure;
  Descriptor descriptor = open_file(path, failure);
  struct stat status {};
  if (!descriptor.is_open() || fstat(descriptor.number(), &status) != 0)
    return report(path, failure.empty() ? system_message() : failure);
  if (S_ISDIR(status.st_mode)) {
    if (!listed) open_directory(path, status);
    return;
  }
  const std::uint64_t before = bytes_read;
  input.emplace(path, std::move(descriptor), S_ISREG(status.st_mode), buffer, inputs.most_bytes, report);
  begin(path, listed);
  if (!input && S_ISREG(status.st_mode)) bytes_read = before + static_cast<std::uint64_t>(status.st_size);
}

void Reader::State::open_directory(const std::string& path, const struct stat& status) {
  struct stat written_to {};
  const bool is_known = !inputs.written_to.empty() && stat(inputs.written_to.c_str(), &written_to) == 0;
  if (is_known && written_to.st_dev == status.st_dev && written_to.st_ino == status.st_ino)
    return report(path, "is the folder that is written to, and not read");
  walk.emplace(path, inputs.written_to, report, passed_over);
}

void Reader::State::begin(const std::string& path, bool listed) {
  const std::string_view first = input->first_bytes(inputs.from);
  const Form form = inputs.from.value_or(sniff(first, path));
  if ((listed || !inputs.from) && form != Form::warc && is_binary(first)) {
    if (listed) ++passed_over;
    else report(path, "is no text");
    return close();
  }
  if (form == Form::ndjson && !charset::utf16_of(first).empty()) {
    report(path, "is NDJSON in UTF-16; NDJSON is UTF-8");
    return close();
  }
  input->set_form(form, inputs.keyed);
}

void Reader::State::close() {
  bytes_read += input->packed_bytes();
  responses_passed_over += input->passed_over();
  if (!input->failure().empty()) report(input->where(), input->failure());
  input.reset();
}

}  // namespace presscut::io
