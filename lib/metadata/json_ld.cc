#include "metadata/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <vector>

#include "text/text.h"

namespace presscut::metadata {
namespace {

using simdjson::dom::element;

constexpr int deepest = 12;

std::string_view view_at(const element& object, std::string_view key) {
  std::string_view value;
  return object.at_key(key).get_string().get(value) ? std::string_view() : value;
}

std::string string_at(const element& object, std::string_view key) {
  return text::nfc(text::squeeze(view_at(object, key)));
}

// How much an object of this type tells about its page: 3 an article, 2 a page, 1 another work, 0 nothing.
int rank_of(std::string_view type) {
  if (const std::size_t slash = type.find_last_of("/:#"); slash != std::string_view::npos)
    type.remove_prefix(slash + 1);
  for (const std::string_view article : {"Article", "Posting", "Report", "Recipe", "Review", "Thesis"})
    if (type.ends_with(article)) return 3;
  if (type.ends_with("Page")) return 2;
  for (const std::string_view part : {"ImageObject", "Comment", "Event", "Person", "Organization", "Product",
                                      "Offer", "WebSite", "List", "ListItem", "Claim"})
    if (type.ends_with(part)) return 0;
  return 1;
}

int rank_of(const element& object) {
  element type;
  std::string_view name;
  if (object.at_key("@type").get(type)) {
    element part;
    const bool is_article = !object.at_key("datePublished").get(part) && !object.at_key("headline").get(part);
    return is_article ? 2 : 0;
  }
  if (!type.get_string().get(name)) return rank_of(name);
  int rank = 0;
  if (type.is_array())
    for (const element item : type.get_array())
      if (!item.get_string().get(name)) rank = std::max(rank, rank_of(name));
  return rank;
}

struct Work {
  int rank = 0;
  JsonLd said;
};

class Reader {
 public:
  void read(const element& root) { visit(root, 0); }

  // Of works of one rank the first is that of the page.
  JsonLd result() {
    std::stable_sort(works_.begin(), works_.end(), [](auto& a, auto& b) { return a.rank > b.rank; });
    JsonLd all;
    for (Work& work : works_) {
      resolve(work.said.author);
      resolve(work.said.publisher);
      if (all.published.empty() && !work.said.published.empty()) all.trust = work.rank;
      const bool same = all.published.empty() || work.rank == all.trust || work.rank == 2;
      keep(all.headline, work.said.headline);
      if (all.author.empty() && work.rank > 1) {
        all.author = work.said.author;
        all.by_person = work.said.by_person;
      }
      keep(all.published, work.said.published);
      if (same) keep(all.modified, work.said.modified);
      keep(all.publisher, work.rank > 1 ? work.said.publisher : std::string());
      keep(all.language, work.said.language);
    }
    keep(all.publisher, site_);
    return all;
  }

 private:
  static void keep(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
  }

  // A person or organisation: a name, an object with a name, a reference to one, or a list of them.
  std::string names(const element& value, int depth = 0) {
    if (depth > 3) return {};
    std::string_view name;
    if (!value.get_string().get(name)) return text::nfc(text::squeeze(name));
    if (value.is_object()) {
      element inner;
      if (value.at_key("name").get(inner)) {
        const std::string id(view_at(value, "@id"));
        return id.empty() ? id : reference + id;
      }
      return names(inner, depth + 1);
    }
    std::string all;
    if (!value.is_array()) return all;
    for (const element item : value.get_array()) {
      const std::string one = names(item, depth + 1);
      if (one.empty()) continue;
      if (!all.empty()) all += "; ";
      all += one;
    }
    return all;
  }

  // References to the names of the objects that were seen.
  void resolve(std::string& names) const {
    if (names.find(reference) == std::string::npos) return;
    std::string all;
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find("; ", at), names.size());
      std::string one = names.substr(at, end - at);
      if (one.front() == reference) {
        const auto named = named_.find(one.substr(1));
        one = named == named_.end() ? std::string() : named->second;
      }
      if (!one.empty()) all += (all.empty() ? "" : "; ") + one;
      at = end + 2;
    }
    names = std::move(all);
  }

  void visit(const element& value, int depth) {
    if (depth > deepest) return;
    if (value.is_array())
      for (const element item : value.get_array()) visit(item, depth + 1);
    if (!value.is_object()) return;
    if (const auto id = view_at(value, "@id"), name = view_at(value, "name"); !id.empty() && !name.empty())
      named_.emplace(id, text::nfc(text::squeeze(name)));
    if (const int rank = rank_of(value)) works_.push_back({rank, read_work(value)});
    if (site_.empty() && view_at(value, "@type") == "WebSite") site_ = string_at(value, "name");
    element part;
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"})
      if (!value.at_key(key).get(part)) visit(part, depth + 1);
  }

  JsonLd read_work(const element& value) {
    JsonLd work;
    element part;
    work.headline = string_at(value, "headline");
    for (const std::string_view key : {"datePublished", "datePosted", "dateCreated", "uploadDate"})
      if (work.published.empty()) work.published = string_at(value, key);
    work.modified = string_at(value, "dateModified");
    for (const std::string_view key : {"author", "creator"})
      if (work.author.empty() && !value.at_key(key).get(part)) {
        work.author = names(part);
        work.by_person =
            view_at(part.is_array() && part.get_array().size() ? part.at(0) : part, "@type") == "Person";
      }
    if (!value.at_key("publisher").get(part)) work.publisher = names(part);
    work.language = string_at(value, "inLanguage");
    return work;
  }

  static constexpr char reference = '\1';  // squeezed text has no control characters

  std::vector<Work> works_;
  std::map<std::string, std::string> named_;
  std::string site_;
};

// From the first to the last bracket, control characters as blanks: editors leave line ends in strings and
// wrap scripts in comments.
std::string forgiven(std::string_view script) {
  const std::size_t start = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (start == std::string_view::npos || end == std::string_view::npos || end < start) return {};
  std::string json(script.substr(start, end + 1 - start));
  for (char& c : json)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return json;
}

// The string behind the first `key` of a text that is no JSON.
std::string string_behind(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  std::size_t start = text.find_first_not_of("\" \t\r\n:", at + key.size());
  start = std::min(start, text.size());
  const std::size_t end = std::min(text.find('"', start), text.size());
  constexpr std::size_t longest = 40;
  return end - start > longest ? std::string() : text::squeeze(text.substr(start, end - start));
}

}  // namespace

JsonLd read_json_ld(const page::Page& page) {
  Reader reader;
  JsonLd broken;
  simdjson::dom::parser parser;
  for (const std::string& script : page.json_ld) {
    const std::string json = forgiven(script);
    if (json.empty()) continue;
    element root;
    if (!parser.parse(json).get(root)) {
      reader.read(root);
      continue;
    }
    if (broken.published.empty()) broken.published = string_behind(json, "\"datePublished\"");
    if (broken.modified.empty()) broken.modified = string_behind(json, "\"dateModified\"");
  }
  JsonLd found = reader.result();
  if (found.published.empty() && !broken.published.empty()) {
    found.published = broken.published;
    found.modified = broken.modified;
    found.trust = 1;
  }
  return found;
}

}  // namespace presscut::metadata
