#include "report/passage.h"

#include <algorithm>
#include <set>

namespace presscut::report {
namespace {

struct Before {
  bool operator()(const Marked& a, const Marked& b) const {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  }
};

constexpr std::size_t deepest = 6;  // marks in marks; what lies deeper is a place to lead to, and no more

// Elements must nest. Of two marks that cross, the later one is cut where the earlier one ends, and goes on
// behind it without a name.
class Passage {
 public:
  Passage(std::string_view text, std::vector<Marked> marked, Writer& out)
      : text_(text), waiting_(marked.begin(), marked.end()), out_(out) {}

  void write(Span part, std::size_t depth = 0) {
    std::size_t at = part.start;
    while (!waiting_.empty() && waiting_.begin()->span.start < part.end) {
      Marked next = waiting_.extract(waiting_.begin()).value();
      if (depth == deepest) {
        next.span = {at, at};
      } else if (next.span.end > part.end) {
        waiting_.insert({{part.end, next.span.end}, "", next.note, next.back});
        next.span.end = part.end, next.note.clear();
      }
      out_.text(slice(text_, {at, next.span.start}));
      write(next, depth + 1);
      at = next.span.end;
    }
    out_.text(slice(text_, {at, part.end}));
  }

 private:
  void write(const Marked& marked, std::size_t depth) {
    out_.open("mark", {{"id", marked.name}});
    write(marked.span, depth);
    out_.close();
    if (!marked.note.empty()) out_.open("sup").element("a", {{"href", marked.back}}, marked.note).close();
  }

  std::string_view text_;
  std::multiset<Marked, Before> waiting_;
  Writer& out_;
};

}  // namespace

void write_passage(std::string_view text, Span part, std::vector<Marked> marked, Writer& out) {
  std::erase_if(marked,
                [&](const Marked& m) { return m.span.end <= part.start || m.span.start >= part.end; });
  for (Marked& m : marked) {
    if (m.span.start < part.start) m.name.clear(), m.span.start = part.start;
    if (m.span.end > part.end) m.span.end = part.end, m.note.clear();
  }
  Passage(text, std::move(marked), out).write(part);
}

}  // namespace presscut::report
