#include "json/lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "io/io.h"
#include "json/offsets.h"
#include "json/values.h"
#include "mentions/mentions.h"

namespace presscut::json {
namespace {

using simdjson::ondemand::json_type;
using simdjson::ondemand::object;
using Values = std::vector<std::pair<std::string, std::string>>;

// A mention that brought no span has this one, which is none of any text.
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

bool read_title_mark(value found) {
  const std::string field = text_value("field", found);
  if (field != "title" && field != "text" && !field.empty()) refuse("field", "field with mentions", found);
  return field == "title";
}

// Reads the value of a member into where the mention keeps it.
class MemberReader {
 public:
  MemberReader(std::string_view name, value found) : name_(name), found_(found) {}

  void operator()(std::string& place) { place = text_value(name_, found_); }
  void operator()(text::Brief& place) { place = text_value(name_, found_); }
  void operator()(std::optional<double>& place) { place = number_value(name_, found_); }
  void operator()(std::optional<std::size_t>& place) {
    if (found_.type() != json_type::null) place = count_value(name_, found_);
  }
  void operator()(DateType& place) {
    const auto type = date_type_of(text_value(name_, found_));
    if (!type) refuse(name_, "type of date", found_);
    place = *type;
  }
  void operator()(Values& place) {
    if (found_.type() != json_type::object) refuse(name_, "object", found_);
    for (auto field : found_.get_object()) {
      const std::string key(std::string_view(field.unescaped_key()));
      place.emplace_back(key, text_value(key, field.value()));
    }
  }

 private:
  std::string_view name_;
  value found_;
};

void keep_unknown(std::string_view name, value found, text::Brief& others) {
  std::string all(others);
  if (!all.empty()) all += ", ";
  write_string(name, all);
  all += ": ";
  others = all += raw_value(name, found);
}

template <typename M>
void read_member(std::string_view name, value found, M& mention, std::string_view& quote) {
  if (name == "start") mention.span.start = count_value(name, found);
  else if (name == "end") mention.span.end = count_value(name, found);
  else if (name == "field") mention.in_title = read_title_mark(found);
  else if (name == "quote" && found.type() == json_type::string) quote = found.get_string();
  else if (name == "quote") refuse(name, "string", found);
  else {
    for (const auto& member : mentions::members<M>())
      if (member.name == name)
        return std::visit([&](auto place) { MemberReader(name, found)(mention.*place); }, member.place);
    keep_unknown(name, found, mention.others);
  }
}

template <typename M>
M read_mention(object found, std::string_view& quote) {
  M mention;
  mention.span = {nowhere, nowhere};
  for (auto field : found) read_member<M>(field.unescaped_key(), field.value(), mention, quote);
  return mention;
}

template <typename M>
void read_mentions(value found, std::optional<std::vector<M>>& list, std::vector<std::string_view>& quotes) {
  list.reset();
  quotes.clear();
  if (found.type() == json_type::null) return;
  list.emplace();
  for (value item : found.get_array()) {
    std::string_view quote;
    list->push_back(read_mention<M>(item.get_object(), quote));
    quotes.push_back(quote);
  }
}

// The bounds of all spans of a list that count in the title, or in the text.
template <typename M>
std::vector<std::size_t*> bounds(std::vector<M>& list, bool in_title) {
  std::vector<std::size_t*> places;
  for (M& mention : list)
    if (mention.in_title == in_title) places.insert(places.end(), {&mention.span.start, &mention.span.end});
  return places;
}

bool is_quote(const Document& document, const Mention& mention, std::string_view quote) {
  const Span span = mention.span;
  return span.start <= span.end && span.end <= mentions::field_of(document, mention).size() &&
         mentions::quote(document, mention) == quote;
}

template <typename M>
bool settle(const Document& document, std::vector<M>& list, const std::vector<std::string_view>& quotes) {
  to_bytes(document.text, bounds(list, false));
  to_bytes(document.title, bounds(list, true));
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!is_quote(document, list[i], quotes[i])) return false;
  return true;
}

}  // namespace

bool is_list(std::string_view key) {
  return std::find(std::begin(mentions::keys), std::end(mentions::keys), key) != std::end(mentions::keys);
}

void read_list(std::string_view key, value found, Document& document, Quotes& quotes) {
  mentions::each_list(document, [&](std::string_view own, auto& list) {
    if (own == key) read_mentions(found, list, quotes[own]);
  });
}

std::string settle_spans(Document& document, const Quotes& quotes) {
  std::string unsound;
  mentions::each_list(document, [&](std::string_view key, auto& list) {
    if (list && !settle(document, *list, quotes.at(key)) && unsound.empty()) unsound = key;
  });
  return unsound;
}

}  // namespace presscut::json
