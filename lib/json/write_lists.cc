#include <cmath>

#include "json/lists.h"
#include "mentions/mentions.h"

namespace presscut::json {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

class ValueWriter {
 public:
  explicit ValueWriter(std::string& out) : out_(out) {}

  void operator()(std::string_view value) {
    if (value.empty()) out_ += "null";
    else write_string(value, out_);
  }
  void operator()(std::optional<double> value) {
    out_ += value && std::isfinite(*value) ? mentions::number(*value) : "null";
  }
  void operator()(std::optional<std::size_t> value) { out_ += value ? std::to_string(*value) : "null"; }
  void operator()(DateType value) { write_string(name(value), out_); }
  void operator()(const Values& values) {
    out_ += '{';
    for (const auto& [name, value] : values) {
      if (out_.back() != '{') out_ += ", ";
      write_string(name, out_);
      out_ += ": ";
      write_string(value, out_);
    }
    out_ += '}';
  }

 private:
  std::string& out_;
};

template <typename M>
void write_mention(const Document& document, const M& mention, Span code_points, std::string& out) {
  out += "{\"start\": ";
  write_number(code_points.start, out);
  out += ", \"end\": ";
  write_number(code_points.end, out);
  out += ", \"quote\": ";
  write_string(mentions::quote(document, mention), out);
  if (mention.in_title) out += ", \"field\": \"title\"";
  for (const auto& member : mentions::members<M>()) {
    out += ", \"";
    out += member.name;
    out += "\": ";
    std::visit([&](auto place) { ValueWriter{out}(mention.*place); }, member.place);
  }
  if (!mention.others.empty()) out += ", ";
  write_raw(mention.others, out);
  out += '}';
}

}  // namespace

void write_lists(const Document& document, std::string& out) {
  mentions::each_list(document, [&](std::string_view key, const auto& list) {
    if (!list) return;
    const auto spans = mentions::code_points(document, *list);
    out += ", \"";
    out += key;
    out += "\": [";
    for (std::size_t i = 0; i < list->size(); ++i) {
      if (i) out += ", ";
      write_mention(document, (*list)[i], spans[i], out);
    }
    out += ']';
  });
}

}  // namespace presscut::json
