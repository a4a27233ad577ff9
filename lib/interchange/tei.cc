#include <algorithm>
#include <iterator>

#include "interchange/interchange.h"
#include "interchange/regions.h"
#include "interchange/tei_values.h"
#include "output/output.h"

namespace presscut::interchange {
namespace {

// The elements and attributes that TEI has for mentions.
std::string_view tei_element(const DateMention&) { return "date"; }
std::string_view tei_element(const GroupMention&) { return "orgName"; }
std::string_view tei_element(const FigureMention&) { return "num"; }

Attributes tei_attributes(const DateMention& date) {
  const std::string earliest = day_of(date.earliest), latest = day_of(date.latest);
  if (earliest == latest) return {{"when", earliest}};
  return {{"notBefore", earliest}, {"notAfter", latest}};
}

Attributes tei_attributes(const GroupMention& group) { return {{"key", group.name}, {"type", group.kind}}; }

Attributes tei_attributes(const FigureMention& figure) {
  const std::string low = spelt(figure.low), high = spelt(figure.high);
  const bool one = low == high;
  return {{"type", "cardinal"},
          {"subtype", std::string(figure.role)},
          {"value", one ? low : ""},
          {"atLeast", one ? "" : low},
          {"atMost", one ? "" : high}};
}

// The mentions of all lists, sorted, an outer one before those inside of it, none that crosses another.
std::vector<Region> nested(const Document& document) {
  std::vector<Region> all = figure_regions(document);
  for (const auto& list : {group_regions(document), date_regions(document)})
    all.insert(all.end(), list.begin(), list.end());
  if (!std::is_sorted(all.begin(), all.end(), before)) std::stable_sort(all.begin(), all.end(), before);
  std::vector<std::size_t> ends;  // of those that are open
  std::erase_if(all, [&](const Region& region) {
    while (!ends.empty() && ends.back() <= region.span.start) ends.pop_back();
    if (!ends.empty() && ends.back() < region.span.end) return true;
    ends.push_back(region.span.end);
    return false;
  });
  return all;
}

class Tei {
 public:
  Tei(const Document& document, std::string& out)
      : document_(document), regions_(nested(document)), out_(out) {}

  void write() {
    out_ += start_tag("TEI", {{"xmlns", "http://www.tei-c.org/ns/1.0"}}) + '\n';
    write_header();
    out_ += "<text>\n<body>\n<div>\n";
    for (const Block& block : blocks_of(document_)) write(block);
    end_list();
    if (!has_content_) out_ += "<p/>\n";
    out_ += "</div>\n</body>\n</text>\n</TEI>\n";
  }

 private:
  void element(std::string_view name, std::string_view text, const Attributes& attributes = {}) {
    if (!text.empty())
      out_ += start_tag(name, attributes) + output::xml(text) + "</" + std::string(name) + ">\n";
  }

  void write_header() {
    const Document& d = document_;
    out_ += "<teiHeader>\n<fileDesc>\n<titleStmt>\n";
    element("title", d.title.empty() ? d.id : d.title), element("author", d.author);
    out_ += "</titleStmt>\n<publicationStmt>\n";
    element("publisher", !d.sitename.empty() ? d.sitename : !d.hostname.empty() ? d.hostname : "unknown");
    element("date", d.date, {{"when", day_of(d.date)}});
    element("idno", d.id, {{"type", "id"}}), element("idno", d.url, {{"type", "URL"}});
    out_ +=
        "</publicationStmt>\n<sourceDesc>\n<p>Cleaned by presscut from a page of the "
        "web.</p>\n</sourceDesc>\n"
        "</fileDesc>\n";
    if (!d.language.empty()) {
      out_ += "<profileDesc>\n<langUsage>\n";
      element("language", d.language, {{"ident", language_tag_of(d.language)}});
      out_ += "</langUsage>\n</profileDesc>\n";
    }
    out_ += "</teiHeader>\n";
  }

  void write(const Block& block) {
    if (block.kind != Kind::list_item) end_list();
    if (block.kind == Kind::heading && has_content_) out_ += "</div>\n<div>\n";
    if (block.kind == Kind::list_item && !is_in_list_) out_ += "<list>\n", is_in_list_ = true;
    const std::string name = element_of(block.kind);
    const bool plain = name != "p" || block.kind == Kind::paragraph;
    out_ += start_tag(name, {{"rend", plain ? "" : std::string(presscut::name(block.kind))}});
    write(block.span);
    out_ += "</" + name + ">\n";
    has_content_ = true;
  }

  static std::string element_of(Kind kind) {
    switch (kind) {
      case Kind::heading: return "head";
      case Kind::list_item: return "item";
      case Kind::quote: return "quote";
      default: return "p";
    }
  }

  void end_list() {
    if (is_in_list_) out_ += "</list>\n";
    is_in_list_ = false;
  }

  // What stands at `part`, with the mentions that lie in it whole.
  void write(Span part) {
    std::size_t at = part.start;
    while (next_ < regions_.size() && regions_[next_].span.start < part.end) {
      const Region& region = regions_[next_++];
      if (region.span.start < at || region.span.end > part.end) continue;
      out_ += output::xml(slice(document_.text, {at, region.span.start}));
      std::visit([&](const auto* mention) { write(*mention); }, region.mention);
      at = region.span.end;
    }
    out_ += output::xml(slice(document_.text, {at, part.end}));
  }

  template <typename Mention>
  void write(const Mention& mention) {
    const std::string_view name = tei_element(mention);
    out_ += start_tag(name, tei_attributes(mention));
    write(mention.span);
    out_ += "</" + std::string(name) + '>';
  }

  const Document& document_;
  std::vector<Region> regions_;
  std::size_t next_ = 0;
  std::string& out_;
  bool is_in_list_ = false, has_content_ = false;
};

}  // namespace

void write_tei(const Document& document, std::string& out) { Tei(document, out).write(); }

std::string_view tei_declaration() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

std::string_view tei_corpus_begin() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
         "<teiHeader>\n<fileDesc>\n<titleStmt>\n<title>Pages cleaned by presscut</title>\n</titleStmt>\n"
         "<publicationStmt>\n<p>Not published.</p>\n</publicationStmt>\n<sourceDesc>\n<p>Pages of the "
         "web.</p>\n"
         "</sourceDesc>\n</fileDesc>\n</teiHeader>\n";
}

std::string_view tei_corpus_end() { return "</teiCorpus>\n"; }

}  // namespace presscut::interchange
