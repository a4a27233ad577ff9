// {"counts": 1, "tool": "freq", …, "slices": [["2024-03", 812, 3]], "terms": 402} and then for each term
// {"term": "letter", "counts": [[0, 12, 3]]}: number of the slice, how often, in how many documents.
#include <fmt/format.h>
#include <simdjson.h>

#include <stdexcept>

#include "corpus/corpus.h"
#include "io/io.h"
#include "json/json.h"

namespace presscut::corpus {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

constexpr std::string_view beginning = "{\"counts\": ", term_beginning = "{\"term\": ";

// All that a request says, by the names under which it is written.
template <typename AnyRequest, typename Visit>
void each_member(AnyRequest& r, Visit visit) {
  visit("tool", r.tool), visit("exact", r.exact), visit("text_only", r.text_only);
  visit("shortest", r.shortest), visit("longest", r.longest), visit("by", r.by), visit("target", r.target);
  visit("phrases", r.phrases), visit("regexps", r.regexps);
  visit("figures", r.figures), visit("dates", r.dates), visit("groups", r.groups);
  visit("left", r.left), visit("right", r.right), visit("sentence", r.sentence), visit("stop", r.stop);
  visit("min_count", r.min_count), visit("min_documents", r.min_documents), visit("top", r.top);
  visit("sort", r.sort), visit("correction", r.correction), visit("alpha", r.alpha);
}

void write_value(const std::string& value, std::string& out) { json::write_string(value, out); }
void write_value(bool value, std::string& out) { out += value ? "true" : "false"; }
void write_value(std::uint64_t value, std::string& out) { out += std::to_string(value); }
void write_value(double value, std::string& out) { out += fmt::format("{}", value); }
void write_value(const std::vector<std::string>& list, std::string& out) { json::write_strings(list, out); }

void read_value(element found, std::string& value) { value = std::string_view(found); }
void read_value(element found, bool& value) { value = found; }
void read_value(element found, std::uint64_t& value) { value = found; }
void read_value(element found, double& value) { value = found; }
void read_value(element found, std::vector<std::string>& list) {
  for (const element item : found.get_array()) list.emplace_back(std::string_view(item));
}

[[noreturn]] void refuse(std::string_view what) {
  throw io::BadRecord(fmt::format("no partial of counts of format {}: {}", format_version, what));
}

Count count_in(array numbers) { return {std::uint64_t(numbers.at(1)), std::uint64_t(numbers.at(2))}; }

}  // namespace

std::string write(const Counts& counts, const Request& request) {
  std::string out = fmt::format("{}{}", beginning, format_version);
  each_member(request, [&](std::string_view key, const auto& value) {
    out += fmt::format(", \"{}\": ", key);
    write_value(value, out);
  });
  std::string_view comma;
  out += ", \"slices\": [";
  for (const Slice& slice : counts.slices()) {
    out.append(comma).append("[");
    json::write_string(slice.name, out);
    out += fmt::format(", {}, {}]", slice.size.times, slice.size.documents);
    comma = ", ";
  }
  const std::vector<Term> terms = counts.terms();
  out += fmt::format("], \"terms\": {}}}\n", terms.size());
  for (const Term& term : terms) {
    out += term_beginning;
    json::write_string(term.name, out);
    out += ", \"counts\": [";
    comma = "";
    for (const auto& [slice, count] : term.counts) {
      out += fmt::format("{}[{}, {}, {}]", comma, slice, count.times, count.documents);
      comma = ", ";
    }
    out += "]}\n";
  }
  return out;
}

struct Parts::State {
  void begin(element object) {
    const auto version = std::uint64_t(object["counts"]);
    if (version != static_cast<std::uint64_t>(format_version))
      refuse(fmt::format("its format is {}", version));
    Request asked;
    each_member(asked, [&](std::string_view key, auto& value) { read_value(object[key], value); });
    if (request && *request != asked)
      refuse("it was counted, or is to be shown, in another way than those before");
    request = asked;
    slices.clear();
    for (const element slice : object["slices"].get_array()) {
      slices.push_back(counts.slice(std::string_view(slice.at(0))));
      counts.add_size(slices.back(), count_in(slice));
    }
    wanted += std::uint64_t(object["terms"]);
  }

  void add_term(element object) {
    if (!request) refuse("its first line is missing");
    const std::uint32_t term = counts.term(std::string_view(object["term"]));
    for (const element count : object["counts"].get_array()) {
      const auto slice = std::uint64_t(count.at(0));
      if (slice >= slices.size()) refuse("a slice that is not listed");
      counts.add(term, slices[slice], count_in(count));
    }
    ++found;
  }

  simdjson::dom::parser parser;
  std::optional<Request> request;
  Counts counts;
  std::vector<std::uint32_t> slices;    // of the part at hand
  std::uint64_t wanted = 0, found = 0;  // terms
};

Parts::Parts() : state_(new State) {}
Parts::~Parts() = default;

bool Parts::is_one(std::string_view line) {
  return line.starts_with(beginning) || line.starts_with(term_beginning);
}

void Parts::add(const std::string& line) try {
  const element object = state_->parser.parse(line.data(), line.size());
  if (line.starts_with(beginning)) state_->begin(object);
  else state_->add_term(object);
} catch (const simdjson::simdjson_error& error) {
  refuse(error.what());
}

std::optional<Request> Parts::request() const {
  if (state_->found != state_->wanted)
    throw std::runtime_error(fmt::format("a part of the counts is cut short: {} terms are announced, {} came",
                                         state_->wanted, state_->found));
  return state_->request;
}

const Counts& Parts::counts() const { return state_->counts; }

}  // namespace presscut::corpus
