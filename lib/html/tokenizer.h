// The tokenizer of the HTML standard (section 13.2.5), over valid UTF-8 in memory, without copies.
//
// Tokens are views into the input with byte spans: names keep their case, attribute values and text their
// character references, until somebody asks (`decode_text`, `value`). Most of a page's markup is never asked
// for, and that is what makes this fast. All states that a document can reach are here: data, RCDATA,
// RAWTEXT, script data with its escapes, PLAINTEXT, tags and attributes, comments, DOCTYPE, CDATA sections.
// Linear in the input; no recursion; parse errors are not reported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::html {

enum class TokenKind : std::uint8_t { text, start_tag, end_tag, comment, doctype, end };

/// How text is to be read on: the states in which a tokenizer can be put by whoever builds from its tokens.
enum class Content : std::uint8_t { data, rcdata, rawtext, script, plaintext };

/// As it stands in the page: name in its own case, value without quotes, references not yet decoded.
struct Attribute {
  std::string_view name;
  std::string_view value;
};

struct Token {
  TokenKind kind = TokenKind::end;
  Span span;              // the whole token in the input, the marks of a comment or CDATA section included
  std::string_view name;  // of a tag or DOCTYPE, as it stands in the page
  std::string_view text;  // of text or comment, as it stands in the page; of a DOCTYPE, what follows its name
  Content content = Content::data;    // the state in which text was read: says how to decode it
  bool cdata = false;                 // text of a CDATA section: no references in it
  bool self_closing = false;          // of a start tag
  bool has_references = false;        // where false, decode_text would change nothing; exact for data only
  std::vector<Attribute> attributes;  // of a start tag, in order; where a name comes twice, the first counts
};

class Tokenizer {
 public:
  /// Reads `input`, valid UTF-8 without byte order mark, which must outlive the tokens.
  explicit Tokenizer(std::string_view input);

  /// The next token into `token` (whose memory is used again), false behind the last one. Text comes in one
  /// token up to the next markup, and is never empty. Spans are in order; bytes between them make no token
  /// ("</>", an empty CDATA section). What stands unfinished at the end of the input is dropped where the
  /// standard drops it.
  ///
  ///   "<p id=a>x &lt; y"  ->  start_tag [0, 8) name "p", text [8, 16) "x &lt; y"
  bool next(Token& token);

  /// Reads on in `content` until the end tag `name` (ASCII lower case), then as data again. Called behind a
  /// start tag, whose name it is: ("script", Content::script), ("title", Content::rcdata). Plaintext never
  /// ends, nor does anything where `name` is empty.
  void read_as(Content content, std::string_view name);

  /// Whether `<![CDATA[` opens a CDATA section here (inside SVG and MathML) and not a bogus comment.
  void allow_cdata(bool allowed) { cdata_allowed_ = allowed; }

 private:
  bool read_data(Token& token);
  bool read_raw(Token& token);
  bool read_closing(Token& token);
  bool read_tag(TokenKind kind, const char* name, Token& token);
  void read_attribute(Token& token);
  bool read_declaration(Token& token);
  bool read_comment(Token& token);
  bool read_bogus_comment(const char* start, Token& token);
  bool read_doctype(Token& token);
  bool read_cdata(Token& token);
  bool take_text(const char* text_end, Token& token);
  bool take_comment(std::string_view content, const char* behind, Token& token);

  const char* begin_;
  const char* at_;
  const char* end_;
  Content content_ = Content::data;
  std::string end_tag_;  // that ends content_
  bool cdata_allowed_ = false;
};

/// The name in ASCII lower case, NUL as U+FFFD.
std::string lower(std::string_view name);

/// The text of a text or comment token as the standard emits it: references decoded (not in rawtext, script,
/// plaintext, CDATA and comments), CR and CRLF as LF, NUL as U+FFFD or, in data and CDATA, left to whoever
/// builds the tree. Appends to `out`.
void decode_text(const Token& text, std::string& out);

/// An attribute's value: references decoded as in attributes, line ends and NUL as above.
std::string value(const Attribute& attribute);

/// The value of the first attribute called `name` (ASCII lower case) as it stands in the page: `value`
/// decodes it. `found` where it exists. Linear in the number of attributes.
struct Lookup {
  std::string_view raw;
  bool found = false;
};
Lookup find(const Token& tag, std::string_view name);

}  // namespace presscut::html
