#include "match/match.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "match/fault.h"
#include "mentions/order.h"
#include "text/text.h"
#include "work/work.h"

namespace presscut::match {
namespace {

constexpr std::int64_t most_memory =
    8 << 20;  // bytes for each pattern; beyond it a search takes longer, not more
constexpr std::array<std::string_view, 5> taken = {"id", "start", "end", "quote", "rule"};

RE2::Options options() {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_max_mem(most_memory);
  return result;
}

std::string normal(const std::string& regexp) { return text::is_valid(regexp) ? text::nfc(regexp) : regexp; }

// Whether a match may be looked for behind the end of a line.
bool crosses_lines(std::string_view regexp) {
  constexpr std::array<std::string_view, 8> signs = {"(?s", "(?is", "[^", "\\W", "\\D", "\\P", "\\n", "\\s"};
  return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return regexp.find(sign) != regexp.npos; });
}

// What a search may cost behind what it finds: "a(.*b)?" looks at the rest of the line for each a. RE2 goes
// through many bytes in the time of other steps.
class LookAhead {
 public:
  LookAhead(std::string_view text, bool crosses_lines) : text_(text), crosses_lines_(crosses_lines) {}

  void spend(std::size_t from) {
    constexpr std::size_t bytes_a_step = 8;
    if (end_ < from || end_ == 0)
      end_ = crosses_lines_ ? text_.size() : std::min(text_.find('\n', from), text_.size());
    work::spend(1 + (end_ - from) / bytes_a_step);
  }

 private:
  std::string_view text_;
  bool crosses_lines_;
  std::size_t end_ = 0;  // of the line
};

std::size_t code_point_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  text::decode(text, end);
  return end - at;
}

}  // namespace

struct Patterns::Compiled {
  explicit Compiled(const Pattern& pattern)
      : name(pattern.name), regexp(normal(pattern.regexp)), re(regexp, options()) {
    if (!re.ok()) throw BadPattern(pattern.where + ": " + reason(), regexp, fault_at(regexp, re));
    if (const auto at = byte_escape(regexp))
      throw BadPattern(
          pattern.where + ": \\C matches a byte, which may be a part of a character; . matches a character",
          regexp, *at);
    for (const auto& [number, group] : re.CapturingGroupNames()) {
      if (std::find(taken.begin(), taken.end(), group) != taken.end())
        throw BadPattern(
            fmt::format("{}: a row has a column {} already; name the group otherwise", pattern.where, group),
            regexp, regexp.find("(?P<" + group + ">"));
      groups.emplace_back(number, group);
      pieces = std::max(pieces, number + 1);
    }
  }

  // As RE2 has it, without the piece that a caret shows.
  std::string reason() const {
    const std::string& what = re.error();
    return what.substr(0, what.rfind(": " + re.error_arg()));
  }

  void find(std::string_view text, std::vector<MatchMention>& found) const {
    std::vector<re2::StringPiece> caught(static_cast<std::size_t>(pieces));
    const re2::StringPiece whole(text.data(), text.size());
    LookAhead ahead(text, crosses_lines(regexp));
    work::spend(text.size());
    for (std::size_t at = 0; at < text.size();) {
      if (!re.Match(whole, at, text.size(), RE2::UNANCHORED, caught.data(), pieces)) return;
      const auto start = static_cast<std::size_t>(caught[0].data() - text.data());
      at = start + caught[0].size();
      ahead.spend(at);
      if (caught[0].empty()) at += at < text.size() ? code_point_length(text, at) : 1;
      else found.push_back(mention({start, at}, caught));
    }
  }

  MatchMention mention(Span span, const std::vector<re2::StringPiece>& caught) const {
    MatchMention result;
    result.span = span;
    result.rule = name;
    const auto has = [&](const std::string& group) {
      return std::any_of(result.values.begin(), result.values.end(),
                         [&](const auto& value) { return value.first == group; });
    };
    for (const auto& [number, group] : groups) {  // of groups with one name the first that caught something
      const re2::StringPiece piece = caught[static_cast<std::size_t>(number)];
      if (piece.data() && !has(group))
        result.values.emplace_back(group, std::string(piece.data(), piece.size()));
    }
    return result;
  }

  std::string name, regexp;
  RE2 re;
  std::vector<std::pair<int, std::string>> groups;
  int pieces = 1;  // the match, and its groups up to the last that has a name
};

Patterns::Patterns(const std::vector<Pattern>& patterns) {
  for (const Pattern& pattern : patterns) {
    compiled_.push_back(std::make_unique<Compiled>(pattern));
    for (const auto& [number, group] : compiled_.back()->groups)
      if (std::find(groups_.begin(), groups_.end(), group) == groups_.end()) groups_.push_back(group);
  }
}

Patterns::~Patterns() = default;

std::vector<MatchMention> Patterns::find(std::string_view text) const {
  std::vector<MatchMention> found;
  for (const auto& pattern : compiled_) pattern->find(text, found);
  mentions::put_in_order(found);
  return found;
}

std::vector<Pattern> read(std::string_view path, std::string_view text) {
  std::vector<Pattern> patterns;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    const std::string where = fmt::format("{}:{}", path, number);
    if (tab == line.npos || tab == 0 || tab + 1 == line.size())
      throw std::runtime_error(where + ": want a name, a tab and a pattern");
    patterns.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1)), where});
  }
  return patterns;
}

}  // namespace presscut::match
