// html5lib-tokens: the tokens of small inputs as JSON, for scripts/html5lib.
//
// Standard input holds one case a line, three columns between tabs: the state to begin in (data, rcdata,
// rawtext, script, plaintext, cdata), the name of the last start tag (may be empty), and the input's UTF-8 in
// hexadecimal. Each is answered by one line: an array of tokens as html5lib-tests writes them, character
// tokens not merged.
//
//   printf 'data\t\t3c703e\n' | html5lib-tokens  ->  [["StartTag","p",{}]]
#include <algorithm>
#include <iostream>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "hexadecimal.h"
#include "html/tokenizer.h"
#include "text/text.h"

namespace {

using namespace presscut;

/// Builds the one line of an answer.
class Json {
 public:
  void raw(std::string_view json) { out_ += json; }

  void string(std::string_view content) {
    out_ += '"';
    for (const char c : content) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20) {
        out_ += "\\u00";
        out_ += "0123456789abcdef"[byte >> 4];
        out_ += "0123456789abcdef"[byte & 15];
      } else {
        if (c == '"' || c == '\\') out_ += '\\';
        out_ += c;
      }
    }
    out_ += '"';
  }

  void optional_string(const std::optional<std::string>& content) {
    if (content) string(*content);
    else raw("null");
  }

  const std::string& line() const { return out_; }

 private:
  std::string out_;
};

/// What the library leaves in a DOCTYPE token for whoever wants it: identifiers and the force-quirks flag.
struct Doctype {
  std::optional<std::string> public_id, system_id;
  bool force_quirks = false;
};

/// Reads what follows the name of a DOCTYPE (sections 13.2.5.56 to 13.2.5.68).
class DoctypeReader {
 public:
  DoctypeReader(std::string_view rest, bool finished) : rest_(rest), finished_(finished) {}

  Doctype read() {
    skip_space();
    if (at_end()) return result(!finished_);
    const bool is_public = text::equal_ascii_fold(rest_.substr(0, 6), "public");
    if (!is_public && !text::equal_ascii_fold(rest_.substr(0, 6), "system")) return result(true);
    rest_.remove_prefix(6);
    skip_space();
    if (is_public) {
      if (!read_quoted(doctype_.public_id)) return result(true);
      skip_space();
      if (at_end()) return result(!finished_);
    }
    if (!read_quoted(doctype_.system_id)) return result(true);
    skip_space();
    return result(at_end() && !finished_);  // what else may stand here is forgiven
  }

 private:
  bool at_end() const { return rest_.empty(); }
  void skip_space() { rest_.remove_prefix(std::min(rest_.size(), rest_.find_first_not_of("\t\n\f\r "))); }

  /// False where no quoted identifier stands here or its second quote is missing.
  bool read_quoted(std::optional<std::string>& id) {
    if (at_end() || (rest_[0] != '"' && rest_[0] != '\'')) return false;
    const std::size_t close = std::min(rest_.find(rest_[0], 1), rest_.size());
    html::Token content;
    content.kind = html::TokenKind::comment;  // NUL and CR are read as in comments
    content.text = rest_.substr(1, close - 1);
    content.has_references = true;
    html::decode_text(content, id.emplace());
    const bool closed = close != rest_.size();
    rest_.remove_prefix(closed ? close + 1 : close);
    return closed;
  }

  Doctype result(bool force_quirks) {
    doctype_.force_quirks = force_quirks;
    return doctype_;
  }

  std::string_view rest_;
  bool finished_;
  Doctype doctype_;
};

void write_doctype(const html::Token& token, std::string_view input, Json& json) {
  const bool finished = slice(input, token.span).ends_with('>');
  Doctype doctype = DoctypeReader(token.text, finished).read();
  json.raw("[\"DOCTYPE\",");
  json.optional_string(token.name.empty() ? std::nullopt : std::optional(html::lower(token.name)));
  json.raw(",");
  json.optional_string(doctype.public_id);
  json.raw(",");
  json.optional_string(doctype.system_id);
  json.raw(doctype.force_quirks || token.name.empty() ? ",false]" : ",true]");
}

void write_start_tag(const html::Token& token, Json& json) {
  json.raw("[\"StartTag\",");
  json.string(html::lower(token.name));
  json.raw(",{");
  std::set<std::string> seen;
  for (const html::Attribute& attribute : token.attributes) {
    const std::string name = html::lower(attribute.name);
    if (!seen.insert(name).second) continue;
    if (seen.size() > 1) json.raw(",");
    json.string(name);
    json.raw(":");
    json.string(html::value(attribute));
  }
  json.raw(token.self_closing ? "},true]" : "}]");
}

void write(const html::Token& token, std::string_view input, Json& json) {
  switch (token.kind) {
    case html::TokenKind::start_tag: return write_start_tag(token, json);
    case html::TokenKind::doctype: return write_doctype(token, input, json);
    case html::TokenKind::end_tag:
      json.raw("[\"EndTag\",");
      json.string(html::lower(token.name));
      break;
    default: {
      std::string content;
      html::decode_text(token, content);
      json.raw(token.kind == html::TokenKind::comment ? "[\"Comment\"," : "[\"Character\",");
      json.string(content);
    }
  }
  json.raw("]");
}

html::Content content_of(std::string_view state) {
  if (state == "rcdata") return html::Content::rcdata;
  if (state == "rawtext") return html::Content::rawtext;
  if (state == "script") return html::Content::script;
  if (state == "plaintext") return html::Content::plaintext;
  if (state == "data" || state == "cdata") return html::Content::data;
  throw std::runtime_error("unknown state: " + std::string(state));
}

std::string answer(std::string_view state, std::string_view last_start_tag, std::string input) {
  if (state == "cdata") input.insert(0, "<![CDATA[");  // the only way into that state
  html::Tokenizer tokenizer(input);
  tokenizer.allow_cdata(state == "cdata");
  if (content_of(state) != html::Content::data) tokenizer.read_as(content_of(state), last_start_tag);

  Json json;
  json.raw("[");
  html::Token token;
  for (bool first = true; tokenizer.next(token); first = false) {
    if (!first) json.raw(",");
    write(token, input, json);
  }
  json.raw("]");
  return json.line();
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::string_view columns = line;
    const std::size_t first = columns.find('\t');
    const std::size_t second = columns.find('\t', first + 1);
    if (second == std::string_view::npos) throw std::runtime_error("three columns expected: " + line);
    std::cout << answer(columns.substr(0, first), columns.substr(first + 1, second - first - 1),
                        html5lib::from_hexadecimal(columns.substr(second + 1)))
              << '\n';
  }
}
