#include "check/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "mentions/mentions.h"

namespace presscut::check {
namespace {

using Report = std::vector<std::string>;

constexpr std::size_t longest_shown = 80;  // code points

// Control characters other than line ends and tabs; those of U+0080 to U+009F are two bytes.
std::size_t find_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return at;
    if (byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0) return at;
  }
  return std::string_view::npos;
}

// Offsets of one text in both countings, all turned at once: one by one each would cost the whole text.
class Offsets {
 public:
  using Turn = std::vector<std::size_t> (*)(std::string_view, const std::vector<std::size_t>&);

  Offsets(std::string_view text, std::vector<std::size_t> from, Turn turn) : from_(std::move(from)) {
    std::sort(from_.begin(), from_.end());
    to_ = turn(text, from_);
  }

  std::size_t operator[](std::size_t offset) const {
    return to_[std::lower_bound(from_.begin(), from_.end(), offset) - from_.begin()];
  }

 private:
  std::vector<std::size_t> from_, to_;
};

std::string_view shortened(std::string_view text) {
  return text.substr(0, text::code_points_to_bytes(text, {longest_shown})[0]);
}

void check_text(std::string_view name, const std::string& text, Report& report) {
  if (const std::size_t at = find_control(text); at != std::string::npos) {
    std::size_t end = at;
    const char32_t control = text::decode(text, end);
    report.push_back(fmt::format("{} has the control character U+{:04X} at {}", name,
                                 static_cast<std::uint32_t>(control),
                                 text::count_code_points(std::string_view(text).substr(0, at))));
  }
  if (!text::is_surely_nfc(text) && text::nfc(text) != text)
    report.push_back(fmt::format("{} is not in Normalization Form C", name));
}

// What is wrong with one block, given where the one before it ended; empty where all is well.
std::string fault_of(const Document& document, const Block& block, std::size_t last) {
  if (block.span.end > document.text.size()) return "ends behind the text";
  if (block.span.end <= block.span.start) return "is empty";
  if (block.span.start < last) return "begins before the last one ends";
  if (document.text.find_first_not_of('\n', last) < block.span.start)
    return "has text before it that is in no block";
  if (block.source.end < block.source.start) return "has a source span that runs backwards";
  return "";
}

void check_blocks(const Document& document, Report& report) {
  std::vector<std::pair<std::size_t, std::string>> faults;
  std::vector<std::size_t> bounds;
  std::size_t last = 0;
  for (std::size_t i = 0; i < document.blocks->size(); ++i) {
    const Span span = (*document.blocks)[i].span;
    if (std::string fault = fault_of(document, (*document.blocks)[i], last); !fault.empty()) {
      faults.emplace_back(i, std::move(fault));
      bounds.insert(bounds.end(), {span.start, span.end});
    }
    last = std::clamp(span.end, last, std::max(last, document.text.size()));
  }
  const Offsets points(document.text, bounds, text::bytes_to_code_points);
  const auto point = [&](std::size_t byte) {  // behind the end of the text, json::read counts one for one
    return points[byte] + (byte > document.text.size() ? byte - document.text.size() : 0);
  };
  for (const auto& [i, fault] : faults) {
    const Span span = (*document.blocks)[i].span;
    report.push_back(fmt::format("block {} [{}, {}) {}", i + 1, point(span.start), point(span.end), fault));
  }
  if (document.text.find_first_not_of('\n', last) != std::string::npos)
    report.push_back("text goes on behind the last block");
}

std::string named(const json::Claim& claim) {
  return fmt::format("\"{}\" [{}, {})", claim.list, claim.start, claim.end);
}

// The claims whose spans count in `text`, which is called `name`.
void check_quotes(std::string_view name, std::string_view text, const std::vector<const json::Claim*>& claims,
                  Report& report) {
  std::vector<std::size_t> bounds;
  for (const json::Claim* claim : claims) bounds.insert(bounds.end(), {claim->start, claim->end});
  const Offsets bytes(text, bounds, text::code_points_to_bytes);
  const std::size_t end = text::count_code_points(text);
  for (const json::Claim* claim : claims) {
    const bool inside = claim->start <= claim->end && claim->end <= end;
    const std::string_view found =
        inside ? slice(text, {bytes[claim->start], bytes[claim->end]}) : std::string_view();
    if (inside && found == claim->quote) continue;
    const std::string_view quote = shortened(claim->quote);
    report.push_back(
        inside ? fmt::format("{} quotes \"{}\", the {} there is \"{}\"", named(*claim), quote, name,
                             shortened(found))
               : fmt::format("{} is no span of the {}; it quotes \"{}\"", named(*claim), name, quote));
  }
}

// Two claims of one list, one behind the other; those of the title come first.
void check_order(const json::Claim& last, const json::Claim& claim, Report& report) {
  const bool in_title = claim.field == "title";
  const bool both = in_title == (last.field == "title");
  const bool before = std::pair(claim.start, claim.end) < std::pair(last.start, last.end);
  if (both ? before : in_title)
    report.push_back(
        fmt::format("{}{} stands behind {}", named(claim), in_title ? " of the title" : "", named(last)));
  else if (both && claim.start < last.end && !mentions::may_overlap(claim.list))
    report.push_back(fmt::format("{} overlaps {}", named(claim), named(last)));
}

void check_claims(const Document& document, const std::vector<json::Claim>& claims, Report& report) {
  std::vector<const json::Claim*> in_text, in_title;
  const json::Claim* last = nullptr;
  std::map<std::string_view, std::size_t> counts;
  for (const json::Claim& claim : claims) ++counts[claim.list];
  for (const json::Claim& claim : claims) {
    if (claim.of && *claim.of >= counts[claim.list])
      report.push_back(fmt::format("{} is of {}, which is no place in the list", named(claim), *claim.of));
    if (!claim.has_span) {
      report.push_back(fmt::format("a mention in \"{}\" has no span", claim.list));
      continue;
    }
    if (!claim.fault.empty()) report.push_back(fmt::format("{}: {}", named(claim), claim.fault));
    if (last && last->list == claim.list) check_order(*last, claim, report);
    if (claim.start <= claim.end) last = &claim;
    (claim.field == "title" ? in_title : in_text).push_back(&claim);
  }
  check_quotes("text", document.text, in_text, report);
  check_quotes("title", document.title, in_title, report);
}

}  // namespace

std::vector<std::string> violations(const Document& document, const std::vector<json::Claim>& claims) {
  Report report;
  check_text("text", document.text, report);
  check_text("title", document.title, report);
  if (document.blocks) check_blocks(document, report);
  check_claims(document, claims, report);
  return report;
}

}  // namespace presscut::check
