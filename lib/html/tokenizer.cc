// The states of the standard, 13.2.5, folded together: a state that only waits for a byte is a search for it
// here, and what the states do to single characters (NUL, CR, references, case) is left to whoever asks for
// the text. Each function below names the states that it stands for.
//
// Linear: every search starts where the last one ended or belongs to a token that then reaches to the end of
// the input, and where the standard goes back (a '<' that opens nothing, an end tag that is not the awaited
// one) it goes back by a bounded number of bytes.
#include "html/tokenizer.h"

#include <array>
#include <cstring>

#include "html/tokenizer_scan.h"

namespace presscut::html {
namespace {

enum : std::uint8_t {
  space = 1,          // HTML white space; CR counts, as it is LF after the preprocessing of 13.2.3.5
  name_end = 2,       // ends a tag's name
  attribute_end = 4,  // ends an attribute's name
  unquoted_end = 8,   // ends a value without quotes
  letter = 16,
};

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char c : {'\t', '\n', '\f', '\r', ' '})
    table[c] = space | name_end | attribute_end | unquoted_end;
  table['/'] = name_end | attribute_end;
  table['>'] = name_end | attribute_end | unquoted_end;
  table['='] = attribute_end;
  for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 0x20] = letter;
  return table;
}();

bool is(std::uint8_t wanted, char c) { return (classes[static_cast<unsigned char>(c)] & wanted) != 0; }

const char* find_class(std::uint8_t wanted, const char* at, const char* end) {
  while (at != end && !is(wanted, *at)) ++at;
  return at;
}

const char* skip_space(const char* at, const char* end) {
  while (at != end && is(space, *at)) ++at;
  return at;
}

/// The next `byte` in [at, end), or `end`, for runs that may be long.
const char* find_far(char byte, const char* at, const char* end) {
  const void* const found = at == end ? nullptr : std::memchr(at, byte, end - at);
  return found == nullptr ? end : static_cast<const char*>(found);
}

/// Whether [at, end) begins with `word` (lower case), in any case.
bool begins_with(const char* at, const char* end, std::string_view word) {
  return static_cast<std::size_t>(end - at) >= word.size() && text::equal_ascii_fold({at, word.size()}, word);
}

/// Whether a tag's name stands at `at` that is `name` and complete.
bool names_tag(const char* at, const char* end, std::string_view name) {
  return begins_with(at, end, name) && at + name.size() != end && is(name_end, at[name.size()]);
}

/// Whether the '<' at `at` opens anything: a '<' that does not is text (6. tag open state, 7. end tag open
/// state).
bool opens_markup(const char* at, const char* end) {
  if (at + 1 == end) return false;
  if (at[1] == '/') return at + 2 != end;
  return is(letter, at[1]) || at[1] == '!' || at[1] == '?';
}

/// The end of the text that starts at `at` (1. data state); `special` where '&', CR or NUL stand in it.
const char* end_of_text(const char* at, const char* end, bool& special) {
  std::uint64_t seen = 0;
  while (end - at >= 8) {
    const std::uint64_t word = load_word(at);
    const std::uint64_t less = matches(word, '<');
    const std::uint64_t others = matches(word, '&') | matches(word, '\r') | matches(word, '\0');
    if (less == 0) {
      seen |= others;
      at += 8;
      continue;
    }
    seen |= others & (less - 1) & ~less;  // those below the first '<'
    at += bytes_before(less);
    if (opens_markup(at, end)) {
      special = seen != 0;
      return at;
    }
    ++at;
  }
  for (; at != end && !(*at == '<' && opens_markup(at, end)); ++at) {
    if (*at == '&' || *at == '\r' || *at == '\0') seen = 1;
  }
  special = seen != 0;
  return at;
}

/// Where RCDATA or RAWTEXT ends: at the end tag `name`, or at `end` (2, 3 and 9 to 14).
const char* end_of_raw_text(const char* at, const char* end, std::string_view name) {
  if (name.empty()) return end;
  for (;; ++at) {
    at = find_far('<', at, end);
    if (at == end) return end;
    if (at + 1 != end && at[1] == '/' && names_tag(at + 2, end, name)) return at;
  }
}

/// Where a script ends (4 and 15 to 31). Inside `<!--` a `<script>` hides the end tag that follows it.
const char* end_of_script(const char* at, const char* end, std::string_view name) {
  enum { plain, escaped, double_escaped } state = plain;
  for (;; ++at) {
    at = state == plain ? find_far('<', at, end) : find_any<'<', '>'>(at, end);
    if (at == end) return end;
    if (*at == '>') {  // both dashes may be those of "<!--" itself
      if (at[-1] == '-' && at[-2] == '-') state = plain;
      continue;
    }
    const bool closes = at + 1 != end && at[1] == '/';
    const char* const word = at + (closes ? 2 : 1);
    if (closes && state != double_escaped && !name.empty() && names_tag(word, end, name)) return at;
    if (state == plain) {
      if (begins_with(at, end, "<!--")) state = escaped;
    } else if (closes == (state == double_escaped) && names_tag(word, end, "script")) {
      state = closes ? escaped : double_escaped;
    }
  }
}

void clear(Token& token) {
  token.kind = TokenKind::end;
  token.name = {};
  token.text = {};
  token.content = Content::data;
  token.cdata = token.self_closing = token.has_references = false;
  token.attributes.clear();
}

}  // namespace

Tokenizer::Tokenizer(std::string_view input)
    : begin_(input.data()), at_(begin_), end_(begin_ + input.size()) {}

void Tokenizer::read_as(Content content, std::string_view name) {
  content_ = content;
  end_tag_ = name;
}

bool Tokenizer::next(Token& token) {
  while (at_ != end_) {
    const char* const start = at_;
    clear(token);
    if (content_ == Content::data ? read_data(token) : read_raw(token)) {
      token.span = {static_cast<std::size_t>(start - begin_), static_cast<std::size_t>(at_ - begin_)};
      return true;
    }
  }
  clear(token);
  token.span = {static_cast<std::size_t>(end_ - begin_), static_cast<std::size_t>(end_ - begin_)};
  return false;
}

// The functions below read one token at at_, which moves behind it, or move over what makes no token and
// return false.

bool Tokenizer::read_data(Token& token) {
  const char* const text_end = end_of_text(at_, end_, token.has_references);
  if (text_end != at_) return take_text(text_end, token);
  switch (at_[1]) {
    case '!': return read_declaration(token);
    case '?': return read_bogus_comment(at_ + 1, token);
    case '/': return read_closing(token);
    default: return read_tag(TokenKind::start_tag, at_ + 1, token);
  }
}

bool Tokenizer::read_raw(Token& token) {
  const char* text_end = end_;
  if (content_ == Content::script) text_end = end_of_script(at_, end_, end_tag_);
  else if (content_ != Content::plaintext) text_end = end_of_raw_text(at_, end_, end_tag_);
  if (text_end != at_) {
    token.content = content_;
    token.has_references = true;  // not looked at
    return take_text(text_end, token);
  }
  content_ = Content::data;
  return read_tag(TokenKind::end_tag, at_ + 2, token);
}

bool Tokenizer::take_text(const char* text_end, Token& token) {
  token.kind = TokenKind::text;
  token.text = {at_, text_end};
  at_ = text_end;
  return true;
}

/// 7. End tag open state.
bool Tokenizer::read_closing(Token& token) {
  if (is(letter, at_[2])) return read_tag(TokenKind::end_tag, at_ + 2, token);
  if (at_[2] != '>') return read_bogus_comment(at_ + 2, token);
  at_ += 3;  // "</>" is nothing at all
  return false;
}

/// 8. Tag name state, 32. before attribute name state, 40. self-closing start tag state. A tag that is not
/// finished at the end of the input is dropped.
bool Tokenizer::read_tag(TokenKind kind, const char* name, Token& token) {
  token.kind = kind;
  at_ = find_class(name_end, name, end_);
  token.name = {name, at_};
  while (at_ != end_) {
    const char c = *at_;
    if (is(space, c)) {
      ++at_;
    } else if (c == '>') {
      ++at_;
      if (kind == TokenKind::end_tag) token.attributes.clear();
      return true;
    } else if (c == '/') {
      ++at_;
      token.self_closing = kind == TokenKind::start_tag && at_ != end_ && *at_ == '>';
    } else {
      read_attribute(token);
    }
  }
  return false;
}

/// 33 to 39, from the attribute name state to the one after a quoted value.
void Tokenizer::read_attribute(Token& token) {
  const char* const name = at_;
  at_ = find_class(attribute_end, at_ + 1, end_);  // a '=' in front belongs to the name
  Attribute& attribute = token.attributes.emplace_back();
  attribute.name = {name, at_};
  const char* const equals = skip_space(at_, end_);
  if (equals == end_ || *equals != '=') return;

  const char* start = skip_space(equals + 1, end_);
  const bool quoted = start != end_ && (*start == '"' || *start == '\'');
  if (!quoted) {
    at_ = find_class(unquoted_end, start, end_);
    attribute.value = {start, at_};
    return;
  }
  ++start;
  at_ = start[-1] == '"' ? find_any<'"'>(start, end_) : find_any<'\''>(start, end_);
  attribute.value = {start, at_};
  if (at_ != end_) ++at_;
}

/// 42. Markup declaration open state.
bool Tokenizer::read_declaration(Token& token) {
  const std::string_view rest{at_, end_};
  if (rest.starts_with("<!--")) return read_comment(token);
  if (begins_with(at_, end_, "<!doctype")) return read_doctype(token);
  if (cdata_allowed_ && rest.starts_with("<![CDATA[")) return read_cdata(token);
  return read_bogus_comment(at_ + 2, token);
}

/// 41. Bogus comment state: up to the next '>'.
bool Tokenizer::read_bogus_comment(const char* start, Token& token) {
  const char* const close = find_far('>', start, end_);
  return take_comment({start, close}, close == end_ ? close : close + 1, token);
}

/// 43 to 52, the comment states. At the end of the input the comment lacks what had begun to end it.
bool Tokenizer::read_comment(Token& token) {
  const char* const start = at_ + 4;
  const std::string_view rest{start, end_};
  if (rest.starts_with('>')) return take_comment({start, start}, start + 1, token);
  if (rest.starts_with("->")) return take_comment({start, start}, start + 2, token);

  for (const char* close = start;; ++close) {
    close = find_far('>', close, end_);
    std::string_view content{start, close};
    const bool at_end = close == end_;
    for (const std::string_view mark : {"--", "--!", "-"}) {
      if (!content.ends_with(mark) || (mark == "-" && !at_end)) continue;
      content.remove_suffix(mark.size());
      return take_comment(content, at_end ? close : close + 1, token);
    }
    if (at_end) return take_comment(content, close, token);
  }
}

bool Tokenizer::take_comment(std::string_view content, const char* behind, Token& token) {
  token.kind = TokenKind::comment;
  token.text = content;
  token.has_references = true;  // not looked at
  at_ = behind;
  return true;
}

/// 53 to 68, the DOCTYPE states: a '>' ends them all, even between quotes.
bool Tokenizer::read_doctype(Token& token) {
  const char* const close = find_far('>', at_, end_);
  const char* const name = skip_space(at_ + std::strlen("<!doctype"), close);
  const char* const behind_name = find_class(space, name, close);
  token.kind = TokenKind::doctype;
  token.name = {name, behind_name};
  token.text = {behind_name, close};
  at_ = close == end_ ? close : close + 1;
  return true;
}

/// 69 to 71, the CDATA section states.
bool Tokenizer::read_cdata(Token& token) {
  const char* const start = at_ + std::strlen("<![CDATA[");
  const char* close = find_far('>', start, end_);
  while (close != end_ && !std::string_view(start, close).ends_with("]]"))
    close = find_far('>', close + 1, end_);
  const char* const text_end = close == end_ ? close : close - 2;
  at_ = close == end_ ? close : close + 1;
  token.kind = TokenKind::text;
  token.text = {start, text_end};
  token.cdata = token.has_references = true;
  return text_end != start;
}

}  // namespace presscut::html
