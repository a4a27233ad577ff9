// Two ways to one page: as it stands, and written anew from its tokens, which must hold the same.
//
// Names come in small letters, values in quotes, text with its special characters as references,
// comments empty. SVG and MathML are left out: whether "<![CDATA[" opens something there is for the builder
// to say.
#include <algorithm>
#include <array>

#include "html/html.h"
#include "html/tokenizer.h"
#include "prove.h"

using namespace presscut;

namespace {

constexpr std::array<std::string_view, 6> raw = {"style", "xmp", "iframe", "noembed", "noframes", "script"};
constexpr std::array<std::string_view, 5> left_out = {"svg", "math", "plaintext", "frameset", "select"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '\r': out += "&#13;"; break;
      default: out += c;
    }
  return out;
}

/// A NUL in a name stays what it is: the builder tells unknown names apart by their bytes.
std::string in_small_letters(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  return out;
}

/// In quotes, as it stands: what a class name hints at is told from its bytes. None may have quotes of
/// both kinds.
std::string quoted(std::string_view value) {
  if (value.find('"') == std::string_view::npos) return '"' + std::string(value) + '"';
  return '\'' + std::string(value) + '\'';
}

bool has_both_quotes(const html::Token& tag) {
  return std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const html::Attribute& attribute) {
    return attribute.value.find('"') != std::string_view::npos &&
           attribute.value.find('\'') != std::string_view::npos;
  });
}

std::string start_tag(const html::Token& tag, const std::string& name) {
  std::string out = '<' + name;
  for (const html::Attribute& attribute : tag.attributes)
    out += ' ' + in_small_letters(attribute.name) + '=' + quoted(attribute.value);
  return out + (tag.self_closing ? " />" : ">");
}

std::string text(const html::Token& token) {
  std::string decoded;
  html::decode_text(token, decoded);
  const bool as_is = token.content == html::Content::rawtext || token.content == html::Content::script;
  return as_is ? decoded : escaped(decoded);
}

/// The page written anew; empty where it holds what is left out.
std::string written_anew(std::string_view page) {
  html::Tokenizer tokenizer(page);
  std::string out;
  for (html::Token token; tokenizer.next(token);) {
    const std::string name = in_small_letters(token.name);
    if (token.kind == html::TokenKind::text) out += text(token);
    if (token.kind == html::TokenKind::comment) out += "<!---->";
    if (token.kind == html::TokenKind::end_tag) out += "</" + name + '>';
    if (token.kind != html::TokenKind::start_tag) continue;
    if (is_one_of(left_out, name) || has_both_quotes(token)) return {};
    out += start_tag(token, name);
    if (name == "title" || name == "textarea") tokenizer.read_as(html::Content::rcdata, name);
    if (is_one_of(raw, name))
      tokenizer.read_as(name == "script" ? html::Content::script : html::Content::rawtext, name);
  }
  return out;
}

void prove_same(const page::Page& one, const page::Page& other) {
  fuzz::hold(one.text == other.text && one.title == other.title, "the text is the same");
  fuzz::hold(one.language == other.language && one.canonical == other.canonical && one.meta == other.meta &&
                 one.json_ld == other.json_ld,
             "the metadata are the same");
  fuzz::hold(one.blocks.size() == other.blocks.size() && one.containers.size() == other.containers.size() &&
                 one.links.size() == other.links.size() && one.times.size() == other.times.size(),
             "there are as many blocks");
  for (std::size_t i = 0; i < one.blocks.size(); ++i) {
    const page::Block &a = one.blocks[i], &b = other.blocks[i];
    fuzz::hold(a.text == b.text && a.kind == b.kind && a.level == b.level && a.indent == b.indent &&
                   a.hidden == b.hidden && a.container == b.container && a.group == b.group &&
                   a.path == b.path && a.depth == b.depth && a.link_bytes == b.link_bytes &&
                   a.links == b.links && a.hints == b.hints && a.near == b.near,
               "blocks are the same");
  }
  for (std::size_t i = 0; i < one.links.size(); ++i)
    fuzz::hold(one.links[i].text == other.links[i].text && one.links[i].target == other.links[i].target,
               "links are the same");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string page = fuzz::utf8(fuzz::view(bytes, size));
  const std::string anew = written_anew(page);
  if (!anew.empty()) prove_same(html::parse(page), html::parse(anew));
  return 0;
}
