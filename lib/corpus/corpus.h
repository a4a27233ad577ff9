// Words of many documents counted, and what the counts say: frequency, collocation, keyness, dispersion.
//
// A counter looks at one document after the other and keeps sums alone. Counters of threads, and counts of
// shards written as partials, add up in any order; what is printed of the sum follows from the request and
// the counts. Title and text of a document are passages: nothing goes across from one to the other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concordance/concordance.h"
#include "corpus/counts.h"
#include "document/document.h"
#include "output/output.h"

namespace presscut::corpus {

/// What is to be counted and what to be shown of it. A partial carries it, so that parts know what whole they
/// belong to.
struct Request {
  std::string tool;  // "freq", "collocates", "keyness" or "dispersion"

  bool exact = false;                       // words are not folded
  bool text_only = false;                   // titles are not read
  std::uint64_t shortest = 1, longest = 1;  // words in a term: n-grams
  std::string by;      // slices of freq, parts of dispersion: a key of metadata (see `metadata`)
  std::string target;  // keyness: "KEY=VALUE" of the documents that are compared with all others

  std::vector<std::string> phrases, regexps;  // the node of collocates, what dispersion asks for
  bool figures = false, dates = false, groups = false;
  std::uint64_t left = 5, right = 5;  // words on either side of a node
  bool sentence = false;              // its sentence instead

  std::vector<std::string> stop;  // words that are not shown, nor what begins or ends with one
  std::uint64_t min_count = 1, min_documents = 1;
  std::uint64_t top = 0;  // so many rows of each slice; 0: all
  std::string sort;       // a column; empty: the tool's own order
  std::string correction = "bh";
  double alpha = 0.05;

  bool operator==(const Request&) const = default;
};

/// The node that a request asks for.
concordance::Node node_of(const Request& request);

/// What a document says under `key`: "month", "year" and "day" of its date, "host", any of its fields
/// ("language", "id"), or a key that it brought along. Empty where it says nothing.
std::string metadata(const Document& document, std::string_view key);

class Counter {
 public:
  explicit Counter(const Request& request);
  ~Counter();

  /// Counts a document, of keyness the one that is not `in_reference`. Its mentions must have been found
  /// where the node asks for them. Throws work::TooMuch where a pattern takes too much work; nothing of the
  /// document is counted then. Linear in its text.
  void add(const Document& document, bool in_reference = false);

  const Counts& counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Throws std::runtime_error where the request makes no sense: an order that is no column, a node without
/// words.
void check(const Request& request);

/// What the counts say, as rows; how many there are is added to `rows`. The same for the same counts,
/// whichever way they were added up.
std::string print(const Counts& counts, const Request& request, const output::TableOptions& options,
                  std::size_t& rows);

/// A partial: a line that says what was asked for and how many terms follow, then a line for each, by name.
std::string write(const Counts& counts, const Request& request);

/// Partials put together, line by line.
class Parts {
 public:
  Parts();
  ~Parts();

  /// Whether `line` belongs to a partial of counts.
  static bool is_one(std::string_view line);

  /// The next line. Throws io::BadRecord where it is none, or belongs to another request or format.
  void add(const std::string& line);

  /// The request of all parts, once there was one. Throws std::runtime_error where a part has been cut short.
  std::optional<Request> request() const;
  const Counts& counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace presscut::corpus
