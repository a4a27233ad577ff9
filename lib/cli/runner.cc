#include "cli/runner.h"

#include <fmt/format.h>

#include <condition_variable>
#include <exception>
#include <set>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/progress.h"

namespace presscut::cli {
namespace {

constexpr std::size_t batch_bytes = 256 * 1024;
constexpr std::size_t batch_records = 64;

struct Message {
  std::string where, what;
};

// What became of one record, or why nothing did.
struct Outcome {
  Document document;
  std::string out;
  std::vector<Message> messages;
  bool has_document = false;
  bool has_own_id = false;
  bool found = false;
};

struct Batch {
  std::uint64_t ticket = 0;
  std::vector<io::Record> records;
  std::size_t size = 0;
  std::vector<std::vector<Message>>
      before;  // what the reader reported before each record, and behind the last
  std::vector<Outcome> outcomes;
};

std::string where_of(const io::Record& record) {
  if (record.origin.form != "ndjson" && record.origin.form != "warc") return record.origin.path;
  return fmt::format("{}: record {} (byte {})", record.origin.path, record.number, record.origin.offset);
}

std::uint64_t hash_of(std::string_view id) {
  std::uint64_t hash = 14695981039346656037ull;  // FNV-1a
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

class Runner {
 public:
  Runner(const RunOptions& options, const Tool::Annotate& annotate, const Tool::Print& print)
      : options_(options),
        annotate_(annotate),
        print_(print),
        reader_(options.inputs, [this](auto where, auto what) {
          reported_.push_back({std::string(where), std::string(what)});
        }) {}

  Summary run() {
    buffer_ = options_.header;
    std::vector<std::thread> threads;
    try {
      for (int i = 1; i < options_.jobs; ++i) threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // The system grants no more threads: those that there are give the same output.
    }
    work();
    for (std::thread& thread : threads) thread.join();
    if (fault_) std::rethrow_exception(fault_);
    flush();
    progress_.end();
    if (reader_.passed_over() > 0 && !summary_.closed && !options_.silent)
      complain(options_.tool, "directories",
               fmt::format("passed over {}",
                           reader_.passed_over() == 1
                               ? "1 file that is no text"
                               : fmt::format("{} files that are no text", reader_.passed_over())));
    if (const auto responses = reader_.responses_passed_over(); responses > 0 && !summary_.closed)
      complain(options_.tool, "archives",
               fmt::format("passed over {} that {} no page{}",
                           responses == 1 ? "1 response" : fmt::format("{} responses", responses),
                           responses == 1 ? "is" : "are", responses == 1 ? "" : "s"));
    return summary_;
  }

 private:
  void work() {
    try {
      Source source(options_.source);
      Batch batch;
      while (read(batch)) {
        batch.outcomes.resize(batch.size);
        for (std::size_t i = 0; i < batch.size; ++i) handle(source, batch.records[i], batch.outcomes[i]);
        if (!deliver(batch)) return;
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  bool read(Batch& batch) {
    const std::lock_guard lock(reading_);
    if (over_) return false;
    batch.size = 0;
    batch.before.clear();
    for (std::size_t bytes = 0; bytes < batch_bytes && batch.size < batch_records;) {
      if (batch.records.size() <= batch.size) batch.records.emplace_back();
      io::Record& record = batch.records[batch.size];
      over_ = !reader_.next(record);
      batch.before.push_back(std::exchange(reported_, {}));
      if (over_) break;
      bytes += record.bytes.size();
      ++batch.size;
    }
    batch.ticket = next_ticket_++;
    progress_bytes_ = reader_.bytes_read();
    return true;
  }

  void handle(Source& source, const io::Record& record, Outcome& outcome) {
    outcome = {};
    try {
      Source::Made made = source.make(record);
      outcome.document = std::move(made.document);
      outcome.has_own_id = made.has_own_id;
      annotate_(outcome.document);
      write(outcome);
      outcome.has_document = true;
    } catch (const io::BadRecord& bad) {
      outcome.messages.push_back({where_of(record), bad.what()});
    }
  }

  void write(Outcome& outcome) {
    outcome.out.clear();
    if (options_.json) {
      json::write(outcome.document, outcome.out);
      outcome.out += '\n';
      outcome.found = options_.found ? options_.found(outcome.document) : !outcome.document.text.empty();
    } else {
      outcome.found = print_(outcome.document, outcome.out);
    }
  }

  // Waits for its turn and writes the batch; false when the run is over.
  bool deliver(Batch& batch) {
    std::unique_lock lock(writing_);
    turn_.wait(lock, [&] { return batch.ticket == turn_of_ || fault_ || summary_.closed; });
    if (fault_ || summary_.closed) return false;
    for (std::size_t i = 0; i < batch.before.size(); ++i) {
      for (const Message& message : batch.before[i]) fail(message);
      if (i < batch.size) take(batch.outcomes[i]);
    }
    if (buffer_.size() > 0) flush();
    progress_.show(summary_.documents, progress_bytes_);
    ++turn_of_;
    turn_.notify_all();
    if (summary_.closed) over_ = true;
    return !summary_.closed;
  }

  void take(Outcome& outcome) {
    for (const Message& message : outcome.messages) fail(message);
    if (!outcome.has_document) return;
    make_unique(outcome);
    note_language(outcome.document);
    if (!options_.json && options_.form_feeds && summary_.documents > 0) buffer_ += '\f';
    ++summary_.documents;
    summary_.found |= outcome.found;
    buffer_ += outcome.out;
  }

  // An id that came before gets a number, or is a finding where ids are what is looked at.
  void make_unique(Outcome& outcome) {
    if (ids_.insert(hash_of(outcome.document.id)).second) return;
    if (options_.again) {
      outcome.out += options_.again(outcome.document.id);
      outcome.found = true;
      return;
    }
    const std::string given = outcome.document.id;
    for (int number = 2;; ++number) {
      outcome.document.id = fmt::format("{}#{}", given, number);
      if (ids_.insert(hash_of(outcome.document.id)).second) break;
    }
    if (outcome.has_own_id && !options_.silent)
      complain(options_.tool, given,
               fmt::format("this id came before; the document is now {}", outcome.document.id));
    write(outcome);
  }

  void note_language(const Document& document) {
    if (options_.silent || !options_.knows_language || document.language.empty() ||
        options_.knows_language(document.language))
      return;
    if (unknown_languages_.insert(document.language).second)
      complain(
          options_.tool, document.id,
          fmt::format("no tables for the language \"{}\": only what needs none is found", document.language));
  }

  void fail(const Message& message) {
    if (!options_.silent) complain(options_.tool, message.where, message.what);
    summary_.failed = true;
  }

  void flush() {
    if (options_.keep) options_.keep(buffer_);
    else summary_.closed = summary_.closed || !print(options_.layout ? options_.layout(buffer_) : buffer_);
    buffer_.clear();
  }

  void stop(std::exception_ptr fault) {
    {
      const std::scoped_lock lock(reading_, writing_);
      if (!fault_) fault_ = std::move(fault);
      over_ = true;
    }
    turn_.notify_all();
  }

  const RunOptions& options_;
  const Tool::Annotate& annotate_;
  const Tool::Print& print_;

  std::mutex reading_;
  std::vector<Message> reported_;
  io::Reader reader_;
  bool over_ = false;
  std::uint64_t next_ticket_ = 0;
  std::uint64_t progress_bytes_ = 0;

  std::mutex writing_;
  std::condition_variable turn_;
  std::uint64_t turn_of_ = 0;
  std::string buffer_;
  std::unordered_set<std::uint64_t> ids_;
  std::set<std::string> unknown_languages_;
  Summary summary_;
  Progress progress_;
  std::exception_ptr fault_;
};

}  // namespace

// What one page has needed the next one will need, too: memory is kept, not handed back and cleared again for
// each page.
static void keep_memory() {
#ifdef __GLIBC__
  constexpr int megabyte = 1024 * 1024;
  mallopt(M_MMAP_THRESHOLD, 4 * megabyte);
  mallopt(M_TRIM_THRESHOLD, 32 * megabyte);
#endif
}

Summary run_documents(const RunOptions& options, const Tool::Annotate& annotate, const Tool::Print& print) {
  keep_memory();
  return Runner(options, annotate, print).run();
}

}  // namespace presscut::cli
