// Bytes of a page to UTF-8: which encoding they are in, and the way back to their offsets.
//
// The order of evidence: a byte order mark (it overrules the transport, as in the Encoding standard), the
// transport's charset, a declaration in the first bytes (meta charset, http-equiv, XML), valid UTF-8, then
// statistics (uchardet). Labels and their encodings are the table of the WHATWG Encoding standard; iconv
// converts. Never throws on a page: invalid sequences become U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace presscut::charset {

/// The encoding's name ("windows-1255") for any label of the WHATWG table, in any case, blanks around it
/// ignored; empty where the label is unknown.
std::string_view encoding_of(std::string_view label);

/// The encoding that a page declares about itself (HTML standard 13.2.3.2, "prescan a byte stream to
/// determine its encoding", and the XML declaration); empty where it declares none. Looks at the first 64 KiB
/// and not only at the standard's 1,024 bytes, as a browser heeds a later meta, too.
std::string_view declared(std::string_view bytes);

/// "UTF-16LE" or "UTF-16BE" where the first bytes are a byte order mark, or UTF-16 text without one (half of
/// the bytes of its markup are NUL); empty otherwise.
std::string_view utf16_of(std::string_view bytes);

struct Decoded {
  std::string text;          // valid UTF-8, without byte order mark
  std::string encoding;      // "UTF-8", "windows-1255", ...
  std::size_t replaced = 0;  // invalid sequences that became U+FFFD
};

/// `bytes` as UTF-8. `transport` is the charset of an HTTP header, empty where there is none. `html` says
/// whether declarations inside the bytes count. Plain valid UTF-8 costs one look at the bytes and one copy.
///
///   decode("<meta charset=windows-1255>\xF9\xEC\xE5\xED", "", true)  ->  "<meta charset=windows-1255>שלום"
///
/// A declaration is not believed when the bytes prove it wrong: a page that says ISO-8859-1 and is UTF-8 is
/// read as UTF-8, one that says UTF-8 and mostly is not goes by the remaining evidence.
Decoded decode(std::string_view bytes, std::string_view transport, bool html);

/// Where the bytes at sorted `offsets` of `decoded.text` lay in the `bytes` that it was decoded from; the
/// same length as `offsets`. An offset inside a character is that of its start, one behind the text is the
/// end of the bytes. One pass over `bytes`; nothing is done where the bytes were plain UTF-8.
std::vector<std::size_t> source_offsets(std::string_view bytes, const Decoded& decoded,
                                        const std::vector<std::size_t>& offsets);

}  // namespace presscut::charset
