// Evidence a line for each figure. A line is a key, the number of the figure and JSON, with tabs between
// them: the key is the id as a JSON string, so that lines of a document follow each other where all are
// sorted, and documents do as their evidence in one line would. Line 0 is the document, with how many figures
// it has.
#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <optional>
#include <utility>

#include "json/json.h"
#include "parallel/parallel.h"
#include "tally/partial.h"
#include "tally/tally.h"

namespace presscut::tally {
namespace {

constexpr std::size_t much = 64 * 1024;  // bytes that are printed at once
constexpr std::size_t read_at_once = 2 << 20;
constexpr std::string_view no_figures = "]}\n";  // how evidence without figures ends

struct Line {
  std::string_view key;
  std::size_t number = 0, count = 0;
  std::string_view json;
};

bool is_one_of_many(std::string_view line) { return line.starts_with('"'); }

std::size_t index_in(std::string_view digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

Line parts_of(std::string_view line) {
  const std::size_t first = line.find('\t'), second = line.find('\t', first + 1),
                    third = line.find('\t', second + 1);
  assert(third != std::string_view::npos);
  return {line.substr(0, first), index_in(line.substr(first + 1, second - first - 1)),
          index_in(line.substr(second + 1, third - second - 1)), line.substr(third + 1)};
}

// What a line says: of a document, or of one figure of the document before.
struct Reading {
  Source source;
  std::optional<Figure> figure;
};

Reading reading_of(const std::string& line) {
  if (!is_one_of_many(line)) return {read(line), {}};
  const Line parts = parts_of(line);
  if (parts.number > 0) return {{}, read_figure(std::string(parts.json))};
  Reading reading{read(std::string(parts.json)), {}};
  reading.source.figures.reserve(parts.count);
  return reading;
}

}  // namespace

void write_lines(const Document& document, const std::function<void(std::string_view line)>& add) {
  if (!document.figures || document.figures->empty()) return;
  std::string key, line;
  json::write_string(document.id, key);
  std::size_t number = 0;
  const Source source = evidence(document, [&](const Figure& figure) {
    line = fmt::format("{}\t{:09}\t\t", key, ++number);
    write_figure(figure, line);
    add(line += '\n');
  });
  add(fmt::format("{}\t{:09}\t{}\t{}", key, 0, number, write(source)));
}

struct Reader::State {
  // Lines that are read while the next ones come.
  struct Batch {
    explicit Batch(std::vector<std::string> all, int threads)
        : lines(std::move(all)),
          readings(lines.size()),
          turns(lines.size(), threads, [this](std::size_t n) { readings[n] = reading_of(lines[n]); }) {}

    std::vector<std::string> lines;
    std::vector<Reading> readings;
    parallel::Turns turns;
  };

  int threads;
  std::vector<Source> sources;
  std::vector<std::string> lines;  // that wait
  std::size_t bytes = 0;
  std::unique_ptr<Batch> batch;

  void begin() {
    finish();
    batch.reset(new Batch(std::exchange(lines, {}), threads));
    bytes = 0;
  }

  void finish() {
    if (!batch) return;
    batch->turns.finish();
    for (Reading& reading : batch->readings)
      if (reading.figure) sources.back().figures.push_back(std::move(*reading.figure));
      else sources.push_back(std::move(reading.source));
    batch.reset();
  }
};

Reader::Reader(int threads) : state_(new State{threads, {}, {}, 0, {}}) {}
Reader::~Reader() = default;

void Reader::add(const std::string& line) {
  state_->lines.push_back(line);
  state_->bytes += line.size();
  if (state_->bytes > read_at_once) state_->begin();
}

std::vector<Source> Reader::take() {
  state_->begin();
  state_->finish();
  return std::move(state_->sources);
}

bool Joiner::add(const std::string& line) {
  if (!is_one_of_many(line)) {
    close();
    piece_ += line;
    return print(much);
  }
  const Line parts = parts_of(line);
  if (parts.number == 0) {
    close();
    piece_ += parts.json.substr(0, parts.json.size() - no_figures.size());
    is_open_ = true, has_figure_ = false;
  } else {
    if (std::exchange(has_figure_, true)) piece_ += ", ";
    piece_ += parts.json.substr(0, parts.json.size() - 1);
  }
  return print(much);
}

void Joiner::close() {
  if (std::exchange(is_open_, false)) piece_ += no_figures;
}

bool Joiner::print(std::size_t beyond) {
  if (piece_.size() <= beyond) return true;
  const bool goes_on = print_(piece_);
  piece_.clear();
  return goes_on;
}

bool Joiner::end() {
  close();
  return print(0);
}

}  // namespace presscut::tally
