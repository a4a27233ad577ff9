#include "metadata/names.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

#include "metadata/day.h"
#include "metadata/day_tokens.h"
#include "metadata/labels.h"
#include "metadata/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::metadata {
namespace {

enum class Part { none, particle, conjunction, place, job, nobody };

Part part_called(std::string_view name) {
  if (name == "particle") return Part::particle;
  if (name == "and") return Part::conjunction;
  if (name == "place") return Part::place;
  if (name == "job") return Part::job;
  if (name == "nobody") return Part::nobody;
  throw std::runtime_error("names.tsv: no role is called " + std::string(name));
}

Part part_of(std::string_view word) {
  static const auto lookup = [] {
    const tables::Table table("names.tsv", embedded::names_tsv);
    tables::Lookup<Part> result;
    for (const auto& row : table.rows()) result.add(std::string(row.cells[0]), part_called(row.cells[1]));
    return result;
  }();
  const Part* part = lookup.find(text::fold(word));
  return part ? *part : Part::none;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    if (const std::string_view part = text::trim(text.substr(0, at)); !part.empty()) parts.push_back(part);
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// A capital, or a letter of a script that has none.
bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  const char32_t c = word.empty() ? U' ' : text::decode(word, at);
  constexpr char32_t first_without_case = 0x590;  // Hebrew
  return text::is_upper(c) || (c >= first_without_case && text::is_letter(c));
}

bool has_no_case(std::string_view word) {
  std::size_t at = 0;
  const char32_t c = word.empty() ? U' ' : text::decode(word, at);
  return c >= 0x590 && text::is_letter(c);
}

// The references that JSON and attributes keep when they were escaped twice.
std::string without_references(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> references = {
      {{"&amp;", "&"},
       {"&#038;", "&"},
       {"&quot;", "\""},
       {"&#039;", "'"},
       {"&#39;", "'"},
       {"&apos;", "'"},
       {"&#8217;", "’"},
       {"&nbsp;", " "},
       {"&rsquo;", "’"}}};
  std::string out(text);
  for (const auto& [reference, character] : references)
    for (std::size_t at = out.find(reference); at != std::string::npos; at = out.find(reference, at + 1))
      out.replace(at, reference.size(), character);
  return out;
}

// Words that may all be parts of one person's name, `least` of them or more.
bool may_be_person(std::string_view text, std::size_t least) {
  constexpr std::size_t most_words = 5, longest = 60;
  const auto words = split(text, " ");
  if (words.size() < least || words.size() > most_words || text.size() > longest || has_digit(text))
    return false;
  if (text.find_first_of(":@/!?|\"<>{}[]") != std::string_view::npos) return false;
  if (!begins_with_capital(words.front()) || !begins_with_capital(words.back())) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    const Part part = part_of(word);
    if (part == Part::particle) return true;
    return part == Part::none && begins_with_capital(word);
  });
}

// "3 May", "Jan 22", "November 20" at the end of a byline; a day with its year is found as such.
std::size_t day_without_year(std::string_view text) {
  const auto tokens = day_tokens(text, {0, text.size()});
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool month_day = tokens[i].month && tokens[i + 1].kind == DayToken::Kind::number;
    const bool day_month = tokens[i].kind == DayToken::Kind::number && tokens[i + 1].month;
    if ((month_day || day_month) && i + 2 >= tokens.size()) return tokens[i].span.start;
  }
  return text.size();
}

std::string_view cut_at(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == std::string_view::npos || at == 0 ? text : text::trim(text.substr(0, at));
}

// "Anna Maar 59 Comments" -> "Anna Maar"
std::string_view without_counts(std::string_view text) {
  const auto words = split(text, " ");
  for (std::size_t i = 2; i < words.size(); ++i)
    if (words[i].front() >= '0' && words[i].front() <= '9')
      return text.substr(0, static_cast<std::size_t>(words[i].data() - text.data()));
  return text;
}

// Without quotation marks, bullets and the like at the ends; a full stop may end an initial.
std::string_view without_marks(std::string_view text) {
  std::size_t start = text.size(), end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = text::decode(text, at);
    const bool part = text::is_letter(c) || text::is_digit(c);
    if (part) start = std::min(start, before);
    if (part || (c == U'.' && end == before)) end = at;
  }
  return start < end ? text.substr(start, end - start) : std::string_view();
}

// "Anna Maar Updated:" -> "Anna Maar"
std::string_view without_day_label(std::string_view text) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const Label label = label_at(text.substr(at + 1));
    const bool of_day = label.role == Role::published || label.role == Role::modified;
    if (of_day && at + 1 + label.bytes == text.size()) return text.substr(0, at);
  }
  return text;
}

// The line without what names no one: label, day, what stands behind a bar or dash.
std::string_view core(std::string_view text) {
  for (Label label = label_at(text); label.role == Role::author && label.bytes > 0; label = label_at(text))
    text = text::trim(text.substr(label.bytes));
  for (const std::string_view mark :
       {"\n", "\t", "|", "•", "·", "⋅", "»", "›", " - ", " – ", " — ", "(", " /"})
    text = cut_at(text, mark);
  if (const auto days = find_days(text); !days.empty())
    text = text::trim(text.substr(0, days.front().span.start));
  text = text::trim(text.substr(0, day_without_year(text)));
  text = without_day_label(text);
  return without_marks(without_counts(text));
}

// "Quentin Abelard in Corran" -> "Quentin Abelard"; "FlowGuard on" -> "FlowGuard"
std::string without_place(std::string_view name) {
  const auto words = split(name, " ");
  std::string kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (part_of(words[i]) == Part::place && !begins_with_capital(words[i]) && (i >= 2 || last)) break;
    kept += (kept.empty() ? "" : " ") + std::string(words[i]);
  }
  return kept;
}

// Accounts, addresses and whatever a template has left in the place of a name.
bool is_nobody(std::string_view name) {
  constexpr std::size_t longest = 80, most_words = 7;
  const auto words = split(name, " ");
  if (name.size() < 2 || name.size() > longest || words.size() > most_words) return true;
  if (part_of(name) == Part::nobody || name.find_first_of("@/:{}<>=") != std::string_view::npos) return true;
  if (words.size() == 1 && name.find('.') != std::string_view::npos) return true;
  if (text::fold(name).find("www.") != std::string::npos) return true;
  std::size_t letters = 0, digits = 0;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::decode(name, at);
    letters += text::is_letter(c);
    digits += text::is_digit(c);
  }
  return letters < 2 || digits >= letters;
}

// The two names that a conjunction joins.
void split_conjunction(std::string_view text, std::vector<std::string_view>& names) {
  const auto words = split(text, " ");
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (part_of(words[i]) != Part::conjunction || begins_with_capital(words[i])) continue;
    const std::string_view left =
        text::trim(text.substr(0, static_cast<std::size_t>(words[i].data() - text.data())));
    const std::string_view right = text.substr(static_cast<std::size_t>(words[i + 1].data() - text.data()));
    const std::size_t least = i == 1 && i + 2 == words.size() ? 1 : 2;
    if (left == right || !may_be_person(left, least)) continue;
    names.push_back(left);
    return split_conjunction(right, names);
  }
  names.push_back(text);
}

// Names between commas; a job, a degree or a paper behind a comma is none.
void split_commas(std::string_view text, std::vector<std::string_view>& names, std::string& turned) {
  const auto parts = split(text, ",");
  if (parts.empty()) return;
  if (parts.size() == 2 && split(parts[0], " ").size() == 1 && may_be_person(parts[1], 1) &&
      may_be_person(parts[0], 1) && split(parts[1], " ").size() <= 3 && !has_no_case(parts[0])) {
    turned = std::string(parts[1]) + ' ' + std::string(parts[0]);  // "Maar, Anna"
    names.push_back(turned);
    return;
  }
  split_conjunction(parts.front(), names);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    std::string_view part = parts[i];
    const auto words = split(part, " ");
    if (words.size() > 1 && part_of(words.front()) == Part::conjunction)
      part = part.substr(static_cast<std::size_t>(words[1].data() - part.data()));
    std::vector<std::string_view> more;
    split_conjunction(part, more);
    if (!std::all_of(more.begin(), more.end(), [](auto name) { return may_be_person(name, 2); })) return;
    names.insert(names.end(), more.begin(), more.end());
  }
}

bool same_words(std::string_view a, std::string_view b) {
  return !a.empty() && text::folded_words(a) == text::folded_words(b);
}

}  // namespace

std::string names_in(std::string_view text, std::string_view sitename) {
  constexpr std::size_t longest = 400;  // bytes
  const std::string plain = without_references(text.size() > longest ? std::string_view() : text);
  std::vector<std::string> found;
  for (const std::string_view piece : split(plain, ";")) {
    std::vector<std::string_view> names;
    std::string turned;
    split_commas(core(piece), names, turned);
    for (const std::string_view name : names) {
      const std::string bare = without_place(core(name));
      if (is_nobody(bare) || same_words(bare, sitename)) continue;
      if (std::find(found.begin(), found.end(), bare) == found.end()) found.push_back(bare);
    }
  }
  std::string joined;
  for (const std::string& name : found) joined += (joined.empty() ? "" : "; ") + name;
  return joined;
}

bool are_full_names(std::string_view names) {
  const auto all = split(names, ";");
  return !all.empty() && std::any_of(all.begin(), all.end(), [](std::string_view name) {
    return has_no_case(name) || (name.find(' ') != std::string_view::npos && begins_with_capital(name));
  });
}

std::string persons_in(std::string_view text, std::string_view sitename) {
  const std::string names = names_in(text, sitename);
  const auto all = split(names, ";");
  const bool persons = std::all_of(all.begin(), all.end(), [](auto name) { return may_be_person(name, 2); });
  return persons ? names : std::string();
}

bool is_person(std::string_view text) { return may_be_person(text, 2); }

}  // namespace presscut::metadata
