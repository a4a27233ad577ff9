#include "metadata/evidence.h"

#include <algorithm>
#include <unordered_map>

#include "metadata/words.h"

namespace presscut::metadata {
namespace {

using page::Hint;

constexpr page::Hints elsewhere = bit(Hint::comment) | bit(Hint::related) | bit(Hint::footer) |
                                  bit(Hint::form) | bit(Hint::navigation) | bit(Hint::consent) |
                                  bit(Hint::popup);
constexpr page::Hints aside = bit(Hint::aside) | bit(Hint::teaser) | bit(Hint::promotion) | bit(Hint::ticker);

// Whether digits stand in `text` that may be a year. Most blocks have too few: they are counted first,
// without branches, for which the compiler has wide steps.
bool may_have_day(std::string_view text, bool short_years) {
  std::size_t all = 0;
  for (const char c : text) all += static_cast<unsigned char>(c - '0') < 10;
  if (all < 4) return false;
  int digits = 0, runs = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      digits = 0;
      continue;
    }
    runs += digits == 0;
    if (++digits == 4 || (short_years && digits == 2 && runs > 1)) return true;
  }
  return false;
}

// Whether a day near the start of a text is parted from it by brackets, a dash or a colon.
bool is_set_off(std::string_view text, Span day) {
  constexpr std::size_t farthest = 48;  // bytes
  if (day.start > farthest) return false;
  const std::string_view behind = text::trim(text.substr(day.end));
  if (day.start > 0 && text[day.start - 1] == '(') return behind.starts_with(")");
  for (const std::string_view mark : {"–", "—", "- ", "-- ", ":", "|", "·", "•", "\n"})
    if (behind.starts_with(mark)) return true;
  return text.substr(day.end).starts_with("\n");
}

class ShownDays {
 public:
  ShownDays(const page::Page& page, std::size_t title, const Reading& reading)
      : page_(page), reading_(reading) {
    title_ = title < page.blocks.size() ? title : guess_title();
    if (title_ < page.blocks.size()) around_ = page.blocks[title_].hints;
    find_running_text();
    if (first_running_ < page.blocks.size()) around_ &= page.blocks[first_running_].hints;
  }

  std::vector<Shown> find() {
    std::size_t next = 0;  // in times
    for (std::size_t i = 0; i <= page_.blocks.size(); ++i) {
      const std::size_t behind = i < page_.blocks.size() ? page_.blocks[i].text.end : page_.text.size() + 1;
      bool timed = false;
      while (next < page_.times.size() && page_.times[next].start < behind)
        timed |= add_time(page_.times[next++], i);
      if (i < page_.blocks.size()) add_block(i, timed);
    }
    mark_lists();
    return std::move(found_);
  }

 private:
  bool is_running(std::size_t i) const {
    constexpr std::size_t least_bytes = 90, least_words = 14;
    const page::Block& block = page_.blocks[i];
    if (block.text.size() <= least_bytes || block.link_bytes * 2 >= block.text.size() || block.level)
      return false;
    if (block.kind == Kind::caption || has(block.near, Hint::caption)) return false;
    return !(block.hints & ~around_ & elsewhere) && has_words(page_.text_of(block), least_words);
  }

  // The heading over the first running text that more follows, else the block in front of it.
  std::size_t guess_title() const {
    constexpr std::size_t reach = 6, ahead = 8;
    std::size_t first = page_.blocks.size();
    std::vector<std::size_t> running;  // from the end of the page
    for (std::size_t i = page_.blocks.size(); i-- > 0;) {
      if (!is_running(i)) continue;
      running.push_back(i);
      const bool goes_on = running.size() > 2 && running[running.size() - 3] < i + ahead;
      if (goes_on || running.size() == 1) first = i;
    }
    for (std::size_t i = first; i-- > 0 && first - i <= reach;)
      if (page_.blocks[i].level) return i;
    return first - std::min<std::size_t>(first, 1);
  }

  void find_running_text() {
    const std::size_t none = page_.blocks.size();
    first_running_ = last_running_ = head_end_ = none;
    for (std::size_t i = std::min(title_ + 1, none); i < none; ++i) {
      if (!is_running(i)) continue;
      if (first_running_ == none) first_running_ = i;
      else if (head_end_ == none) head_end_ = i;
      last_running_ = i;
    }
    // A standfirst may stand between title and date; behind the first paragraph of the text itself there is
    // at most a line.
    if (first_running_ != none && first_running_ > title_ + 2) head_end_ = first_running_ + 2;
    head_end_ = std::min(head_end_, first_running_ + 6);
  }

  Shown at(std::size_t i, page::Hints hints) const {
    Shown shown;
    shown.block = i;
    shown.distance = static_cast<int>(i) - static_cast<int>(title_);
    shown.in_head = i + 4 >= title_ && i < head_end_;
    shown.in_tail = i >= last_running_;
    hints &= ~around_;
    if (shown.in_head || shown.in_tail) hints &= ~bit(Hint::footer);
    shown.footer = (hints & elsewhere) == bit(Hint::footer);
    if (shown.in_head && shown.distance > -4 && shown.distance < 6)
      hints &= ~(bit(Hint::form) | bit(Hint::navigation) | bit(Hint::comment));
    shown.elsewhere = (hints & elsewhere) != 0;
    shown.in_table = i < page_.blocks.size() && page_.blocks[i].kind == Kind::table &&
                     page_.text_of(page_.blocks[i]).find('\t') != std::string_view::npos;
    shown.aside = (hints & aside) != 0;
    return shown;
  }

  // Whether the element gave a day that its block shows or belongs to.
  bool add_time(const page::Time& time, std::size_t i) {
    Reading reading = reading_;
    reading.compact = reading.short_years = true;
    Day day = find_day(time.value, reading);
    const std::string_view text = text_of(time, i);
    if (!day) {
      reading.compact = false;
      day = find_day(text, reading);
    }
    if (!day) return false;
    Shown shown = at(i, time.hints);
    shown.day = day;
    shown.element = true;
    shown.role = role_of_element(time.name);
    const Role named = shown.role;
    shown.declared = time.name.find("datePublished") != std::string::npos;
    if (i < page_.blocks.size()) {
      const std::string_view block = page_.text_of(page_.blocks[i]);
      const std::size_t start = time.start - std::min(time.start, page_.blocks[i].text.start);
      if (start < block.size()) shown.role = label_before(i, block.substr(0, boundary(block, start)));
      if (shown.role == Role::none) shown.role = named;
      shown.alone = block.size() < 60;
    }
    found_.push_back(shown);
    return true;
  }

  // What the words before a day call it; where there are none, the short block in front of it.
  Role label_before(std::size_t i, std::string_view before) const {
    constexpr std::size_t longest_label = 32;
    if (!text::trim(before).empty() || i == 0) return role_of_day(before);
    const std::string_view line = page_.text_of(page_.blocks[i - 1]);
    const Label label = line.size() <= longest_label ? label_at(line) : Label{};
    return label.bytes == line.size() && label.role != Role::author && label.role != Role::source
               ? label.role
               : Role::none;
  }

  static std::size_t boundary(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
  }

  std::string_view text_of(const page::Time& time, std::size_t i) const {
    constexpr std::size_t longest = 64;
    if (i >= page_.blocks.size()) return {};
    const std::string_view block = page_.text_of(page_.blocks[i]);
    const std::size_t start = boundary(block, time.start - std::min(time.start, page_.blocks[i].text.start));
    return block.substr(start, boundary(block.substr(start), longest));
  }

  void add_block(std::size_t i, bool timed) {
    constexpr std::size_t longest = 600, short_line = 60, longest_leading = 160, least_words_of_sentence = 12;
    constexpr std::size_t longest_lead = 120;  // a label stands at the start of a line, not amid a text
    const page::Block& block = page_.blocks[i];
    std::string_view text = page_.text_of(block);
    if (block.hidden) return;
    const bool dateline = i == first_running_ && text.size() > longest;
    if (dateline) text = text.substr(0, boundary(text, 160));
    if (text.size() > longest) return;
    Reading reading = reading_;
    reading.short_years = text.size() <= short_line;
    if (!may_have_day(text, reading.short_years)) return;
    std::size_t done = 0;
    for (const FoundDay& found : find_days(text, reading)) {
      Shown shown = at(i, block.hints);
      shown.day = found.day;
      const std::string_view before = text.substr(done, found.span.start - done);
      if (found.span.start < longest_lead) shown.role = done ? role_of_day(before) : label_before(i, before);
      if (shown.role == Role::none && found.span.start < longest_lead && done == 0 && !dateline)
        shown.role = role_behind_day(text.substr(found.span.end));
      shown.own_line = i == title_ && text.substr(0, found.span.start).find('\n') != std::string_view::npos;
      shown.signed_ = !done && label_at(text).role == Role::author;
      shown.alone = found.span.size() * 2 + 12 >= text.size();
      shown.element = has(block.near, Hint::date);
      shown.running = is_running(i) || (text.back() == '.' && has_words(text, least_words_of_sentence));
      shown.dateline = i == first_running_ && is_set_off(text, found.span);
      shown.caption = block.kind == Kind::caption || has(block.near, Hint::caption);
      shown.byline = (block.near & (bit(Hint::byline) | bit(Hint::author))) != 0;
      shown.leads = found.span.start == 0 && text.size() <= longest_leading;
      const bool said = timed && std::any_of(found_.begin(), found_.end(), [&](const Shown& other) {
                          return other.block == i && other.day.number() == found.day.number();
                        });
      if (!said) found_.push_back(shown);
      else if (shown.role != Role::none)
        for (Shown& other : found_)
          if (other.block == i && other.day.number() == found.day.number() && other.role == Role::none)
            other.role = shown.role;
      done = found.span.end;
    }
  }

  // Blocks of one make that show several days belong to a list of stories or comments.
  void mark_lists() {
    struct Makes {
      int count = 0;
      std::size_t last = 0;  // block
      int first = 0;         // day
      bool differ = false;
    };
    std::unordered_map<std::uint32_t, Makes> makes;
    const auto path = [&](const Shown& shown) {
      return shown.block < page_.blocks.size() ? page_.blocks[shown.block].path : 0;
    };
    for (const Shown& shown : found_) {
      Makes& make = makes[path(shown)];
      if (make.count == 0) make.first = shown.day.number();
      if (make.count == 0 || make.last != shown.block) ++make.count;
      make.differ |= make.first != shown.day.number();
      make.last = shown.block;
    }
    for (Shown& shown : found_) {
      const Makes& make = makes[path(shown)];
      shown.listed = make.count > (shown.in_head ? 2 : 1) && make.differ;
    }
  }

  const page::Page& page_;
  std::size_t title_ = 0;
  Reading reading_;
  page::Hints around_ = 0;  // hints that stand around title and text say nothing
  std::size_t first_running_ = 0, last_running_ = 0;
  std::size_t head_end_ = 0;  // behind the blocks that may name author and day of the article
  std::vector<Shown> found_;
};

}  // namespace

std::vector<Shown> shown_days(const page::Page& page, std::size_t title, const Reading& reading) {
  return ShownDays(page, title, reading).find();
}

}  // namespace presscut::metadata
