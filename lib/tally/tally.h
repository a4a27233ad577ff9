// Figures of many documents reconciled: for each letter, petition, strike or march how many, since when, by
// whose account, and who contradicts whom.
//
// What a document says of figures is its evidence, one line of NDJSON. Evidence is a set: parts that were
// gathered anywhere are put together in any order, and only then linked into events and reconciled. The rules
// stand in docs/conventions.md. Knows nothing of where figures come from, and does not read text again.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/brief.h"

namespace presscut::tally {

/// How many people, both ends included; no value: open.
struct Interval {
  std::optional<double> low, high;

  bool operator==(const Interval&) const = default;
};

/// A sketch of at most sixteen hashes.
struct PassageSketch {
  static constexpr std::size_t most = 16;

  std::array<std::uint16_t, most> hashes{};
  std::uint8_t size = 0;

  operator std::span<const std::uint16_t>() const { return {hashes.data(), size}; }
};

/// One figure of a document, with what it takes to show it and to link it. A tally holds all figures of all
/// documents: each byte counts.
struct Figure {
  text::Brief id;                    // eight digits that stay the same as long as the document says the same
  std::uint32_t start = 0, end = 0;  // code points of the text, or of the title
  std::optional<std::uint32_t> of;
  bool in_title = false;
  PassageSketch sketch;  // of its sentence and those around it
  text::Brief quote, sentence;
  Interval interval;
  text::Brief qualifier, who, role, relation, event, attributed_to, as_of;
  text::Brief words;  // what its sentence and the one before speak of, a line each; names as they are written
  text::Brief named;  // the event that a choice puts it to
};

/// All that tally keeps of a document.
struct Source {
  std::string id, url, outlet, date, title;
  text::Brief words;  // what title and opening speak of, a line each
  std::vector<Figure> figures;
};

/// The evidence of a document whose figures have been found. Linear in its text.
Source evidence(const Document& document);

/// The same a figure at a time, for whoever does not keep all of them; without `source.figures`.
Source evidence(const Document& document, const std::function<void(Figure)>& visit);

/// A line of a partial tally, with its line end, and the way back. `read` throws io::BadRecord where the line
/// is none, or is one of another format.
std::string write(const Source& source);
void write(const Source& source, std::string& out);
Source read(const std::string& line);

/// The same in many lines, one of the document and one of each of its figures, for runs in which a document
/// has hundreds of thousands of them; none where it has no figure. Sorted they stand as they follow each
/// other.
void write_lines(const Document& document, const std::function<void(std::string_view line)>& add);

/// Reads sorted lines: those of `write_lines`, and such as `write` makes. A line may be kept until others
/// have come, to be read beside them on several threads.
class Reader {
 public:
  explicit Reader(int threads = 1);
  ~Reader();

  /// Both throw as `read` does.
  void add(const std::string& line);
  std::vector<Source> take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Gives `print` what `write` makes, a piece at a time, of sorted lines of `write_lines`; other lines as they
/// are.
class Joiner {
 public:
  using Print = std::function<bool(const std::string& piece)>;
  explicit Joiner(Print print) : print_(std::move(print)) {}

  /// False where nobody reads on.
  bool add(const std::string& line);
  bool end();  // to be called behind the last line

 private:
  void close();
  bool print(std::size_t beyond);

  Print print_;
  std::string piece_;
  bool is_open_ = false, has_figure_ = false;
};

/// Names that a researcher gives to events, and what was decided about single figures.
struct Choices {
  /// "NAME<tab>PATTERN": a figure whose sentence or title matches belongs to the event NAME.
  std::string event_rules;
  std::string event_rules_name;  // for messages
  /// "FIGURE<tab>DECISION": "reject", "event NAME", "value LOW..HIGH", "role ROLE" or "relation RELATION".
  std::string decisions;
  std::string decisions_name;
};

/// Where a row comes from.
struct Origin {
  const Source* source = nullptr;
  const Figure* figure = nullptr;
};

struct Row {
  std::string date;  // at the precision known; empty: not known
  Interval interval;
  std::string basis;         // "stated", "claimed:police", "computed"
  std::vector<Origin> from;  // in the order of dates and documents
  std::size_t stories = 0;   // how many texts of their own carry it; a wire story on ten sites is one
  std::string why;           // of a conflict
};

/// One letter, petition, strike or march.
struct Event {
  std::string name, role;
  std::vector<std::string> words;  // what its documents speak of, the most telling first
  std::vector<Row> rows;           // by date
  std::optional<Interval> final;
  std::string why_final;
  std::vector<Row> conflicts;
};

/// The events of a set of documents, the same in any order of `sources`. Throws std::runtime_error where a
/// choice cannot be read. About linear in the number of figures; words that half of all documents share link
/// nothing.
std::vector<Event> reconcile(std::vector<Source>& sources, const Choices& choices = {}, int threads = 1);

/// Which events and rows are shown.
struct View {
  enum class Form : std::uint8_t { table, tsv, csv, ndjson } form = Form::table;
  bool header = true;
  bool by_source = false;          // rows by outlet, then date
  std::vector<std::string> roles;  // only these, where there are any
  std::string event;               // only events with this in their name or their words
  std::string since;               // only rows of this day or later
};

/// The events and rows that `view` shows, in its order.
std::vector<Event> shown(std::vector<Event> events, const View& view);

/// Events in the form that `view` asks for; those to be shown are given.
std::string print(const std::vector<Event>& events, const View& view, int threads = 1);

/// "153", "117-143", "600 or more", "up to 40".
std::string spell(const Interval& interval);

}  // namespace presscut::tally
