#include <algorithm>
#include <array>

#include "interchange/interchange.h"
#include "interchange/regions.h"
#include "output/output.h"
#include "sentences/sentences.h"
#include "words/words.h"

namespace presscut::interchange {
namespace {

// Adds what stands between words: each mark by itself, but for runs of one ("...", "--").
void append_marks(std::string_view text, Span gap, std::vector<Span>& tokens) {
  for (std::size_t at = gap.start; at < gap.end;) {
    if (const std::size_t space = text::space_length(text, at)) {
      at += space;
      continue;
    }
    std::size_t end = at;
    const char32_t mark = text::decode(text, end);
    for (std::size_t next = end; next < gap.end && text::decode(text, next) == mark;) end = next;
    tokens.push_back({at, end});
    at = end;
  }
}

std::vector<Span> tokens_of(std::string_view text) {
  std::vector<Span> tokens;
  std::size_t at = 0;
  for (const Span word : words::split(text)) {
    append_marks(text, {at, word.start}, tokens);
    tokens.push_back(word);
    at = word.end;
  }
  append_marks(text, {at, text.size()}, tokens);
  return tokens;
}

// Opens and closes the regions of one list as tokens come.
class Cursor {
 public:
  explicit Cursor(std::vector<Region> regions) : regions_(std::move(regions)) {}

  void before(Span token, std::string& out) {
    while (next_ < regions_.size() && regions_[next_].span.end <= token.start) close(out);
    if (is_open_ || next_ == regions_.size() || regions_[next_].span.start >= token.end) return;
    out += start_tag(element_of(regions_[next_]), attributes_of(regions_[next_])) + '\n';
    is_open_ = true;
  }

  void after(Span token, std::string& out) {
    if (is_open_ && regions_[next_].span.end <= token.end) close(out);
  }

  // At the end of a sentence.
  void end(std::string& out) {
    if (is_open_) close(out);
  }

 private:
  void close(std::string& out) {
    if (is_open_) out += "</" + std::string(element_of(regions_[next_])) + ">\n";
    is_open_ = false, ++next_;
  }

  std::vector<Region> regions_;
  std::size_t next_ = 0;
  bool is_open_ = false;
};

class Vertical {
 public:
  Vertical(const Document& document, std::string& out)
      : document_(document),
        cursors_{Cursor(figure_regions(document)), Cursor(group_regions(document)),
                 Cursor(date_regions(document))},
        out_(out) {}

  void write() {
    const Document& d = document_;
    out_ += start_tag("text", {{"id", d.id},
                               {"url", d.url},
                               {"hostname", d.hostname},
                               {"sitename", d.sitename},
                               {"title", d.title},
                               {"author", d.author},
                               {"date", d.date},
                               {"year", d.date.substr(0, 4)},
                               {"language", d.language}});
    out_ += '\n';
    for (const Block& block : blocks_of(d)) write(block);
    out_ += "</text>\n";
  }

 private:
  void write(const Block& block) {
    out_ += start_tag("p", {{"kind", std::string(name(block.kind))}}) + '\n';
    for (const Span sentence : sentences::split(slice(document_.text, block.span)))
      write_sentence({block.span.start + sentence.start, block.span.start + sentence.end});
    out_ += "</p>\n";
  }

  void write_sentence(Span sentence) {
    const std::string_view text = slice(document_.text, sentence);
    out_ += "<s>\n";
    for (const Span token : tokens_of(text)) {
      const Span place{sentence.start + token.start, sentence.start + token.end};
      for (Cursor& cursor : cursors_) cursor.before(place, out_);
      const std::string_view word = slice(text, token);
      out_ += output::xml(word) + '\t' + output::xml(text::fold(word)) + '\n';
      for (auto cursor = cursors_.rbegin(); cursor != cursors_.rend(); ++cursor) cursor->after(place, out_);
    }
    for (auto cursor = cursors_.rbegin(); cursor != cursors_.rend(); ++cursor) cursor->end(out_);
    out_ += "</s>\n";
  }

  const Document& document_;
  std::array<Cursor, 3> cursors_;
  std::string& out_;
};

}  // namespace

void write_vertical(const Document& document, std::string& out) { Vertical(document, out).write(); }

}  // namespace presscut::interchange
