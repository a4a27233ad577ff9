#include "groups/definitions.h"

#include <algorithm>
#include <optional>
#include <string>

#include "groups/initials.h"
#include "groups/runs.h"

namespace presscut::groups {
namespace {

constexpr int longest_bracket = 30;    // terms that are looked at
constexpr int longest_apposition = 8;  // words between the article and what says that it is a group

// What stands between two marks of a bracket, without labels ("Hebrew:"), quotes and articles.
struct Piece {
  int begin = 0, end = 0;
};

class Finder {
 public:
  explicit Finder(const Terms& terms) : terms_(terms) {}

  Definitions find() {
    for (int i = 0; i < terms_.size(); ++i) {
      const Term& term = terms_[i];
      if (term.mark == '(' || term.mark == '[') bracket(i);
      else if (term.is(Is::definer) && !term.in_phrase && !term.headline) definer(i);
      else if (term.mark == ',') letters_behind_comma(i);
      else if (term.is_word() && !term.headline) known_as(i);
    }
    return std::move(found_);
  }

 private:
  void add_group(int begin, int end, std::uint8_t kind, std::string_view pattern, const std::string& word) {
    if (begin >= end) return;
    found_.groups.push_back({begin,
                             end,
                             Evidence::definition,
                             kind,
                             std::string(pattern) + (word.empty() ? "" : ' ' + word),
                             {}});
  }

  // The pieces of the bracket that opens at `open`; none where it does not close nearby.
  std::vector<Piece> pieces(int open) const {
    const char close = terms_[open].mark == '(' ? ')' : ']';
    std::vector<Piece> result;
    int begin = open + 1;
    for (int i = open + 1; i < terms_.size() && i - open < longest_bracket; ++i) {
      const char mark = terms_[i].mark;
      if (terms_[i].blank_before || mark == '(' || mark == '[') return {};
      const bool ends = mark == close || mark == ',' || mark == ';' || terms_.is(i, List::alternative);
      if (!ends) continue;
      result.push_back(trimmed({begin, i}));
      begin = i + 1;
      if (mark == close) return result;
    }
    return {};
  }

  Piece trimmed(Piece piece) const {
    while (piece.begin < piece.end) {
      const Term& term = terms_[piece.begin];
      const bool label = terms_[piece.begin + 1].mark == ':';
      if (label) piece.begin += 2;
      else if (term.mark == '"' || term.mark == '\'' || term.mark == ':' ||
               terms_.is(piece.begin, List::bracket_label))
        ++piece.begin;
      else break;
    }
    while (piece.end > piece.begin &&
           (terms_[piece.end - 1].mark == '"' || terms_[piece.end - 1].mark == '\''))
      --piece.end;
    return piece;
  }

  bool is_native(Piece piece) const {
    for (int i = piece.begin; i < piece.end; ++i)
      if (terms_[i].is_word() && !groups::is_native(terms_, i)) return false;
    return piece.begin < piece.end && groups::is_native(terms_, piece.begin);
  }

  bool is_translation(Piece piece) const {
    return piece.end - piece.begin >= 2 && terms_[piece.begin].has_capital() &&
           run_right(terms_, piece.begin, true) == piece.end && !terms_[piece.begin].is(Is::place);
  }

  void bracket(int open) {
    if (open == 0 || terms_[open].sentence_start) return;
    const std::vector<Piece> parts = pieces(open);
    if (parts.empty()) return;
    int name_end = open;
    if (terms_[name_end - 1].mark == '"') --name_end;
    if (terms_.is(name_end - 1, "s") && terms_[name_end - 2].mark == '\'') name_end -= 2;
    bool native = false;
    for (const Piece& part : parts) {
      if (part.begin >= part.end) continue;
      if (is_native(part)) {
        native = true;
        found_.aliases.push_back({name_end, -1, part.begin, part.end, "brackets"});
      } else if (native && is_translation(part)) {
        translated(name_end, part);
      } else if (part.end - part.begin == 1 && is_acronym(terms_, part.begin)) {
        acronym(name_end, part);
      } else if (&part == &parts[0] && terms_[part.begin].has_capital() &&
                 run_right(terms_, part.begin, true) == part.end) {
        spelled_out(name_end, part);
      }
    }
  }

  // "Ometz LeSarev (אומץ לסרב, Courage to Refuse)": people and places have no translation.
  void translated(int name_end, Piece part) {
    const int begin = run_left(terms_, name_end - 1);
    if (begin >= name_end || terms_[begin].is(Is::title) || terms_[name_end - 1].is(Is::other_head)) return;
    add_group(begin, name_end, kind_called("movement"), "translated", {});
    found_.aliases.push_back({name_end, begin, part.begin, part.end, "brackets"});
  }

  // "Anvil Workers Network (AWN)", "Anvil League in Corran (ALC)", "Anvil College of Fishers (ACFish)"
  void acronym(int name_end, Piece part) {
    int begin = run_left(terms_, name_end - 1);
    if (terms_.is(begin - 1, "in") && !terms_.breaks(begin) && !terms_.breaks(begin - 1))
      begin = run_left(terms_, begin - 2);
    if (!letters_of(begin, name_end, part))
      found_.aliases.push_back({name_end, -1, part.begin, part.end, "brackets"});
  }

  // Whether the letters are those of a name that ends there and begins at `begin` or behind it.
  bool letters_of(int begin, int name_end, Piece part) {
    const std::string_view letters = terms_.spelling(part.begin);
    for (int i = name_end - 2; i >= begin; --i)
      if (terms_[i].has_capital() && are_initials(terms_, i, name_end, letters)) {
        found_.aliases.push_back({name_end, i, part.begin, part.end, "acronym"});
        return true;
      }
    return false;
  }

  // "Anvil Workers Network, or AWN", "Anvil Workers Network, AWN for short"
  void letters_behind_comma(int comma) {
    const bool is_or = terms_.is(comma + 1, List::alternative);
    int at = is_or ? comma + 2 : comma + 1;
    if (terms_.is(at, "the")) ++at;
    if (!terms_[at].is_word() || !is_acronym(terms_, at) || terms_.breaks(at)) return;
    if (is_or || (terms_.is(at + 1, List::for_short) && terms_.is(at + 2, List::for_short)))
      letters_of(run_left(terms_, comma - 1), comma, {at, at + 1});
  }

  // "AWN (Anvil Workers Network)"
  void spelled_out(int name_end, Piece part) {
    if (is_acronym(terms_, name_end - 1) &&
        are_initials(terms_, part.begin, part.end, terms_.spelling(name_end - 1)))
      found_.aliases.push_back({part.end, part.begin, name_end - 1, name_end, "acronym"});
    else found_.aliases.push_back({name_end, -1, part.begin, part.end, "in brackets"});
  }

  int past_quote_and_article(int i) const {
    for (int n = 0; n < 3; ++n)
      if (terms_[i].mark == '"' || terms_[i].mark == '\'' ||
          (terms_.is(i, "the") && !terms_[i + 1].is_number()))
        ++i;
    return i;
  }

  // The name that begins at `i`, in quotes or by its capitals; its end, `i` where none begins there.
  int name_at(int i) const {
    const Term& first = terms_[i];
    if (!first.capital || terms_.breaks(i) || first.headline) return i;
    if (terms_[i - 1].mark == '"')
      for (int end = i + 1; end < i + 9 && end < terms_.size() && !terms_.breaks(end); ++end)
        if (terms_[end].mark == '"') return terms_[end - 1].mark == ',' ? end - 1 : end;
    const int end = run_right(terms_, i);
    return without_title(i, end) ? end : i;
  }

  // People and what is no name.
  bool without_title(int begin, int end) const {
    const Term& first = terms_[begin];
    if (first.is(Is::title) || first.is_function()) return false;
    if (first.is(Is::given) && end - begin > 1) return false;
    return !(first.is(Is::nation) || first.is(Is::place)) || end - begin > 1;
  }

  // "a movement called X", "the newspaper X", "X, a group of ...", "X is an organisation that ..."
  void definer(int i) {
    const Entry& entry = *terms_[i].entry;
    int behind = i + 1;
    while (terms_[behind].in_phrase && terms_[behind].entry == &entry) ++behind;
    if (terms_[i].capital && !terms_[i].sentence_start) return;
    if (terms_.breaks(behind)) return;
    const int name = past_quote_and_article(past_naming(behind));
    if (const int end = name_at(name); end > name) {
      const bool is_named = name > behind || terms_[name - 1].mark == '"';
      if (is_named || may_stand_before_name(i, name, end))
        add_group(name, end, entry.kind, is_named ? "called" : "apposition", entry.word);
    }
    if (ends_noun_phrase(behind)) apposition(i, entry);
    if (terms_[behind].mark == ',' && terms_.is(behind + 1, "the")) named_behind_comma(i, behind + 2);
  }

  // "his party, the Friends of Lesk, won": two words or more, which a noun of their own tells more of.
  void named_behind_comma(int i, int begin) {
    const int end = name_at(begin);
    const bool is_apart = terms_[end].mark == ',' || terms_[end].mark == '.' || terms_.breaks(end);
    if (end < begin + 2 || !is_apart || !may_stand_before_name(i, begin, end)) return;
    if (terms_[end - 1].is(Is::other_head)) return;
    std::uint8_t kind = terms_[i].entry->kind;
    for (int j = begin; j < end; ++j)
      if (terms_[j].is(Is::head) && terms_[j].capital) kind = terms_[j].entry->kind;
    add_group(begin, end, kind, "apposition", terms_[i].entry->word);
  }

  // Past "called", "known as", "named", "calling itself".
  int past_naming(int i) const {
    if (terms_[i].mark == ',') ++i;
    while (terms_.is(i, List::before_naming)) ++i;
    if (terms_.is(i, List::known_as) && terms_.is(i + 1, List::naming_joint)) return i + 2;
    if (terms_.is(i, List::called)) return i + 1;
    if (terms_.is(i, List::calling) && terms_.is(i + 1, List::calling)) return i + 2;
    return terms_[i].mark == ',' || terms_[i - 1].mark == ',' ? -1 : i;
  }

  // "the newspaper X" and "refuser group X", but not "our company Friday" or "the team Ben".
  bool may_stand_before_name(int i, int begin, int end) const {
    if (terms_[i].sentence_start || terms_[begin].is(Is::given)) return false;
    for (int j = begin; j < end; ++j)
      if (terms_[j].is(Is::title)) return false;
    return !terms_.is(i - 1, List::every);
  }

  bool ends_noun_phrase(int i) const {
    if (terms_.breaks(i)) return true;
    const Term& term = terms_[i];
    if (term.mark == ',' || term.mark == '.' || term.mark == ')' || term.mark == ';') return true;
    return terms_.is(i, List::behind_group);
  }

  // The name before "a ... group": "X, a group of", "X is a group of".
  void apposition(int i, const Entry& entry) {
    int at = i - 1, words = 0;
    while (at > 0 && words < longest_apposition && !terms_.breaks(at + 1) && !is_article(at) &&
           (terms_[at].mark == '-' || (terms_[at].is_word() && !terms_[at].is(Is::function)))) {
      --at;
      ++words;
    }
    if (!is_article(at) || terms_.breaks(at) || at < 2) return;
    const bool comma = terms_[at - 1].mark == ',' || terms_[at - 1].mark == '-';
    if (!comma && !terms_.is(at - 1, List::is)) return;
    int last = at - 2;
    if (comma && terms_[last].mark == '"') --last;
    if (terms_[last].mark == ')') return;  // the name before a bracket is defined there
    const int begin = run_left(terms_, last);
    if (begin > last || !without_title(begin, last + 1) || terms_[begin].is(Is::given)) return;
    if (terms_[last].is(Is::other_head) || terms_[begin].headline) return;
    if (!comma && !terms_.breaks(begin) && !terms_.is(begin - 1, "the") && !terms_.breaks(begin - 1)) return;
    add_group(begin, last + 1, entry.kind, comma ? "apposition" : "is a", entry.word);
  }

  // Not the letter of "Class-A".
  bool is_article(int i) const {
    return terms_.is(i, List::article) && (terms_[i].space_before || terms_[i - 1].mark != '-');
  }

  // "X, known as Y", "X, abbreviated to Y", "X, also called Y"
  void known_as(int i) {
    const int naming = past_known(i);
    if (naming == i || terms_.breaks(i)) return;
    int last = i - 1;
    while (last > 0 && (terms_[last].mark == ',' || terms_.is(last, List::before_known))) --last;
    const int begin = run_left(terms_, last);
    const int name = past_quote_and_article(naming);
    if (begin > last) return;
    if (const int end = name_at(name); end > name)
      found_.aliases.push_back({last + 1, begin, name, end, "known as"});
  }

  int past_known(int i) const {
    if (terms_.is(i, List::known_as) && terms_.is(i + 1, List::naming_joint)) return i + 2;
    return terms_.is(i, List::called) && terms_.is(i - 1, List::also) ? i + 1 : i;
  }

  const Terms& terms_;
  Definitions found_;
};

}  // namespace

Definitions find_definitions(const Terms& terms) { return Finder(terms).find(); }

}  // namespace presscut::groups
