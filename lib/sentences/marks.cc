#include "sentences/marks.h"

#include <algorithm>

#include "text/text.h"

namespace presscut::sentences {
namespace {

// The mark that `c` is alone.
Mark mark_of(char32_t c) {
  switch (c) {
    case U'.': return Mark::full_stop;
    case U'!':
    case U'?':
    case U'؟':
    case U'‼':
    case U'⁇':
    case U'⁈':
    case U'⁉': return Mark::strong;
    case U'…': return Mark::ellipsis;
    case U'。':
    case U'！':
    case U'？':
    case U'｡':
    case U'۔':
    case U'।':
    case U'॥':
    case U'።':
    case U'։': return Mark::sure;
    default: return Mark::none;
  }
}

// Of marks that stand together the stronger one counts; two full stops are an ellipsis.
Mark joined(Mark last, Mark next) {
  if (last == Mark::none) return next;
  if (last == Mark::full_stop && next == Mark::full_stop) return Mark::ellipsis;
  if (last == Mark::sure || next == Mark::sure) return Mark::sure;
  if (last == Mark::strong || next == Mark::strong) return Mark::strong;
  return Mark::ellipsis;
}

constexpr std::u32string_view closers = U"\"')]}”’»›“«」』）】";
constexpr std::u32string_view openers = U"\"'([{“‘„‚«‹»›「『（【¿¡-–—•*";

constexpr std::size_t longest_footnote = 4;  // digits

// Behind "[3]", `at` where there is none.
std::size_t skip_footnote(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return at;
  std::size_t end = at + 1;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9' && end - at <= longest_footnote) ++end;
  return end > at + 1 && end < text.size() && text[end] == ']' ? end + 1 : at;
}

// Quotes that open in one language and close in another: behind a mark they open where a letter follows.
bool opens_a_word(char32_t c, std::string_view text, std::size_t behind) {
  return (c == U'“' || c == U'«') && behind < text.size() && text::is_letter(text::decode(text, behind));
}

// Behind French " »", which stands apart; `at` where there is none.
std::size_t skip_spaced_closer(std::string_view text, std::size_t at) {
  std::size_t end = at < text.size() && text[at] != '\n' ? at + text::space_length(text, at) : at;
  if (end == at || end >= text.size() || text::decode(text, end) != U'»') return at;
  std::size_t behind = end;
  return behind < text.size() && text::is_letter(text::decode(text, behind)) ? at : end;
}

}  // namespace

MarkAt mark_at(std::string_view text, std::size_t at) {
  MarkAt found{Mark::none, at};
  while (found.end < text.size()) {
    std::size_t next = found.end;
    const Mark mark = mark_of(text::decode(text, next));
    if (mark == Mark::none) break;
    found = {joined(found.mark, mark), next};
  }
  return found;
}

std::size_t skip_closers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = std::max(skip_footnote(text, at), skip_spaced_closer(text, at));
    if (next == at) {
      const char32_t c = text::decode(text, next);
      if (closers.find(c) == closers.npos || opens_a_word(c, text, next)) break;
    }
    at = next;
  }
  return at;
}

std::size_t skip_openers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (const std::size_t space = at > 0 ? text::space_length(text, at) : 0) {
      if (text[at] == '\n') break;
      next += space;
    } else if (openers.find(text::decode(text, next)) == openers.npos) {
      break;
    }
    at = next;
  }
  return at;
}

}  // namespace presscut::sentences
