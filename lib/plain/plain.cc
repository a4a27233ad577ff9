#include "plain/plain.h"

#include <algorithm>

#include "plain/lines.h"

namespace presscut::plain {
namespace {

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')'))
    line.remove_suffix(1);
  if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0x80)
    for (const std::string_view quote : {"”", "’", "»"})
      if (line.ends_with(quote) && line.size() > quote.size()) line.remove_suffix(quote.size());
  return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?' ||
                           line.back() == ':' || line.back() == ';');
}

bool starts_low(std::string_view line) {
  if (static_cast<unsigned char>(line.front()) < 0x80) return line.front() >= 'a' && line.front() <= 'z';
  std::size_t at = 0;
  const char32_t c = text::decode(line, at);
  return text::is_letter(c) && c < 0x0590 && text::fold(c) == c;
}

bool starts_with_stop(std::string_view line) {
  return !line.empty() &&
         (line.front() == ',' || line.front() == '.' || line.front() == ';' || line.front() == ')') &&
         (line.size() == 1 || line[1] == ' ');
}

std::size_t first_word_width(std::string_view line) {
  return text::count_code_points(line.substr(0, std::min(line.find(' '), line.size())));
}

class Joiner {
 public:
  explicit Joiner(std::string_view text)
      : text_(text), lines_(split_lines(text)), column_(wrap_column(lines_)) {}

  page::Page join() {
    page_.text.reserve(text_.size());
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      if (crumbs_before(i) >= most_crumbs)
        while (end < lines_.size() && is_crumb(lines_[end])) ++end;
      while (end < lines_.size() && continues(lines_[i], lines_[end - 1], lines_[end])) ++end;
      add_block(i, end);
      for (; end < lines_.size() && page::are_too_many(page_.blocks.size(), lines_[end].span.end); ++end)
        add_line(lines_[end]);
      i = end;
    }
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) judge_heading(i);
    return std::move(page_);
  }

 private:
  std::string_view of(const Line& line) const { return slice(text_, line.span); }

  // A block costs as much as some hundred bytes of text. No page has hundreds of lines of a few bytes one
  // after the other, but data and hostile input have: from so many on they are one block.
  static constexpr std::size_t most_crumbs = 256;
  static bool is_crumb(const Line& line) { return line.span.size() <= 8; }

  std::size_t crumbs_before(std::size_t line) {
    crumbs_ = is_crumb(lines_[line]) ? crumbs_ + 1 : 0;
    return crumbs_ > 0 ? crumbs_ - 1 : 0;
  }

  // Whether `next` goes on with the sentence of `line`; `first` is the line that began the block.
  bool continues(const Line& first, const Line& line, const Line& next) const {
    if (next.gap || next.bullet || next.level || line.level) return false;
    const std::string_view before = of(line);
    const std::string_view behind = of(next);
    if (column_ && line.width > column_ / 2) {
      const int hanging = first.indent + (first.bullet ? 2 : 0);
      if (std::abs(next.indent - std::max<int>(hanging, &first == &line ? 0 : line.indent)) > 4) return false;
      if (line.width + 1 + first_word_width(behind) > static_cast<std::size_t>(column_)) return true;
    }
    if (starts_with_stop(behind)) return true;
    return !ends_sentence(before) && starts_low(behind) && before.size() >= 25;
  }

  void add_block(std::size_t begin, std::size_t end) {
    const Line& first = lines_[begin];
    page::Block block;
    block.text.start = page_.text.size();
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && !starts_with_stop(of(lines_[i]))) page_.text += ' ';
      append(lines_[i]);
    }
    block.text.end = page_.text.size();
    page_.text += '\n';
    block.source = {first.span.start, lines_[end - 1].span.end};
    block.lines = static_cast<std::uint8_t>(std::min<std::size_t>(end - begin, 255));
    block.after_gap = first.gap || begin == 0;
    block.level = first.level;
    block.kind = first.level ? Kind::heading : first.bullet ? Kind::list_item : Kind::paragraph;
    block.indent = static_cast<std::uint8_t>(std::min<int>(first.indent, 255));
    if (block.kind == Kind::list_item) block.group = group_of(block);
    page_.blocks.push_back(block);
  }

  void add_line(const Line& line) {
    page::Block& block = page_.blocks.back();
    append(line);
    block.text.end = page_.text.size();
    page_.text += '\n';
    block.source.end = line.span.end;
    block.lines = static_cast<std::uint8_t>(std::min(block.lines + 1, 255));
  }

  void append(const Line& line) {
    if (line.squeezed) {
      page_.text += of(line);
      return;
    }
    const std::size_t start = page_.text.size();
    if (!text::append_squeezed(of(line), page_.text)) return;
    const std::string_view added = std::string_view(page_.text).substr(start);
    if (text::is_surely_nfc(added)) return;
    const std::string normal = text::nfc(added);
    page_.text.resize(start);
    page_.text += normal;
  }

  std::uint32_t group_of(const page::Block& block) {
    const bool goes_on =
        !page_.blocks.empty() && page_.blocks.back().kind == Kind::list_item && !block.after_gap;
    return goes_on ? groups_ : ++groups_;
  }

  // A short line of its own over running text is a heading.
  void judge_heading(std::size_t i) {
    page::Block& block = page_.blocks[i];
    if (block.kind != Kind::paragraph || block.lines > 1 || i + 1 >= page_.blocks.size()) return;
    const page::Block& next = page_.blocks[i + 1];
    const std::string_view title = page_.text_of(block);
    if (title.size() > 90 || ends_sentence(title) || starts_low(title)) return;
    const bool over_text = next.text.size() > 150 && next.kind == Kind::paragraph;
    if (over_text && block.after_gap && title.find(' ') != std::string_view::npos) {
      block.kind = Kind::heading;
      block.level = 2;
    }
  }

  std::string_view text_;
  std::vector<Line> lines_;
  int column_;
  page::Page page_;
  std::uint32_t groups_ = 0;
  std::size_t crumbs_ = 0;  // in a row, up to the line at hand
};

}  // namespace

page::Page parse(std::string_view text) { return Joiner(text).join(); }

}  // namespace presscut::plain
