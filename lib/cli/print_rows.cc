// Tools that print rows of their own, as they come or sorted behind the last.
#include <fmt/format.h>

#include <algorithm>

#include "cli/tool_state.h"

namespace presscut::cli {
namespace {

constexpr char behind_key = '\x1f', behind_row = '\x1e';

// Rows that wait for the last one, each a line of its key, its number and itself.
class Kept {
 public:
  void add(std::string_view more) {
    for (std::size_t end; (end = more.find(behind_row)) != more.npos; more.remove_prefix(end + 1)) {
      const std::string_view both = more.substr(0, end);
      const std::size_t key = both.find(behind_key);
      std::string row(both.substr(key + 1));
      std::replace(row.begin(), row.end(), '\n', behind_row);
      rows_.add(fmt::format("{}{}{:016}{}{}\n", both.substr(0, key), behind_key, ++count_, behind_key, row));
    }
  }

  // Prints the rows in their order; false where nobody reads on.
  bool print(const std::function<bool(const std::string&)>& put) const {
    bool is_read = true;
    rows_.each([&](const std::string& line) {
      std::string row = line.substr(line.find(behind_key, line.find(behind_key) + 1) + 1);
      row.pop_back();
      std::replace(row.begin(), row.end(), behind_row, '\n');
      return is_read = put(row);
    });
    return is_read;
  }

 private:
  SortedLines rows_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::string Tool::sorted_row(std::string_view key, std::string_view row) {
  std::string out(key);
  return out.append(1, behind_key).append(row).append(1, behind_row);
}

Exit Tool::State::print_rows(const Tool& tool, const Annotate& find, const MakePrinter& make) const {
  const Printer printer = make(table);  // its header may begin with a byte order mark
  RunOptions options = run_options(tool);
  options.json = options.form_feeds = false;
  options.knows_language = tool.knows_language;
  const bool is_safe = !table.csv && !table.json;  // what turns text is spelt out in it, or of its own making
  if (is_safe) options.layout = nullptr;
  if (!printer.is_sorted) options.header = printer.header;
  Kept kept;
  if (printer.is_sorted) options.keep = [&](std::string_view more) { kept.add(more); };
  Summary run = run_documents(options, find, printer.print);
  const auto put = [&](const std::string& row) { return is_safe ? cli::print(row) : print_whole(row); };
  if (printer.is_sorted && !run.ended) run.closed = !cli::print(printer.header) || !kept.print(put);
  return exit_of(run);
}

int Tool::print_rows(int argc, char** argv, const Annotate& find, const MakePrinter& make) {
  state_->prints_tables();
  return state_->guarded(*this, argc, argv, [&] { return state_->print_rows(*this, find, make); });
}

}  // namespace presscut::cli
