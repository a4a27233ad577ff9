#include "match/fault.h"

#include <algorithm>
#include <vector>

#include "text/text.h"

namespace presscut::match {
namespace {

// Behind the escape, class or literal that starts at `at`, where parentheses do not group; `at` where none
// does.
std::size_t skip_literal(std::string_view regexp, std::size_t at) {
  const auto behind = [&](std::string_view end, std::size_t from) {
    const std::size_t found = regexp.find(end, from);
    return found == regexp.npos ? regexp.size() : found + end.size();
  };
  if (regexp.substr(at, 2) == "\\Q") return behind("\\E", at + 2);
  if (regexp[at] == '\\') return std::min(at + 2, regexp.size());
  if (regexp[at] != '[') return at;
  std::size_t end = at + 1;
  if (regexp.substr(end, 1) == "^") ++end;
  if (regexp.substr(end, 1) == "]") ++end;
  while (end < regexp.size() && regexp[end] != ']') {
    const bool names_class = regexp.substr(end, 2) == "[:" && regexp.find(":]", end + 2) != regexp.npos;
    if (names_class) end = behind(":]", end + 2);
    else end += regexp[end] == '\\' ? 2 : 1;
  }
  return std::min(end + 1, regexp.size());
}

// The parenthesis without its other half.
std::size_t lonely_parenthesis(std::string_view regexp) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < regexp.size();) {
    const std::size_t next = skip_literal(regexp, at);
    if (next > at) {
      at = next;
      continue;
    }
    if (regexp[at] == '(') open.push_back(at);
    if (regexp[at] == ')' && open.empty()) return at;
    if (regexp[at] == ')') open.pop_back();
    ++at;
  }
  return open.empty() ? 0 : open.back();
}

std::size_t first_invalid(std::string_view bytes) {
  std::size_t valid = 0, invalid = bytes.size();
  while (valid + 1 < invalid) {
    const std::size_t middle = (valid + invalid) / 2;
    (text::is_valid(bytes.substr(0, middle)) ? valid : invalid) = middle;
  }
  return valid;
}

// RE2 reads from left to right and stops at the first fault: what is long enough to have it fails in the same
// way, and what is shorter does not.
std::size_t end_of_fault(const std::string& regexp, const RE2& re) {
  RE2::Options options;
  options.set_log_errors(false);
  std::size_t shorter = 0, enough = regexp.size();
  while (shorter + 1 < enough) {
    const std::size_t middle = (shorter + enough) / 2;
    const RE2 part(re2::StringPiece(regexp.data(), middle), options);
    const bool same = part.error_code() == re.error_code() && part.error_arg() == re.error_arg();
    (same ? enough : shorter) = middle;
  }
  return enough;
}

}  // namespace

std::size_t fault_at(const std::string& regexp, const RE2& re) {
  switch (re.error_code()) {
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen: return lonely_parenthesis(regexp);
    case RE2::ErrorBadUTF8: return first_invalid(regexp);
    case RE2::ErrorTrailingBackslash: return regexp.size() - 1;
    case RE2::ErrorPatternTooLarge:
    case RE2::ErrorInternal: return 0;
    default: break;
  }
  const std::size_t end = end_of_fault(regexp, re);
  return end - std::min(end, re.error_arg().size());
}

std::optional<std::size_t> byte_escape(std::string_view regexp) {
  for (std::size_t at = 0; at < regexp.size(); at = std::max(skip_literal(regexp, at), at + 1))
    if (regexp.substr(at, 2) == "\\C") return at;
  return {};
}

}  // namespace presscut::match
