#include "groups/names.h"

#include <algorithm>
#include <stdexcept>

#include "groups/tables.h"
#include "tables/tables.h"
#include "text/byte_order_mark.h"

namespace presscut::groups {
namespace {

constexpr std::string_view between_aliases = " | ";

// The cells of a line, one for each column.
std::vector<std::string_view> cells(std::string_view line) {
  std::vector<std::string_view> result;
  for (std::size_t start = 0;;) {
    const std::size_t tab = std::min(line.find('\t', start), line.size());
    result.push_back(text::trim(line.substr(start, tab - start)));
    if (tab == line.size()) return result;
    start = tab + 1;
  }
}

// Which column is which: name, aliases, kind, id; -1 where a table has it not.
struct Columns {
  int name = -1, aliases = -1, kind = -1, id = -1;
};

class Reader {
 public:
  Reader(std::string_view file, std::string_view table) : file_(file), rest_(table) {
    if (rest_.starts_with(text::byte_order_mark)) rest_.remove_prefix(text::byte_order_mark.size());
  }

  // The next line that is neither empty nor a comment.
  bool next(std::string_view& line) {
    while (!rest_.empty()) {
      const std::size_t end = std::min(rest_.find('\n'), rest_.size());
      line = rest_.substr(0, end);
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      ++number_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty() && line[0] != '#') return true;
    }
    return false;
  }

  std::string place() const { return std::string(file_) + ':' + std::to_string(number_); }
  [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error(place() + ": " + what); }

 private:
  std::string_view file_, rest_;
  std::size_t number_ = 0;
};

Columns read_head(const Reader& reader, const std::vector<std::string_view>& head) {
  Columns columns;
  for (std::size_t i = 0; i < head.size(); ++i) {
    int* column = head[i] == "name"      ? &columns.name
                  : head[i] == "aliases" ? &columns.aliases
                  : head[i] == "kind"    ? &columns.kind
                  : head[i] == "id"      ? &columns.id
                                         : nullptr;
    if (column) *column = static_cast<int>(i);
  }
  if (columns.name < 0)
    reader.fail(
        "the first line names the columns, and none of them is \"name\"; others are aliases, kind, id");
  return columns;
}

bool is_kind(std::string_view name) {
  return std::find(kinds().begin(), kinds().end(), name) != kinds().end();
}

}  // namespace

void Names::add(std::string_view file, std::string_view table) {
  auto grown = std::make_shared<Table>(table_ ? *table_ : Table());
  grown->add(file, table);
  table_ = std::move(grown);
}

void Names::Table::add(std::string_view file, std::string_view table) {
  Reader reader(file, table);
  std::string_view line;
  if (!reader.next(line)) reader.fail("no line that names the columns: name, aliases, kind, id");
  const std::size_t width = cells(line).size();
  const Columns columns = read_head(reader, cells(line));
  while (reader.next(line)) {
    const auto row = cells(line);
    if (row.size() != width)
      reader.fail(std::to_string(row.size()) + (row.size() == 1 ? " cell" : " cells") + " where there are " +
                  std::to_string(width) + " columns");
    const auto cell = [&](int column) {
      return column < 0 ? std::string_view() : row[static_cast<std::size_t>(column)];
    };
    const std::string_view name = cell(columns.name), kind = cell(columns.kind), id = cell(columns.id);
    if (text::tokenize(name).empty()) reader.fail("no name");
    if (!kind.empty() && !is_kind(kind)) reader.fail("no such kind: \"" + std::string(kind) + '"');
    const auto group = static_cast<std::uint32_t>(groups.size());
    groups.push_back({std::string(name), std::string(file) + ':' + std::string(id.empty() ? name : id),
                      kind.empty() ? std::uint8_t{0} : kind_called(kind)});
    add_spelling(name, group, true);
    for (std::string_view rest = cell(columns.aliases); !rest.empty();) {
      const std::size_t end = std::min(rest.find(between_aliases), rest.size());
      add_spelling(rest.substr(0, end), group, false);
      rest.remove_prefix(std::min(end + between_aliases.size(), rest.size()));
    }
  }
}

void Names::Table::add_spelling(std::string_view spelling, std::uint32_t group, bool is_name) {
  const std::vector<text::Token> all = text::tokenize(spelling);
  std::span<const text::Token> tokens(all);
  Spelling added{.group = group, .is_name = is_name};
  static const std::uint64_t the = text::hash_of("the");
  if (tokens.size() > 1 && tokens[0].hash == the) added.needs_article = true, tokens = tokens.subspan(1);
  for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 32); ++i) {
    const text::Token& token = tokens[i];
    if (token.capital) added.capitals |= 1u << i;
    if (token.all_capitals && token.end - token.start > 1) added.all_capitals |= 1u << i;
  }
  if (!tokens.empty() && !tokens[0].capital) small_.set(tokens[0].hash % small_.size());
  const std::uint32_t place = trie_.add(tokens);
  if (place == Trie::none) return;
  if (place >= spellings_.size()) spellings_.resize(place + 1);
  spellings_[place].push_back(added);
}

const Names::Table::Spelling* Names::Table::longest(const Terms& terms, int at, int& taken) const {
  const auto next = [&](int i) {
    return i >= terms.size() || (i > at && (terms[i].blank_before || terms[i].in_title != terms[at].in_title))
               ? 0
               : terms[i].hash;
  };
  const Spelling* found = nullptr;
  taken = 0;
  if (!terms[at].capital && !small_[terms[at].hash % small_.size()]) return found;
  trie_.match(at, next, [&](std::uint32_t place, int tokens) {
    std::uint32_t capitals = 0, all_capitals = 0;
    for (int i = 0; i < tokens; ++i) {
      const Term& term = terms[at + i];
      if (term.capital) capitals |= 1u << i;
      if (term.all_capitals) all_capitals |= 1u << i;
    }
    for (const Spelling& spelling : spellings_[place]) {
      if ((spelling.capitals & ~capitals) != 0 || (spelling.all_capitals & ~all_capitals) != 0) continue;
      if (spelling.needs_article && !terms.is(at - 1, "the")) continue;
      found = &spelling;
      taken = tokens;
      return;
    }
  });
  return found;
}

const Names::Table& built_in_names() {
  static const Names::Table table = [] {
    Names::Table result;
    result.add("names.tsv", embedded::names_tsv);
    return result;
  }();
  return table;
}

}  // namespace presscut::groups
