#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "mentions/mentions.h"
#include "output/escape.h"
#include "output/output.h"
#include "sentences/sentences.h"
#include "text/byte_order_mark.h"

namespace presscut::output {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

// What every list has beside its own columns.
enum class Common { id, start, end, quote, field, title, url, date, hostname, sentence };

constexpr std::array<std::pair<std::string_view, Common>, 10> common_columns = {{
    {"id", Common::id},
    {"start", Common::start},
    {"end", Common::end},
    {"quote", Common::quote},
    {"field", Common::field},
    {"title", Common::title},
    {"url", Common::url},
    {"date", Common::date},
    {"hostname", Common::hostname},
    {"sentence", Common::sentence},
}};

constexpr std::size_t shown_around = 600;  // bytes of a sentence on each side of its mention
constexpr std::size_t longest_word = 40;   // bytes; what is longer is cut

// A column: a member of the mention, a named group, or one that every list has.
struct Column {
  std::string name;
  enum class Kind { member, group, common } kind = Kind::common;
  std::size_t member = 0;
  Common common = Common::id;
};

// What the document of a row says, found once for all of its rows.
class Context {
 public:
  explicit Context(const Document& document) : document_(document) {}

  const Document& document() const { return document_; }

  // The sentence around a mention, cut at white space far from it; a title is one.
  std::string sentence(const Mention& mention) {
    const std::string_view text = mentions::field_of(document_, mention);
    Span whole{0, text.size()};
    if (!mention.in_title) {
      if (!sentences_) sentences_ = sentences::split(text);
      whole = sentences::around(*sentences_, mention.span);
    }
    return cut(text, whole, mention.span);
  }

 private:
  static std::string cut(std::string_view text, Span whole, Span inner) {
    Span shown = whole;
    if (inner.start - whole.start > shown_around) shown.start = cut_behind(text, inner.start - shown_around);
    if (whole.end - inner.end > shown_around) shown.end = cut_behind(text, inner.end + shown_around);
    return fmt::format("{}{}{}", shown.start > whole.start ? "…" : "", text::trim(slice(text, shown)),
                       shown.end < whole.end ? "…" : "");
  }

  // A place at or a little behind `at` where a word ends, or at least a character.
  static std::size_t cut_behind(std::string_view text, std::size_t at) {
    const auto is_inside = [&](std::size_t i) {
      return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    };
    for (std::size_t i = at; i < std::min(at + longest_word, text.size()); ++i)
      if (text::space_length(text, i)) return i;
    while (at < text.size() && is_inside(at)) ++at;
    return at;
  }

  const Document& document_;
  std::optional<std::vector<Span>> sentences_;
};

std::string_view cell_of(std::string_view value) { return value; }
std::string_view cell_of(DateType value) { return name(value); }
std::string cell_of(std::optional<double> value) { return value ? mentions::number(*value) : ""; }
std::string cell_of(std::optional<std::size_t> value) { return value ? std::to_string(*value) : ""; }
std::string_view cell_of(const Values&) { return ""; }  // shown group by group

std::string_view group_cell(const Mention&, std::string_view) { return ""; }
std::string_view group_cell(const MatchMention& mention, std::string_view group) {
  const auto at = std::find_if(mention.values.begin(), mention.values.end(),
                               [&](const auto& value) { return value.first == group; });
  return at == mention.values.end() ? std::string_view() : at->second;
}

template <typename Use>
void with_common_cell(Common column, Context& context, const Mention& mention, Span code_points, Use use) {
  const Document& document = context.document();
  switch (column) {
    case Common::id: return use(document.id);
    case Common::start: return use(std::to_string(code_points.start));
    case Common::end: return use(std::to_string(code_points.end));
    case Common::quote: return use(mentions::quote(document, mention));
    case Common::field: return use(mention.in_title ? "title" : "text");
    case Common::title: return use(document.title);
    case Common::url: return use(document.url);
    case Common::date: return use(document.date);
    case Common::hostname: return use(document.hostname);
    case Common::sentence: return use(context.sentence(mention));
  }
}

// Calls `use` with the text of a cell.
template <typename M, typename Use>
void with_cell(const Column& column, Context& context, const M& mention, Span code_points, Use use) {
  switch (column.kind) {
    case Column::Kind::group: return use(group_cell(mention, column.name));
    case Column::Kind::common: return with_common_cell(column.common, context, mention, code_points, use);
    case Column::Kind::member:
      std::visit([&](auto place) { use(cell_of(mention.*place)); },
                 mentions::members<M>()[column.member].place);
  }
}

// The columns of a list's own: its members in their order, with named groups in the place of what they
// caught.
template <typename M>
std::vector<Column> own_columns(const std::vector<std::string>& groups) {
  std::vector<Column> columns;
  const auto members = mentions::members<M>();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (std::holds_alternative<Values M::*>(members[i].place))
      for (const std::string& group : groups) columns.push_back({group, Column::Kind::group, 0, Common::id});
    else columns.push_back({std::string(members[i].name), Column::Kind::member, i, Common::id});
  }
  return columns;
}

std::vector<Column> own_columns(std::string_view list, const std::vector<std::string>& groups) {
  std::vector<Column> columns;
  const Document document;
  mentions::each_list(document, [&](std::string_view key, const auto& mentions) {
    if (key == list)
      columns = own_columns<typename std::decay_t<decltype(mentions)>::value_type::value_type>(groups);
  });
  return columns;
}

// Adds one row; `with_cell_at` calls what it gets with the cell of a column.
template <typename WithCellAt>
void write_row(std::size_t columns, bool csv, std::string& out, WithCellAt with_cell_at) {
  for (std::size_t i = 0; i < columns; ++i) {
    if (i) out += csv ? ',' : '\t';
    with_cell_at(i, [&](std::string_view cell) { csv ? append_csv(cell, out) : append_tsv(cell, out); });
  }
  out += csv ? "\r\n" : "\n";
}

}  // namespace

struct Rows::State {
  std::string list;
  TableOptions options;
  std::vector<Column> columns;
};

Rows::Rows(std::string_view list, std::vector<std::string> groups, TableOptions options)
    : state_(new State{std::string(list), std::move(options), {}}) {
  std::vector<Column> all = own_columns(list, groups), first;
  for (const auto& [name, common] : common_columns)
    all.push_back({std::string(name), Column::Kind::common, 0, common});
  const auto pick = [&](const std::string& name) {
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Column& column) { return column.name == name; });
    if (at != all.end()) return state_->columns.push_back(*at);
    std::vector<std::string_view> names;
    for (const Column& column : all) names.push_back(column.name);
    throw std::runtime_error(
        fmt::format("--columns {}: no such column; there are {}", name, fmt::join(names, ", ")));
  };
  for (const std::string& name : state_->options.columns) pick(name);
  if (!state_->columns.empty()) return;
  const auto common = all.end() - common_columns.size();
  state_->columns.assign(common, common + 4);
  state_->columns.insert(state_->columns.end(), all.begin(), common);
}

Rows::~Rows() = default;
Rows::Rows(Rows&&) noexcept = default;
Rows& Rows::operator=(Rows&&) noexcept = default;

void append_row(const std::vector<std::string>& cells, bool csv, std::string& out) {
  write_row(cells.size(), csv, out, [&](std::size_t i, auto use) { use(cells[i]); });
}

std::string Rows::header() const {
  std::string out(state_->options.bom ? text::byte_order_mark : "");
  if (state_->options.header)
    write_row(state_->columns.size(), state_->options.csv, out,
              [&](std::size_t i, auto use) { use(state_->columns[i].name); });
  return out;
}

std::size_t Rows::write(const Document& document, std::string& out) const {
  std::size_t rows = 0;
  Context context(document);
  mentions::each_list(document, [&](std::string_view key, const auto& list) {
    if (key != state_->list || !list) return;
    const auto spans = mentions::code_points(document, *list);
    for (std::size_t i = 0; i < list->size(); ++i)
      write_row(state_->columns.size(), state_->options.csv, out, [&](std::size_t column, auto use) {
        with_cell(state_->columns[column], context, (*list)[i], spans[i], use);
      });
    rows = list->size();
  });
  return rows;
}

}  // namespace presscut::output
