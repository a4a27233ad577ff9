#include "corpus/rows.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "corpus/neighbours.h"
#include "statistics/statistics.h"

namespace presscut::corpus {
namespace {

double number(std::uint64_t count) { return static_cast<double>(count); }

double per_million(std::uint64_t times, std::uint64_t words) { return 1e6 * number(times) / number(words); }

// What a term has in the slice of this place.
Count in_slice(const Term& term, std::size_t slice) {
  for (const auto& [place, count] : term.counts)
    if (place == slice) return count;
  return {};
}

// The place of a slice by its name, beyond the end where there is none.
std::size_t place_of(const std::vector<Slice>& slices, std::string_view name) {
  const auto at =
      std::find_if(slices.begin(), slices.end(), [&](const Slice& slice) { return slice.name == name; });
  return static_cast<std::size_t>(at - slices.begin());
}

Count size_of(const std::vector<Slice>& slices, std::size_t place) {
  return place < slices.size() ? slices[place].size : Count{};
}

// Rows that are no more than the terms.
Rows made(std::vector<Cells> cells) {
  Rows rows;
  rows.slices.resize(cells.size());
  rows.cell = [made = std::make_shared<const std::vector<Cells>>(std::move(cells))](
                  std::size_t row, std::size_t column) { return (*made)[row][column]; };
  return rows;
}

}  // namespace

Shown::Shown(const Request& request) : request_(request) {
  const auto form = request.exact ? words::Form::exact : words::Form::folded;
  for (const std::string& word : request.stop) stop_.insert(words::normal(word, form));
}

bool Shown::is_stopped(std::string_view word) const { return stop_.count(std::string(word)) > 0; }

bool Shown::has(std::string_view term, Count count) const {
  if (count.times < request_.min_count || count.documents < request_.min_documents) return false;
  if (stop_.empty()) return true;
  const std::size_t first = term.find(' '), last = term.rfind(' ');
  return !is_stopped(term.substr(0, first)) && (last == term.npos || !is_stopped(term.substr(last + 1)));
}

Rows frequency_rows(const Counts& counts, const Request& request) {
  struct Entry {
    std::size_t term = 0, slice = 0;
    std::uint64_t range = 0;
    Count count;
  };
  struct Table {
    std::vector<Slice> slices;
    std::vector<Term> terms;
    std::vector<Entry> entries;
  };
  const Shown shown(request);
  const auto table = std::make_shared<Table>(Table{counts.slices(), counts.terms(), {}});
  Rows rows;
  for (std::size_t i = 0; i < table->terms.size(); ++i) {
    Term& term = table->terms[i];
    for (const auto& [slice, count] : term.counts) {
      if (!shown.has(term.name, count)) continue;
      const std::uint64_t range = request.by.empty() ? count.documents : term.counts.size();
      table->entries.push_back({i, slice, range, count});
      rows.slices.push_back(slice);
    }
    term.counts = {};
  }
  const std::size_t skipped = request.by.empty() ? 1 : 0;  // the column that names the slice
  rows.cell = [table, skipped](std::size_t row, std::size_t column) -> output::Cell {
    const Entry& entry = table->entries[row];
    const Slice& slice = table->slices[entry.slice];
    switch (column + skipped) {
      case 0: return slice.name;
      case 1: return std::string(table->terms[entry.term].name);
      case 2: return entry.count.times;
      case 3: return per_million(entry.count.times, slice.size.times);
      case 4: return entry.count.documents;
      default: return entry.range;
    }
  };
  return rows;
}

namespace {

// A word of two corpora, compared.
struct Compared {
  std::string_view name;
  Count target, reference;
  statistics::Comparison rates;
  double g2 = 0;
};

std::vector<double> corrected(const std::vector<double>& p, const std::string& correction) {
  if (correction == "bonferroni") return statistics::bonferroni(p);
  return correction == "bh" ? statistics::benjamini_hochberg(p) : p;
}

}  // namespace

Rows keyness_rows(const Counts& counts, const Request& request) {
  const Shown shown(request);
  const std::vector<Slice> slices = counts.slices();
  const std::size_t target = place_of(slices, "target"), reference = place_of(slices, "reference");
  const std::uint64_t words = size_of(slices, target).times, others = size_of(slices, reference).times;
  std::vector<Compared> compared;
  std::vector<double> p;
  for (const Term& term : counts.terms()) {
    if (!shown.has(term.name, term.sum())) continue;
    const Count here = in_slice(term, target), there = in_slice(term, reference);
    const statistics::Comparison rates{number(here.times), number(words), number(there.times),
                                       number(others)};
    compared.push_back({term.name, here, there, rates, statistics::keyness(rates)});
    p.push_back(statistics::p_value(compared.back().g2));
  }
  p = corrected(p, request.correction);
  std::vector<Cells> rows;
  for (std::size_t i = 0; i < compared.size(); ++i) {
    if (!(p[i] < request.alpha) && request.alpha < 1) continue;
    const auto& [name, here, there, rates, g2] = compared[i];
    rows.push_back({std::string(name), statistics::log_ratio(rates), statistics::percent_difference(rates),
                    g2, p[i], here.times, there.times, per_million(here.times, words),
                    per_million(there.times, others), here.documents, there.documents});
  }
  return made(std::move(rows));
}

Rows collocation_rows(const Counts& counts, const Request& request) {
  const Shown shown(request);
  const std::vector<Slice> slices = counts.slices();
  const std::size_t near = place_of(slices, near_slice), far = place_of(slices, far_slice);
  const double around = number(size_of(slices, near).times), n = around + number(size_of(slices, far).times);
  const double nodes =
      request.sentence ? around : number(size_of(slices, place_of(slices, node_slice)).times);
  std::vector<Cells> rows;
  for (const Term& term : counts.terms()) {
    const Count together = in_slice(term, near);
    if (together.times == 0 || !shown.has(term.name, together)) continue;
    const std::uint64_t all = together.times + in_slice(term, far).times;
    const statistics::Contingency table{number(together.times), around, number(all), n};
    rows.push_back({std::string(term.name), statistics::log_dice(table.o11, nodes, table.c1),
                    statistics::dice(table.o11, nodes, table.c1), statistics::mutual_information(table),
                    statistics::t_score(table), statistics::log_likelihood(table), together.times, all,
                    table.expected(), together.documents});
  }
  return made(std::move(rows));
}

Rows dispersion_rows(const Counts& counts, const Request& request) {
  const Shown shown(request);
  const std::vector<Slice> slices = counts.slices();
  std::vector<double> part_sizes;
  for (const Slice& slice : slices) part_sizes.push_back(number(slice.size.times));
  const statistics::Sizes sizes(part_sizes);
  std::vector<Cells> rows;
  for (const Term& term : counts.terms()) {
    if (!shown.has(term.name, term.sum())) continue;
    std::vector<statistics::Part> parts;
    for (const auto& [slice, count] : term.counts) parts.push_back({part_sizes[slice], number(count.times)});
    const statistics::Dispersion spread = statistics::dispersion(parts, sizes);
    const std::uint64_t times = term.sum().times;
    rows.push_back({std::string(term.name), times, 1e6 * number(times) / sizes.words,
                    std::uint64_t{spread.range}, std::uint64_t{sizes.parts}, spread.dp, spread.dp_norm,
                    spread.juilland_d});
  }
  return made(std::move(rows));
}

}  // namespace presscut::corpus
