// What every tool has in common: options, help, inputs, worker threads, messages, exit status.
//
// A tool names its options and gives one function from document to document; everything around it is here.
// Only this module catches exceptions and writes to standard output and standard error.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/batch.h"
#include "clean/clean.h"
#include "cli/sorted_lines.h"
#include "document/document.h"
#include "output/output.h"

namespace presscut::cli {

/// What a run says to the shell.
enum Exit : int { done = 0, not_found = 1, failed = 2 };

/// What happens to a document that is not clean yet.
enum class Uncleaned {
  clean,      // pages and text are cleaned: presscut clean
  take_text,  // pages are cleaned, the text of a record is taken as another cleaner left it: all row tools
  take_all,   // pages are cleaned, for they have no text before; nothing else is: presscut check
};

class Tool {
 public:
  /// `name` without "presscut-"; `example` is a command line that works in a checkout.
  Tool(std::string name, std::string summary, std::string example);
  ~Tool();

  /// Options: `names` is "long" or "long,s"; `value` names the value in the help. Each may be given once,
  /// lists ("A,B") and again, texts of `texts` again and with commas in them. A tool that takes -e for itself
  /// has
  /// --exit-status without it.
  Tool& flag(const std::string& names, bool* target, const std::string& help);
  Tool& text(const std::string& names, const std::string& value, std::string* target,
             const std::string& help);
  Tool& number(const std::string& names, const std::string& value, std::uint64_t* target,
               const std::string& help);
  Tool& list(const std::string& names, const std::string& value, std::vector<std::string>* target,
             const std::string& help);
  Tool& texts(const std::string& names, const std::string& value, std::vector<std::string>* target,
              const std::string& help);

  /// --csv, --bom and --no-header, of a tool whose tables are no rows of mentions and no counts.
  Tool& table_options(output::TableOptions* target);

  /// Called once all options are read; throws std::runtime_error on a value that makes no sense.
  Tool& check(std::function<void()> validate);

  /// For checks: whether --json was given.
  bool prints_json() const;

  /// What the name of a file ends in that holds one document as the tool prints it.
  std::string extension = "txt";

  /// What a tool that runs prints before the first document and behind the last one, and before each where it
  /// is a file of its own; whether form feeds part documents.
  std::string before_all, behind_all, before_file;
  bool form_feeds = true;

  /// How the tool cleans pages that come to it raw.
  clean::Options cleaning;
  Uncleaned uncleaned = Uncleaned::take_text;

  /// Reads all inputs, gives each document to `annotate` and prints it: as NDJSON with --json, else by
  /// `print`, which says whether there was something to find. Documents come out in the order of the inputs
  /// at any number of jobs.
  using Annotate = std::function<void(Document&)>;
  using Print = std::function<bool(const Document&, std::string& out)>;
  int run(int argc, char** argv, const Annotate& annotate, const Print& print);

  /// Reads all inputs, gives each document to `find`, which fills the list of mentions called `list`, and
  /// prints its rows as a table, or with --json the documents.
  int annotate(int argc, char** argv, std::string_view list, const Annotate& find);

  /// Of a tool that annotates: the named groups that are columns of matches, and whether it knows the words
  /// of a language; one that it does not know is said once, so that finding nothing is no surprise.
  std::vector<std::string> groups;
  std::function<bool(std::string_view language)> knows_language;

  /// Of a tool that annotates: looks at each document before any is printed, one at a time, in no order that
  /// it may rest on. All inputs are read twice then; what comes through a pipe is kept in a temporary file.
  std::function<void(const Document&)> survey;

  /// Called behind the survey: what to print instead of the documents (with --json where `json`), nothing
  /// where these are to be printed after all.
  std::function<std::optional<std::string>(bool json)> after_survey;

  /// Whether there is something to print behind the survey, so that nothing is read again.
  bool prints_survey = false;

  /// Reads all inputs, gives each document to `annotate`, and prints what `conclude` makes of the lines that
  /// `keep` made of all of them: sorted, each once, so that the order of the inputs leaves no trace. `json`
  /// is --json. Memory does not grow with what is kept.
  using AddLines = std::function<void(std::string_view lines)>;  // with their line ends
  using Keep = std::function<void(const Document&, const AddLines& add)>;
  using Conclude = std::function<std::string(const SortedLines& lines, bool json)>;
  int gather(int argc, char** argv, const Annotate& annotate, const Keep& keep, const Conclude& conclude);

  /// Of a tool that gathers, set by a check: behind `conclude` the inputs are read again, and the documents
  /// that this wants are printed as NDJSON, as they came out of `annotate`.
  std::function<bool(const Document&)> wants;

  /// The same with inputs that are such lines already. `read` gives a line in the form in which it is kept,
  /// on several threads at once; `take` has the last word on it, in the order of the inputs. Both throw
  /// io::BadRecord where it is none.
  using EditLine = std::function<std::string(std::string line)>;
  int gather_lines(int argc, char** argv, const EditLine& read, const EditLine& take,
                   const Conclude& conclude);

  /// Reads all inputs, gives each document to `add`, on several threads at once, and prints the table that
  /// `sum` makes of all that was added, in the form that was asked for. What is added must come to the same
  /// in any order. Memory is what `add` keeps.
  struct Summed {
    std::string text;
    bool found = false;    // there is a row
    bool is_table = true;  // it may be aligned for a terminal
  };
  using Add = std::function<void(Document&, bool is_second)>;
  using Sum = std::function<Summed(const output::TableOptions&)>;
  int count(int argc, char** argv, const Add& add, const Sum& sum);

  /// How a tool prints rows that are no list of mentions: a header, the rows of each document, and the order
  /// of all where they are kept back until the last one is known (`key`, `row` and so on, see `sorted_row`).
  struct Printer {
    std::string header;
    Print print;
    bool is_sorted = false;
  };
  using MakePrinter = std::function<Printer(const output::TableOptions&)>;

  /// Reads all inputs, gives each document to `find` and prints its rows as the printer has them.
  int print_rows(int argc, char** argv, const Annotate& find, const MakePrinter& make);

  /// What a printer that sorts adds for a row: rows come by the bytes of their keys, equal ones in the order
  /// of the inputs. Neither has control characters but line ends and tabs.
  static std::string sorted_row(std::string_view key, std::string_view row);

  /// What `count` does instead, as `print_rows` does; set by a check where an option asks for it.
  struct Rows {
    Annotate find;
    MakePrinter make;
  };
  std::optional<Rows> instead_of_counts;

  /// Of a tool that counts: the inputs of a second corpus, read behind the first.
  std::vector<std::string> second_inputs;

  /// Of a tool that prints tables which are no rows of mentions: what the help says of --columns.
  std::string columns_help;

  /// For `conclude`: what became of the records, the options that decide about the output (" --since 2024";
  /// of files their names without folders), how many threads may work, and the version of the program.
  const batch::Stats& stats() const;
  const std::string& shown_settings() const;
  int jobs() const;
  static std::string_view program_version();

  /// What `run` does instead of printing documents, as `gather` does; set by a check where an option asks for
  /// it.
  struct Gathering {
    Keep keep;
    Conclude conclude;
  };
  std::optional<Gathering> instead;

  /// Reads all inputs as they are and prints "ID<tab>sentence" for each violation, with --json
  /// {"id": "…", "violation": "…"}; exit status 1 where there was one. An id that comes twice is one, too.
  using Prove = std::function<std::vector<std::string>(const Document&)>;
  int prove(int argc, char** argv, const Prove& prove);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Opens what of standard input, output and error is closed, so that no file that is opened later is taken
/// for one of them: whoever reads from it or writes to it then fails as if it were closed still.
void open_missing_streams();

/// Closes standard output, which is when some file systems say that they lost what was written. Throws
/// std::runtime_error then.
void close_output();

/// Writes to standard output; false where nobody reads on. Throws std::runtime_error where it cannot be
/// written for another reason.
bool print(std::string_view text);

/// How many columns the terminal behind standard output has; nothing where it is none.
std::optional<std::size_t> terminal_columns();

/// Writes to standard error. Where that is closed or full the text is lost, and the run goes on.
void tell(const std::string& text);

/// "presscut-clean: pages/a.html: No such file or directory" on standard error, safe for a terminal.
void complain(std::string_view tool, std::string_view where, std::string_view what);

/// Runs `main` of a tool: whatever it throws becomes a message and Exit::failed. A closed pipe raises no
/// signal.
int guard(std::string_view tool, const std::function<int()>& main);

/// The word of `words` that is nearest to `wrong` by edit distance, empty where none is near.
std::string nearest(std::string_view wrong, const std::vector<std::string>& words);

}  // namespace presscut::cli
