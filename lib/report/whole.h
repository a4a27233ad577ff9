// All that is on the page, and what each part of it is called: names count, they hold nothing of a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/html.h"
#include "report/report.h"

namespace presscut::report {

/// Which figure of which document.
struct Place {
  std::size_t document = 0, figure = 0;
};

class Whole {
 public:
  Whole(std::vector<Document> documents, const Options& options);

  int threads() const { return threads_; }  // that may work on it
  const std::vector<Document>& documents() const { return documents_; }
  const std::vector<tally::Source>& sources() const { return sources_; }
  const std::vector<tally::Event>& events() const { return events_; }

  Place place_of(const tally::Origin& origin) const;

  /// The number of the event in whose rows a figure stands.
  std::optional<std::size_t> event_of(Place place) const { return event_of_[place.document][place.figure]; }

  /// Whether the text of a document is on the page: there is a figure in it of an event that is shown.
  bool has_text(std::size_t document) const { return has_text_[document]; }

 private:
  int threads_;
  std::vector<Document> documents_;
  std::vector<tally::Source> sources_;
  std::vector<tally::Event> events_;
  std::vector<std::vector<std::optional<std::size_t>>> event_of_;
  std::vector<bool> has_text_;
};

std::string name_of_event(std::size_t number);
std::string name_of_document(std::size_t number);
std::string name_of(Place place);
std::string link_to(const std::string& name);  // "#e1"

/// The id of a document without the folders of whoever made the page, who sends it to others.
std::string_view shown_id(const Document& document);

/// What a source is called: its outlet, else its id.
const std::string& outlet_of(const tally::Source& source);

/// The outlets of an event in the order of its rows, each once: they share colours and marks from chart to
/// table.
std::vector<std::string> outlets_of(const tally::Event& event);

/// "64 to 70" for people: dashes instead of hyphens between numbers.
std::string spelt(const tally::Interval& interval);

/// The parts of the page, in their order.
void write_overview(const Whole& whole, const Options& options, Writer& out);
void write_events(const Whole& whole, Writer& out);
void write_over_time(const Whole& whole, Writer& out);
void write_names(const Whole& whole, Writer& out);
void write_documents(const Whole& whole, Writer& out);
void write_making(const Whole& whole, const Making& making, Writer& out);

}  // namespace presscut::report
