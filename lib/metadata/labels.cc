#include "metadata/labels.h"

#include <algorithm>
#include <bitset>
#include <stdexcept>
#include <string>
#include <vector>

#include "metadata/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::metadata {
namespace {

Role role_called(std::string_view name, const char* table) {
  if (name == "author") return Role::author;
  if (name == "source") return Role::source;
  if (name == "published") return Role::published;
  if (name == "modified") return Role::modified;
  if (name == "event") return Role::event;
  throw std::runtime_error(std::string(table) + ": no role is called " + std::string(name));
}

// The length of the part of a word that starts at `at`: a letter, apostrophe, hyphen; 0 for blanks, digits
// and marks. Beyond ASCII a lead byte tells: there Latin-1 signs, general punctuation, the punctuation of
// Chinese and Japanese and its full-width forms are no parts of words.
std::size_t part_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    const bool letter = (byte | 32) >= 'a' && (byte | 32) <= 'z';
    return letter || byte == '\'' || byte == '-';
  }
  const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
  if (byte == 0xC2 || byte == 0xE2 || (byte == 0xE3 && next == 0x80) || (byte == 0xEF && next == 0xBC))
    return 0;
  std::size_t behind = at;
  text::decode(text, behind);
  return behind - at;
}

// Phrases by their folded words, one blank between them.
class Labels {
 public:
  Labels() {
    const tables::Table table("bylines.tsv", embedded::bylines_tsv);
    for (const auto& row : table.rows()) {
      const std::string words(row.cells[1]);
      longest_ =
          std::max(longest_, static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1);
      const std::string first = words.substr(0, words.find(' '));
      firsts_.add(first, true);
      starts_[start_of(first)] = true;
      roles_.add(words, role_called(row.cells[2], "bylines.tsv"));
    }
  }

  Role role_of(std::string_view phrase) const {
    const Role* role = roles_.find(phrase);
    return role ? *role : Role::none;
  }

  /// Whether some label may begin like `text`: most texts end here.
  bool may_begin(std::string_view text) const { return starts_[start_of(text)]; }
  bool begins_some(std::string_view word) const { return firsts_.find(word) != nullptr; }
  std::size_t longest() const { return longest_; }

 private:
  // The first two letters of a word whether they are capitals or not; beyond ASCII, and behind it, all are
  // alike.
  static std::size_t start_of(std::string_view word) {
    const auto letter = [&](std::size_t at) -> std::size_t {
      const auto byte = static_cast<unsigned char>(at < word.size() ? word[at] : 0);
      return byte < 0x80 && part_length(word.substr(at), 0) ? byte & 31 : 0;
    };
    return letter(0) ? letter(0) << 5 | letter(1) : 0;
  }

  tables::Lookup<Role> roles_;
  tables::Lookup<bool> firsts_;  // the first words of all
  std::bitset<1024> starts_;     // their first letters
  std::size_t longest_ = 1;      // words
};

const Labels& labels() {
  static const Labels built_in;
  return built_in;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && part_length(text, at)) at += part_length(text, at);
  return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text::space_length(text, at)) at += text::space_length(text, at);
  return at;
}

// The longest label at the start of `text`, without what stands behind it.
Label words_of_label(std::string_view text) {
  Label longest;
  if (!labels().may_begin(text)) return longest;
  std::string phrase;
  std::size_t at = 0;
  for (std::size_t words = 0; words < labels().longest(); ++words) {
    const std::size_t end = word_end(text, at);
    if (end == at) break;
    if (words > 0) phrase += ' ';
    phrase += text::fold(text.substr(at, end - at));
    if (words == 0 && !labels().begins_some(phrase)) break;
    if (const Role role = labels().role_of(phrase); role != Role::none) longest = {role, end};
    at = skip_blanks(text, end);
  }
  return longest;
}

// Behind the colon and blanks at the start of `text`.
std::size_t colon_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (const std::size_t blank = text::space_length(text, at)) at += blank;
    else if (text[at] == ':') ++at;
    else if (text.substr(at).starts_with("：")) at += 3;
    else break;
  }
  return at;
}

}  // namespace

Label label_at(std::string_view text) {
  Label longest = words_of_label(text);
  if (longest.role == Role::none || longest.bytes == text.size()) return longest;
  const std::size_t colon = colon_length(text.substr(longest.bytes));
  const bool of_name = longest.role == Role::author || longest.role == Role::source;
  if (!colon && of_name) return {};
  longest.bytes += colon;
  return longest;
}

namespace {

bool is_of_day(Role role) { return role == Role::published || role == Role::modified || role == Role::event; }

// The first or last label of a day in `text`.
Role role_in(std::string_view text, bool first) {
  Role role = Role::none;
  for (std::size_t at = 0; at < text.size() && !(first && role != Role::none);) {
    const Label label = label_at(text.substr(at));
    if (is_of_day(label.role)) role = label.role;
    at = is_of_day(label.role) ? at + std::max<std::size_t>(label.bytes, 1) : word_end(text, at);
    while (at < text.size() && !part_length(text, at)) text::decode(text, at);
  }
  return role;
}

constexpr std::size_t reach = 60;  // bytes in front of a day or behind it

}  // namespace

Role role_of_day(std::string_view before) {
  if (before.size() > reach) before.remove_prefix(before.size() - reach);
  while (!before.empty() && (static_cast<unsigned char>(before.front()) & 0xC0) == 0x80)
    before.remove_prefix(1);
  return role_in(before, false);
}

Role role_behind_day(std::string_view behind) {
  std::size_t end = std::min(behind.find_first_of(".|/\n"), std::min(behind.size(), reach));
  while (end < behind.size() && end > 0 && (static_cast<unsigned char>(behind[end]) & 0xC0) == 0x80) --end;
  return role_in(behind.substr(0, end), true) == Role::published ? Role::published : Role::none;
}

Role role_of_element(std::string_view name) {
  static const auto parts = [] {
    const tables::Table table("elements.tsv", embedded::elements_tsv);
    std::vector<std::pair<std::string, Role>> result;
    for (const auto& row : table.rows())
      result.emplace_back(row.cells[0], role_called(row.cells[1], "elements.tsv"));
    return result;
  }();
  const std::string folded = text::fold(name);
  Role role = Role::none;
  for (const auto& [part, meaning] : parts) {
    if (folded.find(part) == std::string::npos) continue;
    if (meaning == Role::event) return meaning;
    if (role == Role::none || meaning == Role::published) role = meaning;
  }
  return role;
}

}  // namespace presscut::metadata
