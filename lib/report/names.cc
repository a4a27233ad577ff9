#include <algorithm>

#include "groups/groups.h"
#include "report/whole.h"

namespace presscut::report {
namespace {

constexpr std::size_t most_names = 200, most_aliases = 12;

void write_aliases(const std::vector<std::string>& aliases, Writer& out) {
  out.open("td");
  for (std::size_t i = 0; i < std::min(aliases.size(), most_aliases); ++i)
    out.text(i ? " · " : "").element("bdi", aliases[i]);
  if (aliases.size() > most_aliases) out.text(" …");
  out.close();
}

}  // namespace

void write_names(const Whole& whole, Writer& out) {
  groups::Corpus corpus;
  for (const Document& document : whole.documents()) corpus.add(document);
  corpus.link();
  const auto rows = corpus.rows();
  if (rows.empty()) return;
  out.open("section", {{"id", "names"}}).element("h2", "Names").open("table").open("thead").open("tr");
  for (const std::string_view head : {"Name", "Kind", "Pages", "Mentions", "Also written"})
    out.element("th", {{"scope", "col"}}, head);
  out.close().close().open("tbody");
  for (std::size_t i = 0; i < std::min(rows.size(), most_names); ++i) {
    out.open("tr").open("th", {{"scope", "row"}}).element("bdi", rows[i].name).close();
    out.element("td", rows[i].kind);
    out.element("td", {{"class", "amount"}}, std::to_string(rows[i].documents));
    out.element("td", {{"class", "amount"}}, std::to_string(rows[i].mentions));
    write_aliases(rows[i].aliases, out);
    out.close();
  }
  out.close().close();
  if (rows.size() > most_names)
    out.element("p", {{"class", "aside"}}, counted(rows.size() - most_names, "more name", "more names"));
  out.close();
}

}  // namespace presscut::report
