// Lines that are evidence already, put together: read on several threads, taken in the order of the inputs.
#include <fmt/format.h>

#include <exception>
#include <utility>

#include "cli/tool_state.h"
#include "parallel/parallel.h"

namespace presscut::cli {
namespace {

constexpr std::size_t bytes_of_thread = 1024 * 1024;  // in a batch

// While the lines of a batch are read, the next one comes in and the one before is taken.
class LineGatherer {
 public:
  using EditLine = Tool::EditLine;

  LineGatherer(std::string tool, const io::Inputs& inputs, int jobs, std::uint64_t most_errors)
      : tool_(std::move(tool)),
        jobs_(jobs),
        most_errors_(most_errors),
        reader_(inputs, [this](std::string_view where, std::string_view what) {
          reported_.emplace_back(where, what);
        }) {}

  Summary run(const EditLine& read, const EditLine& take, SortedLines& lines) {
    Batch next, now, past;
    fetch(next);
    while (!summary_.ended && !(next.empty() && now.empty())) {
      std::swap(past, now), std::swap(now, next);
      parallel::Turns turns(now.size + 1, jobs_, [&](std::size_t turn) {
        if (turn == 0) add(past, take, lines);
        else prepare(now.items[turn - 1], read);
      });
      fetch(next);
      turns.finish();
    }
    summary_.found = !lines.empty();
    summary_.stats.complete = !summary_.ended;
    return summary_;
  }

 private:
  using Reports = std::vector<std::pair<std::string, std::string>>;  // where, and what

  // A record on its way.
  struct Item {
    io::Record record;
    Reports before;  // what the reader reported before it
    std::string line;
    std::string refusal;
  };

  struct Batch {
    std::vector<Item> items;
    std::size_t size = 0;
    Reports behind;            // at the end of the inputs
    std::exception_ptr fault;  // of the reader, behind the last item

    bool empty() const { return size == 0 && behind.empty() && !fault; }
  };

  void fetch(Batch& batch) {
    batch.size = 0, batch.behind.clear(), batch.fault = nullptr;
    try {
      const std::size_t most = bytes_of_thread * static_cast<std::size_t>(jobs_);
      for (std::size_t bytes = 0; bytes < most; ++batch.size) {
        if (batch.items.size() == batch.size) batch.items.emplace_back();
        Item& item = batch.items[batch.size];
        if (!reader_.next(item.record)) break;
        item.before = std::exchange(reported_, {});
        bytes += item.record.bytes.size();
      }
    } catch (...) {
      batch.fault = std::current_exception();
    }
    batch.behind = std::exchange(reported_, {});
  }

  static void prepare(Item& item, const EditLine& read) {
    item.refusal.clear();
    try {
      item.line = read(std::move(item.record.bytes));
    } catch (const io::BadRecord& bad) {
      item.refusal = bad.what();
    }
  }

  void add(Batch& batch, const EditLine& take, SortedLines& lines) {
    for (std::size_t n = 0; n < batch.size; ++n) add(batch.items[n], take, lines);
    for (const auto& [where, what] : batch.behind) fail(where, what);
    if (batch.fault && !summary_.ended) std::rethrow_exception(batch.fault);
  }

  void add(Item& item, const EditLine& take, SortedLines& lines) {
    for (const auto& [where, what] : item.before) fail(where, what);
    if (summary_.ended) return;
    if (item.refusal.empty()) try {
        lines.add(take(std::move(item.line)));
        ++summary_.stats.in, ++summary_.stats.out;
        return;
      } catch (const io::BadRecord& bad) {
        item.refusal = bad.what();
      }
    const io::Record& record = item.record;
    fail(fmt::format("{}: record {} (byte {})", record.origin.path, record.number, record.origin.offset),
         item.refusal);
  }

  void fail(std::string_view where, std::string_view what) {
    if (summary_.ended) return;
    complain(tool_, where, what);
    summary_.failed = true;
    ++summary_.stats.in;
    summary_.ended = ++summary_.stats.failed > most_errors_;
    if (summary_.ended) complain(tool_, "stopped", too_many_errors(most_errors_));
  }

  const std::string tool_;
  const int jobs_;
  const std::uint64_t most_errors_;
  Reports reported_;
  io::Reader reader_;
  Summary summary_;
};

}  // namespace

int Tool::gather_lines(int argc, char** argv, const EditLine& read, const EditLine& take,
                       const Conclude& conclude) {
  state_->abilities = {false, false};
  return state_->guarded(*this, argc, argv, [&] {
    io::Inputs inputs = state_->inputs();
    inputs.from = io::Form::ndjson;
    SortedLines lines;
    const Summary summary =
        LineGatherer(state_->full_name(), inputs, state_->common.jobs, state_->batch.most_errors())
            .run(read, take, lines);
    if (!summary.ended) state_->print_whole(conclude(lines, state_->common.json));
    return state_->exit_of(summary);
  });
}

}  // namespace presscut::cli
