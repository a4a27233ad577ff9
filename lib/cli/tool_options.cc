#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <chrono>
#include <sstream>

#include "cli/tool_state.h"
#include "cli/version.h"

namespace presscut::cli {

namespace po = boost::program_options;

namespace {

io::Form form_called(const std::string& name) {
  if (const auto form = io::form_of(name)) return *form;
  throw std::runtime_error(fmt::format("--from {}: the forms are html, text, ndjson and warc", name));
}

constexpr int most_jobs = 1024;

// What an option says, for others than who gave it: of a file its name, not in which folders it lies.
std::string_view shown(const std::string& option, std::string_view value) {
  const bool names_file = option == "event-rules" || option == "decisions" || option == "files-from";
  return names_file ? value.substr(value.find_last_of('/') + 1) : value;
}

// YYYY-MM-DD, alone or followed by Thh:mm, of the calendar and the clock.
bool is_date(std::string_view date) {
  using namespace std::chrono;
  if (date.size() != 10 && date.size() != 16) return false;
  if (date[4] != '-' || date[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t digits) {
    return batch::number_in(date.substr(at, digits));
  };
  const auto y = number(0, 4), m = number(5, 2), d = number(8, 2);
  if (!y || !m || !d) return false;
  const year_month_day the_day{year(static_cast<int>(*y)), month(static_cast<unsigned>(*m)),
                               day(static_cast<unsigned>(*d))};
  if (!the_day.ok()) return false;
  if (date.size() == 10) return true;
  const auto hour = number(11, 2), minute = number(14, 2);
  return date[10] == 'T' && date[13] == ':' && hour && *hour < 24 && minute && *minute < 60;
}

}  // namespace

std::function<void(const std::vector<std::string>&)> split_into(std::vector<std::string>* target) {
  return [target](const std::vector<std::string>& given) {
    for (const std::string& items : given) {
      std::istringstream stream(items);
      for (std::string item; std::getline(stream, item, ',');) target->push_back(item);
    }
  };
}

void Tool::State::add_table_options(po::options_description& group, output::TableOptions& options) {
  const auto set_header = [&options](bool is_without) { options.header = !is_without; };
  auto add = group.add_options();
  add("csv", po::bool_switch(&options.csv), "as CSV for spreadsheets");
  add("bom", po::bool_switch(&options.bom),
      "with --csv: begin with a byte order mark, as spreadsheets want it");
  add("no-header", po::bool_switch()->notifier(set_header), "without the line that names the columns");
  checks.push_back([&options] {
    if (options.bom && !options.csv) throw std::runtime_error("--bom: goes with --csv");
  });
}

Tool& Tool::table_options(output::TableOptions* target) {
  state_->add_table_options(state_->own, *target);
  return *this;
}

void Tool::State::add_rows(const std::string& columns_help) {
  add_table_options(rows, table);
  auto add = rows.add_options();
  add("columns",
      po::value<std::vector<std::string>>()
          ->composing()
          ->notifier(split_into(&table.columns))
          ->value_name("NAME,..."),
      columns_help.empty()
          ? "these columns in this order: the tool's own, id, start, end, quote, field (title or text), "
            "title, url, date, hostname, sentence"
          : columns_help.c_str());
}

void Tool::State::add_shared() {
  auto add = shared.add_options();
  add("json,J", po::bool_switch(&common.json),
      proves   ? "print violations as NDJSON"
      : counts ? "print each row as NDJSON"
               : "print documents as NDJSON with all that is known (docs/format.md)");
  add("from", po::value(&common.from)->value_name("html|text|ndjson|warc"),
      "read the inputs as html, text, ndjson or warc instead of looking at their bytes");
  add("keyed", po::bool_switch(&common.keyed),
      "read lines of KEY, tab, JSON, and with --json print them so, each key as it came (docs/scale.md)");
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
  all.add(own).add(rows).add(shared).add(long_runs).add_options()("input", po::value(&common.paths))(
      "help-as", po::value(&common.help_as));
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
    shown_settings += fmt::format(" --{}", option.string_key);
    for (const std::string& value : option.value) {
      settings += ' ' + value;
      shown_settings += fmt::format(" {}", shown(option.string_key, value));
    }
  }
}

io::Inputs Tool::State::inputs() const {
  io::Inputs inputs;
  inputs.paths = common.paths;
  inputs.most_bytes = batch.most_record_bytes();
  if (!common.from.empty()) inputs.from = form_called(common.from);
  inputs.keyed = common.keyed;
  if (common.keyed) inputs.from = io::Form::ndjson;
  if (common.files_from.empty()) return inputs;
  for (std::string& path : io::split_paths(io::read_all(common.files_from), common.null))
    inputs.paths.push_back(std::move(path));
  if (inputs.paths.empty())
    throw std::runtime_error(fmt::format("--files-from {}: names no file", common.files_from));
  return inputs;
}

// Parses the options, answers --help and --version, and runs `main`.
int Tool::State::guarded(const Tool& tool, int argc, char** argv, const std::function<int()>& main) {
  return guard(full_name(), [&] {
    if (has_rows) add_rows(tool.columns_help);
    add_shared();
    batch.add_to(long_runs, abilities);
    parse(argc, argv);
    if (common.help) return print_help(), static_cast<int>(Exit::done);
    if (!common.help_as.empty()) return print_help_as(common.help_as), static_cast<int>(Exit::done);
    if (common.version)
      return print(fmt::format("{} {}\n", full_name(), version)), static_cast<int>(Exit::done);
    if (common.jobs < 1 || common.jobs > most_jobs)
      throw std::runtime_error(fmt::format("--jobs {}: want 1 to {}", common.jobs, most_jobs));
    if (common.keyed && !common.from.empty() && common.from != "ndjson")
      throw std::runtime_error("--keyed: is for NDJSON");
    if (common.keyed && abilities.prints_documents && (!common.json || batch.has_folder()))
      throw std::runtime_error("--keyed: goes with --json, and not with --output-dir");
    if (common.null && common.files_from.empty()) throw std::runtime_error("--null: goes with --files-from");
    if (!common.date.empty() && !is_date(common.date))
      throw std::runtime_error(
          fmt::format("--date {}: want a day such as 2024-10-25, or 2024-10-25T19:46", common.date));
    batch.check();
    for (const auto& validate : checks) validate();
    return main();
  });
}

}  // namespace presscut::cli
