#include "report/whole.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "parallel/parallel.h"

namespace presscut::report {

Whole::Whole(std::vector<Document> documents, const Options& options)
    : threads_(options.threads), documents_(std::move(documents)) {
  std::sort(documents_.begin(), documents_.end(), [](const Document& a, const Document& b) {
    return std::tie(a.id, a.date) < std::tie(b.id, b.date);
  });
  sources_.resize(documents_.size()), event_of_.resize(documents_.size());
  parallel::each(documents_.size(), threads_, [&](std::size_t n) {
    sources_[n] = tally::evidence(documents_[n]);
    if (sources_[n].outlet.empty()) sources_[n].outlet = shown_id(documents_[n]);
    event_of_[n].resize(sources_[n].figures.size());
  });
  events_ = tally::shown(tally::reconcile(sources_, options.choices, threads_), options.view);
  has_text_.resize(documents_.size());
  for (std::size_t n = 0; n < events_.size(); ++n)
    for (const tally::Row& row : events_[n].rows)
      for (const tally::Origin& origin : row.from) {
        const Place place = place_of(origin);
        auto& event = event_of_[place.document][place.figure];
        if (!event) event = n;
        has_text_[place.document] = true;
      }
}

Place Whole::place_of(const tally::Origin& origin) const {
  return {static_cast<std::size_t>(origin.source - sources_.data()),
          static_cast<std::size_t>(origin.figure - origin.source->figures.data())};
}

std::string_view shown_id(const Document& document) {
  const std::string_view id = document.id;
  const std::size_t slash = id.find("://") == id.npos ? id.find_last_of('/') : id.npos;
  return slash == id.npos || slash + 1 == id.size() ? id : id.substr(slash + 1);
}

std::string name_of_event(std::size_t number) { return fmt::format("e{}", number + 1); }

std::string name_of_document(std::size_t number) { return fmt::format("d{}", number + 1); }

std::string name_of(Place place) { return fmt::format("d{}f{}", place.document + 1, place.figure + 1); }

std::string link_to(const std::string& name) { return '#' + name; }

const std::string& outlet_of(const tally::Source& source) { return source.outlet; }

std::vector<std::string> outlets_of(const tally::Event& event) {
  std::vector<std::string> outlets;
  std::set<std::string> seen;
  for (const tally::Row& row : event.rows)
    for (const tally::Origin& origin : row.from)
      if (seen.insert(outlet_of(*origin.source)).second) outlets.push_back(outlet_of(*origin.source));
  return outlets;
}

std::string spelt(const tally::Interval& interval) {
  std::string spelt = tally::spell(interval);
  if (const std::size_t hyphen = spelt.find('-'); hyphen != 0 && hyphen != spelt.npos)
    spelt.replace(hyphen, 1, "–");
  return spelt;
}

}  // namespace presscut::report
