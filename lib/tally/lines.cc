// Evidence a line for each figure. A line is a key, the number of the figure and JSON, with tabs between
// them: the key is the id as a JSON string, so that lines of a document follow each other where all are
// sorted, and documents do as their evidence in one line would. Line 0 is the document, with how many figures
// it has.
#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <utility>

#include "json/json.h"
#include "tally/partial.h"
#include "tally/tally.h"

namespace presscut::tally {
namespace {

constexpr std::size_t much = 64 * 1024;          // bytes that are printed at once
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
  std::vector<Source> sources;
};

Reader::Reader() : state_(new State) {}
Reader::~Reader() = default;

void Reader::add(const std::string& line) {
  auto& sources = state_->sources;
  if (!is_one_of_many(line)) return sources.push_back(read(line));
  const Line parts = parts_of(line);
  if (parts.number > 0) return sources.back().figures.push_back(read_figure(std::string(parts.json)));
  sources.push_back(read(std::string(parts.json)));
  sources.back().figures.reserve(parts.count);
}

std::vector<Source> Reader::take() { return std::move(state_->sources); }

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
