// The names in what a byline or a metadata element says about the author.
#pragma once

#include <string>
#include <string_view>

namespace presscut::metadata {

/// Names joined by "; ", without what stands around them: "By", degrees and jobs, days, places, the paper.
///
///   names_in("By Anna Maar, staff writer, and Bo Lind | The Courier")  ->  "Anna Maar; Bo Lind"
///   names_in("Maar, Anna")                                             ->  "Anna Maar"
///
/// Empty where nobody is named: an account that is no name ("admin"), an address, `sitename` itself.
/// Character references that are left in JSON are read.
std::string names_in(std::string_view text, std::string_view sitename);

/// Whether `names` name a person in full and not an account ("anna_m"): with a blank between words that begin
/// with a capital, or in a script that has none.
bool are_full_names(std::string_view names);

/// The same where nothing but persons are named, each in full; else empty.
std::string persons_in(std::string_view text, std::string_view sitename);

/// Whether a short text is nothing but the name of a person: two to five words, all of them parts of a name.
bool is_person(std::string_view text);

}  // namespace presscut::metadata
