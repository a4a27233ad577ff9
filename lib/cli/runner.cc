#include "cli/runner.h"

#include <fmt/format.h>

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/progress.h"
#include "cli/seen_ids.h"
#include "cli/signals.h"
#include "cli/waiting_lines.h"
#include "output/output.h"
#include "work/work.h"

namespace presscut::cli {
namespace {

constexpr std::size_t batch_bytes = 256 * 1024;
constexpr std::size_t batch_records = 512;

struct Message {
  std::string where, what;
};

// What became of one record.
enum class Fate {
  failed,     // the messages say why
  made,       // a document
  elsewhere,  // it is another shard's
  written,    // by an earlier run
};

struct Outcome {
  Fate fate = Fate::failed;
  Document document;
  std::string out;
  WaitingLines lines;
  std::optional<std::string> key;
  std::vector<Message> messages;
  std::uint64_t source = 0;  // hash of the record, for a folder
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

class Runner {
 public:
  Runner(const RunOptions& options, const Tool::Annotate& annotate, const Tool::Print& print)
      : options_(options),
        annotate_(annotate),
        print_(print),
        reader_(options.inputs,
                [this](auto where, auto what) {
                  reported_.push_back({std::string(where), std::string(what)});
                }),
        progress_([this] { return io::bytes_in(options_.inputs); }) {}

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
    conclude();
    return summary_;
  }

 private:
  // Says and counts what stands at the end of a run.
  void conclude() {
    batch::Stats& stats = summary_.stats;
    stats.files_passed_over = reader_.passed_over();
    stats.responses_passed_over = reader_.responses_passed_over();
    summary_.ended |= interrupted_;
    stats.complete = !summary_.closed && !summary_.ended;
    if (options_.folder) options_.folder->keep_manifest();
    if (!interrupted_) return tell_passed_over();
    complain(options_.tool, "stopped by a signal",
             fmt::format("{} documents are written; go on with --resume", summary_.documents));
    summary_.failed = true;
  }

  void tell_passed_over() {
    if (reader_.passed_over() > 0 && !summary_.closed && !options_.silent)
      complain(options_.tool, "directories",
               fmt::format("passed over {}",
                           reader_.passed_over() == 1
                               ? "1 file that is no text"
                               : fmt::format("{} files that are no text", reader_.passed_over())));
    if (const auto responses = reader_.responses_passed_over();
        responses > 0 && !summary_.closed && !options_.silent)
      complain(options_.tool, "archives",
               fmt::format("passed over {} that {} no page{}",
                           responses == 1 ? "1 response" : fmt::format("{} responses", responses),
                           responses == 1 ? "is" : "are", responses == 1 ? "" : "s"));
  }

  void work() {
    try {
      Source source(options_.source);
      Batch batch;
      while (read(batch)) {
        batch.outcomes.resize(batch.size);
        for (std::size_t i = 0; i < batch.size; ++i) handle(source, batch.records[i], batch.outcomes[i]);
        if (!deliver(batch, source)) return;
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  bool read(Batch& batch) {
    const std::lock_guard lock(reading_);
    if (over_) return false;
    if (options_.folder && signal_received() != 0) return interrupted_ = over_ = true, false;
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
    outcome = Outcome();
    outcome.document.id = fallback_id(record, record.id.empty() ? record.url : record.id);
    const work::Limit limit(options_.most_steps);
    outcome.key = record.key;
    try {
      Source::Made made = source.begin(record);
      outcome.document = std::move(made.document);
      outcome.has_own_id = made.has_own_id;
      if (is_for_others(record, outcome)) return;
      finish(source, record, outcome);
    } catch (const io::BadRecord& bad) {
      refuse(record, bad, outcome);
    } catch (const work::TooMuch& much) {
      refuse(record, much, outcome);
    }
  }

  void refuse(const io::Record& record, const std::exception& why, Outcome& outcome) {
    outcome.fate = options_.shard.holds(outcome.document.id) ? Fate::failed : Fate::elsewhere;
    if (outcome.fate == Fate::failed) outcome.messages.push_back({where_of(record), why.what()});
  }

  // Whether another shard has the record, or an earlier run had it.
  bool is_for_others(const io::Record& record, Outcome& outcome) {
    const std::string& id = outcome.document.id;
    if (options_.shard.count > 1 && !options_.shard.holds(id)) outcome.fate = Fate::elsewhere;
    if (!options_.folder || outcome.fate == Fate::elsewhere) return outcome.fate == Fate::elsewhere;
    outcome.source = batch::hash_of(record.bytes);
    if (options_.folder->written(id, outcome.source)) outcome.fate = Fate::written;
    return outcome.fate == Fate::written;
  }

  void finish(Source& source, const io::Record& record, Outcome& outcome) {
    source.finish(record, outcome.document);
    annotate_(outcome.document);
    write(outcome);
    outcome.fate = Fate::made;
  }

  void write(Outcome& outcome) {
    outcome.out.clear();
    if (options_.lines) {
      outcome.lines = WaitingLines();
      options_.lines(outcome.document, [&](std::string_view lines) { outcome.lines.add(lines); });
      outcome.found = !outcome.lines.empty();
    } else if (options_.json) {
      if (options_.inputs.keyed)
        outcome.out = outcome.key.value_or(output::one_line(outcome.document.id)) + '\t';
      json::write(outcome.document, outcome.out);
      outcome.out += '\n';
      outcome.found = options_.found ? options_.found(outcome.document) : !outcome.document.text.empty();
    } else {
      outcome.found = print_(outcome.document, outcome.out);
    }
  }

  // Waits for its turn and writes the batch; false when the run is over.
  bool deliver(Batch& batch, Source& source) {
    std::unique_lock lock(writing_);
    turn_.wait(lock, [&] { return batch.ticket == turn_of_ || fault_ || is_at_end_; });
    if (fault_ || is_at_end_) return false;
    for (std::size_t i = 0; i < batch.before.size() && !is_at_end_; ++i) {
      for (const Message& message : batch.before[i]) fail(message);
      if (i < batch.size && !is_at_end_) take(batch.outcomes[i], batch.records[i], source);
    }
    if (options_.folder) options_.folder->commit();
    if (buffer_.size() > 0) flush();
    progress_.show(summary_.documents, progress_bytes_);
    ++turn_of_;
    is_at_end_ |= summary_.closed;
    if (is_at_end_) over_ = true;
    turn_.notify_all();
    return !is_at_end_;
  }

  void take(Outcome& outcome, const io::Record& record, Source& source) {
    for (const Message& message : outcome.messages) fail(message);
    if (outcome.fate == Fate::elsewhere) ++summary_.stats.elsewhere;
    if (outcome.fate == Fate::elsewhere || outcome.fate == Fate::failed) return;
    make_unique(outcome);
    if (options_.folder && take_over(outcome)) return;
    if (outcome.fate == Fate::written) make_again(outcome, record, source);
    if (outcome.fate == Fate::made) put(outcome);
  }

  // Prints a document, or writes it to its file.
  void put(Outcome& outcome) {
    const batch::Counts counts = batch::counts_of(outcome.document);
    count(outcome.document.id, outcome.document.language, outcome.found, counts);
    if (options_.wants && !options_.wants(outcome.document)) return;
    if (options_.lines) {
      outcome.document = Document();  // its lines have all of it, and may take as much
      return outcome.lines.each(options_.keep);
    }
    if (options_.folder) {
      options_.folder->write(outcome.document.id, outcome.out,
                             {{}, 0, {}, outcome.source, outcome.document.language, outcome.found, counts});
      return;
    }
    if (!options_.json && options_.form_feeds && summary_.documents > 1) buffer_ += '\f';
    buffer_ += outcome.out;
  }

  // Whether an earlier run wrote this document, under the id that it has in the end.
  bool take_over(const Outcome& outcome) {
    const std::string& id = outcome.document.id;
    const auto entry = options_.folder->written(id, outcome.source);
    if (!entry) return false;
    options_.folder->take_over(id, *entry);
    count(id, entry->language, entry->found, entry->counts);
    return true;
  }

  // An earlier run wrote another record of the same id.
  void make_again(Outcome& outcome, const io::Record& record, Source& source) {
    const std::string id = outcome.document.id;
    try {
      outcome.document = source.begin(record).document;
      finish(source, record, outcome);
      outcome.document.id = id;
      write(outcome);
    } catch (const io::BadRecord& bad) {
      outcome.fate = Fate::failed;
      fail({where_of(record), bad.what()});
    }
  }

  void count(const std::string& id, const std::string& language, bool found, const batch::Counts& counts) {
    ++summary_.documents;
    ++summary_.stats.in;
    ++summary_.stats.out;
    summary_.found |= found;
    summary_.stats.counts.add(counts);
    note_language(id, language);
  }

  // An id that came before gets a number, or is a finding where ids are what is looked at.
  void make_unique(Outcome& outcome) {
    const std::uint64_t hash = batch::hash_of(outcome.document.id);
    if (ids_.add(hash)) return;
    if (options_.again) {
      outcome.out += options_.again(outcome.document.id);
      outcome.found = true;
      return;
    }
    const std::string given = outcome.document.id;
    int& number = numbers_.try_emplace(hash, 1).first->second;
    do outcome.document.id = fmt::format("{}#{}", given, ++number);
    while (!ids_.add(batch::hash_of(outcome.document.id)));
    if (outcome.has_own_id && !options_.silent)
      complain(options_.tool, given,
               fmt::format("this id came before; the document is now {}", outcome.document.id));
    if (outcome.fate == Fate::made) write(outcome);
  }

  void note_language(const std::string& id, const std::string& language) {
    if (!options_.knows_language || language.empty() || options_.knows_language(language)) return;
    if (++summary_.stats.languages_without_tables[language] == 1 && !options_.silent)
      complain(options_.tool, id,
               fmt::format("no tables for the language \"{}\": only what needs none is found", language));
  }

  void fail(const Message& message) {
    if (is_at_end_) return;
    if (!options_.silent) complain(options_.tool, message.where, message.what);
    summary_.failed = true;
    ++summary_.stats.in;
    if (++summary_.stats.failed + options_.failed_before <= options_.most_errors) return;
    complain(options_.tool, "stopped", too_many_errors(options_.most_errors));
    summary_.ended = is_at_end_ = true;
  }

  void flush() {
    if (options_.keep) options_.keep(buffer_);
    else if (options_.layout) summary_.closed = summary_.closed || !print(options_.layout(buffer_));
    else summary_.closed = summary_.closed || !print(buffer_);
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
  std::atomic<bool> over_ = false;
  bool interrupted_ = false;  // by a signal
  std::uint64_t next_ticket_ = 0;
  std::atomic<std::uint64_t> progress_bytes_ = 0;

  std::mutex writing_;
  std::condition_variable turn_;
  std::uint64_t turn_of_ = 0;
  std::string buffer_;
  SeenIds ids_;
  std::unordered_map<std::uint64_t, int> numbers_;  // the last one given, of ids that came again
  bool is_at_end_ = false;                          // nothing is delivered any more
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

std::string too_many_errors(std::uint64_t most) {
  return fmt::format("more than {} error{} (--max-errors)", most, most == 1 ? "" : "s");
}

Summary run_documents(const RunOptions& options, const Tool::Annotate& annotate, const Tool::Print& print) {
  keep_memory();
  return Runner(options, annotate, print).run();
}

}  // namespace presscut::cli
