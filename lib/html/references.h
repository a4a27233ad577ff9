// Character references of the HTML standard (section 13.2.5.72 and on): "&amp;", "&eacute", "&#8217;",
// "&#x2019;".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace presscut::html {

/// Adds to `out` what the reference at the start of `text` stands for, and returns its length; 0 and nothing
/// added where the
/// '&' there begins none and means itself.
///
///   decode_reference("&eacute;s", false, out)  ->  8, adds "é"
///   decode_reference("&notit;", false, out)    ->  4, adds "¬": the longest name that fits
///   decode_reference("&copy=1", true, out)     ->  0: in an attribute this is part of a URL
///
/// `text` begins with '&'. Linear in the length of the reference.
std::size_t decode_reference(std::string_view text, bool in_attribute, std::string& out);

}  // namespace presscut::html
