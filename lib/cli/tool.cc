#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <sstream>

#include "cli/batch_options.h"
#include "cli/cli.h"
#include "cli/runner.h"
#include "cli/signals.h"
#include "cli/version.h"
#include "json/json.h"
#include "match/match.h"
#include "mentions/mentions.h"
#include "output/output.h"

namespace presscut::cli {

namespace po = boost::program_options;

namespace {

// The options that all tools share, as they were given.
struct Common {
  bool help = false, version = false, json = false, null = false, exit_status = false, as_is = false;
  bool no_header = false;
  std::string from, files_from, date;
  int jobs = 1;
  std::vector<std::string> paths;
};

io::Form form_called(const std::string& name) {
  if (const auto form = io::form_of(name)) return *form;
  throw std::runtime_error(fmt::format("--from {}: the forms are html, text, ndjson and warc", name));
}

constexpr int most_jobs = 1024;

// Adds the items of "A,B" to a list, each time that an option is given.
auto split_into(std::vector<std::string>* target) {
  return [target](const std::vector<std::string>& given) {
    for (const std::string& items : given) {
      std::istringstream stream(items);
      for (std::string item; std::getline(stream, item, ',');) target->push_back(item);
    }
  };
}

// The number that `digits` spell, -1 where they are none.
int number_in(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

// YYYY-MM-DD, alone or followed by Thh:mm, of the calendar and the clock.
bool is_date(std::string_view date) {
  using namespace std::chrono;
  if (date.size() != 10 && date.size() != 16) return false;
  if (date[4] != '-' || date[7] != '-') return false;
  const int y = number_in(date.substr(0, 4)), m = number_in(date.substr(5, 2)),
            d = number_in(date.substr(8, 2));
  if (y < 0 || m < 0 || d < 0) return false;
  if (!(year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d))).ok()) return false;
  if (date.size() == 10) return true;
  const int hour = number_in(date.substr(11, 2)), minute = number_in(date.substr(14, 2));
  return date[10] == 'T' && date[13] == ':' && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
}

}  // namespace

struct Tool::State {
  std::string name, summary, example;
  po::options_description own{"Options"};
  po::options_description rows{"How rows are printed"};
  po::options_description shared{"Options of every tool"};
  po::options_description long_runs{"Long runs (docs/scale.md)"};
  Common common;
  BatchOptions batch;
  BatchOptions::Abilities abilities;
  std::string settings;  // the options that were given and change what is written, in their order
  std::vector<std::function<void()>> checks;
  bool proves = false;    // its findings are violations, and count for the exit status
  bool has_rows = false;  // it prints tables
  output::TableOptions table;

  std::string full_name() const { return "presscut-" + name; }
  bool has_short(char letter) const { return own.find_nothrow(std::string{'-', letter}, false) != nullptr; }
  void add_rows();
  void add_shared();
  void parse(int argc, char** argv);
  void print_help() const;
  io::Inputs inputs() const;
  int guarded(int argc, char** argv, const std::function<int()>& main);
  RunOptions run_options(const Tool& tool) const;
  void open_folder(RunOptions& options, const std::string& extension) const;
  Exit exit_of(const Summary& run) const;
  Summary survey(RunOptions options, const Annotate& find, const Tool& tool) const;
  Exit gather(const Tool& tool, const Annotate& annotate, const Keep& keep, const Conclude& conclude) const;
};

void Tool::State::add_rows() {
  auto add = rows.add_options();
  add("csv", po::bool_switch(&table.csv), "as CSV for spreadsheets instead of TSV");
  add("columns",
      po::value<std::vector<std::string>>()
          ->composing()
          ->notifier(split_into(&table.columns))
          ->value_name("NAME,..."),
      "these columns in this order: the tool's own, id, start, end, quote, field (title or text), title, "
      "url, date, "
      "hostname, sentence");
  add("no-header", po::bool_switch(&common.no_header), "without the line that names the columns");
}

void Tool::State::add_shared() {
  auto add = shared.add_options();
  add("json,J", po::bool_switch(&common.json),
      proves ? "print violations as NDJSON"
             : "print documents as NDJSON with all that is known (docs/format.md)");
  add("from", po::value(&common.from)->value_name("FORM"),
      "read the inputs as html, text, ndjson or warc instead of looking at their bytes");
  add("as-is", po::bool_switch(&common.as_is), "take plain text as it stands, clean nothing in it");
  add("date", po::value(&common.date)->value_name("DAY"),
      "publication date of documents that have none, such as 2024-10-25");
  add("files-from", po::value(&common.files_from)->value_name("FILE"),
      "read the names of the inputs from FILE (- for standard input), one a line");
  add("null,0", po::bool_switch(&common.null), "names in --files-from end with NUL");
  add("jobs,j", po::value(&common.jobs)->value_name("N"),
      "work on N documents at a time (1); the output stays the same");
  if (!proves)
    add(has_short('e') ? "exit-status" : "exit-status,e", po::bool_switch(&common.exit_status),
        "exit with 1 when nothing was found");
  add("help,h", po::bool_switch(&common.help), "print this help");
  add("version", po::bool_switch(&common.version), "print the version");
}

void Tool::State::parse(int argc, char** argv) {
  po::options_description all;
  all.add(own).add(rows).add(shared).add(long_runs).add_options()("input", po::value(&common.paths));
  po::positional_options_description positional;
  positional.add("input", -1);
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  const auto given =
      po::command_line_parser(argc, argv).options(all).positional(positional).style(style).run();
  po::store(given, values);
  po::notify(values);
  for (const auto& option : given.options) {
    if (BatchOptions::is_about_the_run(option.string_key)) continue;
    settings += fmt::format(" --{}", option.string_key);
    for (const std::string& value : option.value) settings += ' ' + value;
  }
}

void Tool::State::print_help() const {
  std::ostringstream out;
  out << "Example:  " << example << "\n\n"
      << summary << "\n\nUsage: " << full_name()
      << " [OPTION...] [FILE|DIRECTORY|-]...\n\nInputs are HTML, plain text, NDJSON documents or web "
         "archives, "
         "each also gzip'd; directories are "
         "walked in sorted order;\nwithout any, standard input is read.\n\n";
  if (!own.options().empty()) out << own << '\n';
  if (has_rows) out << rows << '\n';
  out << shared << '\n'
      << long_runs << "\nExit status: "
      << (proves ? "0 all holds, 1 a violation was found"
                 : "0 done, 1 nothing found (only with --exit-status)")
      << ", 2 something failed.\n";
  print(out.str());
}

io::Inputs Tool::State::inputs() const {
  io::Inputs inputs;
  inputs.paths = common.paths;
  inputs.most_bytes = batch.most_record_bytes();
  if (!common.from.empty()) inputs.from = form_called(common.from);
  if (common.files_from.empty()) return inputs;
  for (std::string& path : io::split_paths(io::read_all(common.files_from), common.null))
    inputs.paths.push_back(std::move(path));
  if (inputs.paths.empty())
    throw std::runtime_error(fmt::format("--files-from {}: names no file", common.files_from));
  return inputs;
}

// Parses the options, answers --help and --version, and runs `main`.
int Tool::State::guarded(int argc, char** argv, const std::function<int()>& main) {
  return guard(full_name(), [&] {
    if (has_rows) add_rows();
    add_shared();
    batch.add_to(long_runs, abilities);
    parse(argc, argv);
    if (common.help) return print_help(), static_cast<int>(Exit::done);
    if (common.version)
      return print(fmt::format("{} {}\n", full_name(), version)), static_cast<int>(Exit::done);
    if (common.jobs < 1 || common.jobs > most_jobs)
      throw std::runtime_error(fmt::format("--jobs {}: want 1 to {}", common.jobs, most_jobs));
    if (common.null && common.files_from.empty()) throw std::runtime_error("--null: goes with --files-from");
    if (!common.date.empty() && !is_date(common.date))
      throw std::runtime_error(
          fmt::format("--date {}: want a day such as 2024-10-25, or 2024-10-25T19:46", common.date));
    batch.check();
    for (const auto& validate : checks) validate();
    return main();
  });
}

RunOptions Tool::State::run_options(const Tool& tool) const {
  RunOptions options;
  options.tool = full_name();
  options.inputs = inputs();
  options.source = {tool.cleaning, tool.uncleaned, common.as_is, common.date};
  options.jobs = common.jobs;
  options.json = common.json;
  batch.apply(options);
  return options;
}

// To be called once the header of `options` is known.
void Tool::State::open_folder(RunOptions& options, const std::string& extension) const {
  if (!batch.has_folder()) return;
  batch.open_folder(options, settings, options.json ? "json" : extension);
  options.form_feeds = false;
  options.layout = nullptr;
  watch_signals();
}

// Writes the statistics that were asked for.
Exit Tool::State::exit_of(const Summary& run) const {
  batch.write_stats(run, name);
  if (run.failed) return Exit::failed;
  return common.exit_status && !run.found && !run.closed ? Exit::not_found : Exit::done;
}

// Lets the tool look at each document; the inputs can be read again behind it.
Summary Tool::State::survey(RunOptions options, const Annotate& find, const Tool& tool) const {
  if (!tool.prints_survey) options.most_errors = no_most_errors, options.shard = {};
  const bool reads_standard_input =
      options.inputs.paths.empty() ||
      std::count(options.inputs.paths.begin(), options.inputs.paths.end(), "-") > 0;
  const bool keeps = reads_standard_input && !tool.prints_survey;
  if (keeps) io::keep_standard_input();
  std::error_code ignored;
  for (const std::string& path : options.inputs.paths)
    if (!tool.prints_survey && std::filesystem::is_fifo(path, ignored))
      throw std::runtime_error(path + ": must be read twice, and a pipe cannot be");
  options.header.clear();
  options.layout = nullptr;
  options.json = options.form_feeds = false;
  options.silent = !tool.prints_survey;
  std::mutex looking;
  const auto has_any = options.found;
  const Print look = [&](const Document& document, std::string&) {
    const std::lock_guard lock(looking);
    tool.survey(document);
    return has_any(document);
  };
  const Summary surveyed = run_documents(options, find, look);
  if (keeps) io::rewind_standard_input();
  return surveyed;
}

Tool::Tool(std::string name, std::string summary, std::string example) : state_(new State) {
  state_->name = std::move(name);
  state_->summary = std::move(summary);
  state_->example = std::move(example);
}

Tool::~Tool() = default;

Tool& Tool::flag(const std::string& names, bool* target, const std::string& help) {
  state_->own.add_options()(names.c_str(), po::bool_switch(target), help.c_str());
  return *this;
}

Tool& Tool::text(const std::string& names, const std::string& value, std::string* target,
                 const std::string& help) {
  state_->own.add_options()(names.c_str(), po::value(target)->value_name(value), help.c_str());
  return *this;
}

Tool& Tool::list(const std::string& names, const std::string& value, std::vector<std::string>* target,
                 const std::string& help) {
  state_->own.add_options()(
      names.c_str(),
      po::value<std::vector<std::string>>()->composing()->notifier(split_into(target))->value_name(value),
      help.c_str());
  return *this;
}

Tool& Tool::texts(const std::string& names, const std::string& value, std::vector<std::string>* target,
                  const std::string& help) {
  state_->own.add_options()(names.c_str(), po::value(target)->composing()->value_name(value), help.c_str());
  return *this;
}

Tool& Tool::check(std::function<void()> validate) {
  state_->checks.push_back(std::move(validate));
  return *this;
}

int Tool::run(int argc, char** argv, const Annotate& annotate, const Print& print) {
  return state_->guarded(argc, argv, [&]() -> int {
    if (instead && state_->batch.has_folder())
      throw std::runtime_error("--output-dir is for documents, and none is printed");
    if (instead) return state_->gather(*this, annotate, instead->keep, instead->conclude);
    RunOptions options = state_->run_options(*this);
    state_->open_folder(options, extension);
    return state_->exit_of(run_documents(options, annotate, print));
  });
}

int Tool::annotate(int argc, char** argv, std::string_view list, const Annotate& find) {
  state_->has_rows = true;
  return state_->guarded(argc, argv, [&] {
    output::TableOptions& table = state_->table;
    table.header = !state_->common.no_header;
    if (state_->common.json && (table.csv || !table.columns.empty()))
      throw std::runtime_error("--json prints documents: it goes with neither --csv nor --columns");
    const output::Rows rows(list, groups, table);
    RunOptions options = state_->run_options(*this);
    options.form_feeds = false;
    options.knows_language = knows_language;
    options.found = [&](const Document& document) { return mentions::has_any(list, document); };
    if (!options.json) options.header = rows.header();
    output::Aligner aligner;
    if (!options.json && !table.csv && isatty(STDOUT_FILENO))
      options.layout = [&](std::string_view lines) { return aligner.align(lines); };
    if (prints_survey && (table.csv || !table.columns.empty()))
      throw std::runtime_error("--csv and --columns are for rows of mentions");
    if (prints_survey && state_->batch.has_folder())
      throw std::runtime_error("--output-dir is for documents, and none is printed");
    if (survey) {
      const Summary surveyed = state_->survey(options, find, *this);
      const auto printed = after_survey(options.json);
      if (printed) return cli::print(*printed), state_->exit_of(surveyed);
    }
    const Print print = [&](const Document& document, std::string& out) {
      return rows.write(document, out) > 0;
    };
    state_->open_folder(options, table.csv ? "csv" : "tsv");
    return state_->exit_of(run_documents(options, find, print));
  });
}

Exit Tool::State::gather(const Tool& tool, const Annotate& annotate, const Keep& keep,
                         const Conclude& conclude) const {
  std::set<std::string> lines;
  RunOptions options = run_options(tool);
  options.json = options.form_feeds = false;
  options.knows_language = tool.knows_language;
  options.keep = [&](std::string_view more) {
    for (std::size_t end; (end = more.find('\n')) != std::string_view::npos; more.remove_prefix(end + 1))
      lines.emplace(more.substr(0, end + 1));
  };
  const Summary run = run_documents(options, annotate, [&](const Document& document, std::string& out) {
    const std::string kept = keep(document);
    out += kept;
    return !kept.empty();
  });
  if (!run.ended) cli::print(conclude(lines, common.json));
  return exit_of(run);
}

int Tool::gather(int argc, char** argv, const Annotate& annotate, const Keep& keep,
                 const Conclude& conclude) {
  state_->abilities.prints_documents = false;
  return state_->guarded(argc, argv, [&] { return state_->gather(*this, annotate, keep, conclude); });
}

int Tool::gather_lines(int argc, char** argv, const Check& check, const Conclude& conclude) {
  state_->abilities = {false, false};
  return state_->guarded(argc, argv, [&] {
    Summary summary;
    std::set<std::string> lines;
    const auto fail = [&](std::string_view where, std::string_view what) {
      if (summary.ended) return;
      complain(state_->full_name(), where, what);
      summary.failed = true;
      ++summary.stats.in;
      summary.ended = ++summary.stats.failed > state_->batch.most_errors();
      if (summary.ended)
        complain(state_->full_name(), "stopped", too_many_errors(state_->batch.most_errors()));
    };
    io::Inputs inputs = state_->inputs();
    inputs.from = io::Form::ndjson;
    io::Reader reader(inputs, fail);
    for (io::Record record; !summary.ended && reader.next(record) && !summary.ended;) try {
        lines.insert(check(record.bytes));
        ++summary.stats.in, ++summary.stats.out;
      } catch (const io::BadRecord& bad) {
        fail(fmt::format("{}: record {} (byte {})", record.origin.path, record.number, record.origin.offset),
             bad.what());
      }
    summary.found = !lines.empty();
    summary.stats.complete = !summary.ended;
    if (!summary.ended) print(conclude(lines, state_->common.json));
    return state_->exit_of(summary);
  });
}

int Tool::prove(int argc, char** argv, const Prove& prove) {
  state_->proves = true;
  state_->abilities.prints_documents = false;
  const auto line = [&](const std::string& id, const std::string& violation) {
    if (!state_->common.json) return output::one_line(id) + '\t' + output::one_line(violation) + '\n';
    std::string out = "{\"id\": ";
    json::write_string(id, out);
    out += ", \"violation\": ";
    json::write_string(violation, out);
    return out + "}\n";
  };
  const Print print = [&](const Document& document, std::string& out) {
    const auto violations = prove(document);
    for (const std::string& violation : violations) out += line(document.id, violation);
    return !violations.empty();
  };
  return state_->guarded(argc, argv, [&] {
    RunOptions options = state_->run_options(*this);
    options.json = options.form_feeds = false;
    options.again = [&](const std::string& id) { return line(id, "this id came before"); };
    const Summary summary = run_documents(
        options, [](Document&) {}, print);
    state_->batch.write_stats(summary, state_->name);
    if (summary.failed) return Exit::failed;
    return summary.found ? Exit::not_found : Exit::done;
  });
}

namespace {

// The message, the pattern around its fault, and a caret under that.
void show(std::string_view tool, const match::BadPattern& bad) {
  constexpr std::size_t shown_around = 60;  // bytes
  const std::string_view regexp = bad.regexp;
  const auto edge = [&](std::size_t at) {
    while (at < regexp.size() && (static_cast<unsigned char>(regexp[at]) & 0xC0) == 0x80) ++at;
    return std::min(at, regexp.size());
  };
  const std::size_t at = edge(bad.at), start = edge(at - std::min(at, shown_around)),
                    end = edge(at + shown_around);
  const std::string before = (start > 0 ? "…" : "") + output::one_line(regexp.substr(start, at - start));
  const std::string behind = output::one_line(regexp.substr(at, end - at)) + (end < regexp.size() ? "…" : "");
  fmt::print(stderr, "{}: {}\n  {}{}\n  {:{}}^\n", tool, output::one_line(bad.what()), before, behind, "",
             text::display_width(before));
}

}  // namespace

int guard(std::string_view tool, const std::function<int()>& main) {
  std::signal(SIGPIPE, SIG_IGN);
  std::string message;
  try {
    return main();
  } catch (const po::error& error) {
    message = fmt::format("{}; see {} --help", error.what(), tool);
  } catch (const match::BadPattern& bad) {
    show(tool, bad);
    return Exit::failed;
  } catch (const std::bad_alloc&) {
    message = "out of memory";
  } catch (const std::exception& error) {
    message = error.what();
  }
  tell(fmt::format("{}: {}\n", tool, output::one_line(message)));
  return Exit::failed;
}

}  // namespace presscut::cli
