// Words that say what follows: a name, a source, the day of publication or of a change.
#pragma once

#include <cstdint>
#include <string_view>

namespace presscut::metadata {

enum class Role : std::uint8_t {
  none,
  author,     // a name follows
  source,     // an agency or paper follows
  published,  // a day follows
  modified,   // the day of a change follows
  event,      // the day of something else follows: a term, a birth, today
};

struct Label {
  Role role = Role::none;
  std::size_t bytes = 0;  // how much of the text it takes, the colon and blanks behind it included
};

/// The label of bylines.tsv that `text` begins with, the longest one.
///
///   label_at("Veröffentlicht am 3. Mai 2024")  ->  published, 19 bytes
Label label_at(std::string_view text);

/// What the words in front of a day call it: the role of the last label of a day among them.
///
///   role_of_day("Jana Voss, aktualisiert am ")  ->  modified
Role role_of_day(std::string_view before);

/// What the words behind a day call it, where a verb ends the sentence: published, or none.
///
///   role_behind_day(" von Jana Voss geschrieben und unter dem Stichwort")  ->  published
Role role_behind_day(std::string_view behind);

/// What the name of an element (class, id, itemprop, property) calls the day in it, by the parts of words in
/// elements.tsv.
Role role_of_element(std::string_view name);

}  // namespace presscut::metadata
