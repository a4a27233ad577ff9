// The title of a page with tags.
//
// A page declares its title (og:title, <title>), mostly with the name of the site before or behind it, and
// shows it as a heading, mostly worded alike. Neither is sure: the first heading may be the site's name, and
// og:title may be a teaser. So headings are held against the parts of what is declared, the site's part is
// told from the rest by og:site_name and the host, and the heading that agrees best is the title as the page
// shows it.
#include "metadata/title.h"

#include <algorithm>
#include <array>

#include "metadata/byline.h"
#include "metadata/lookup.h"

namespace presscut::metadata {
namespace {

using Words = std::vector<std::uint64_t>;  // hashes

Words sorted_words(std::string_view text) {
  Words words = text::folded_word_hashes(text);
  std::sort(words.begin(), words.end());
  return words;
}

// Dice coefficient of the words of two texts.
double agreement(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return 0;
  Words both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

std::vector<std::string_view> parts_of(std::string_view title) {
  static constexpr std::array<std::string_view, 10> separators = {
      " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " : ", " « "};
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t cut = std::string_view::npos, length = 0;
    for (const std::string_view separator : separators)
      if (const std::size_t at = title.find(separator); at < cut) cut = at, length = separator.size();
    const std::string_view part = text::trim(title.substr(0, std::min(cut, title.size())));
    if (!part.empty()) parts.push_back(part);
    if (cut == std::string_view::npos) return parts;
    title.remove_prefix(cut + length);
  }
}

// A declared title, its parts, and which of them are the site's name.
class Declaration {
 public:
  Declaration(std::string_view title, std::string_view sitename, std::string_view host)
      : title_(title), parts_(parts_of(title)), site_(sorted_words(sitename)), host_(host) {
    end_ = parts_.size();
    while (end_ > begin_ + 1 && is_site(parts_[end_ - 1])) --end_;
    if (end_ == parts_.size())
      while (end_ > begin_ + 1 && is_site(parts_[begin_])) ++begin_;
    const bool found = end_ - begin_ < parts_.size();
    while (!found && end_ > begin_ + 1 && looks_like_site(end_ - 1)) --end_;
  }

  /// The title without the site's name.
  std::string_view title() const {
    if (begin_ == end_) return title_;
    const char* start = parts_[begin_].data();
    return {start, static_cast<std::size_t>(parts_[end_ - 1].data() + parts_[end_ - 1].size() - start)};
  }

  /// The parts that may be the title on their own, and the one that is most likely the site's name.
  const std::vector<std::string_view>& parts() const { return parts_; }
  std::string_view site_part() const {
    if (parts_.size() < 2) return {};
    if (begin_ > 0) return parts_.front();
    if (end_ < parts_.size()) return parts_.back();
    return parts_.front().size() * 2 < parts_.back().size() ? parts_.front() : parts_.back();
  }

 private:
  // By og:site_name, or by the host: "The Valley Post" of www.thevalleypost.example.
  bool is_site(std::string_view part) const {
    if (!site_.empty()) return agreement(sorted_words(part), site_) > 0.6;
    std::string joined;
    for (const std::string& word : text::folded_words(part)) joined += word;
    return joined.size() >= 4 && host_.find(joined) != std::string_view::npos;
  }

  bool looks_like_site(std::size_t last) const {
    const std::size_t length = parts_[last].size();
    const auto head =
        static_cast<std::size_t>(parts_[last - 1].data() + parts_[last - 1].size() - parts_[0].data());
    const auto words = [](std::string_view part) { return text::folded_word_hashes(part).size(); };
    return length * 2 < head || (words(parts_[last]) <= 4 && words(title_.substr(0, head)) >= 4);
  }

  std::string_view title_;
  std::vector<std::string_view> parts_;
  Words site_;
  std::string_view host_;
  std::size_t begin_ = 0, end_ = 0;  // the parts of the title
};

// How well a heading stands for what the page declares.
class Match {
 public:
  Match(std::string_view stated, const Declaration& declaration)
      : declaration_(declaration),
        stated_(sorted_words(stated)),
        site_(sorted_words(declaration.site_part())) {
    for (const std::string_view part : declaration.parts()) {
      parts_.push_back(sorted_words(part));
      shortest_ = std::min(shortest_, part.size());
    }
    shortest_ = std::min(shortest_, stated.size());
    longest_ = std::max(stated.size(), declaration.title().size());
  }

  /// Whether a heading of this length can have half of its words in common with what is declared.
  bool may_fit(std::size_t bytes) const { return bytes * 4 >= shortest_ && bytes <= longest_ * 4; }

  double weight(const page::Page& page, const page::Block& block) const {
    const Words words = sorted_words(page.text_of(block));
    double weight = agreement(words, stated_);
    for (const Words& part : parts_) weight = std::max(weight, agreement(words, part));
    weight += block.level == 1 ? 0.2 : block.level ? 0.1 : 0;
    if (!site_.empty() && agreement(words, site_) > 0.9) weight -= 0.4;
    constexpr page::Hints others = bit(page::Hint::related) | bit(page::Hint::comment) |
                                   bit(page::Hint::aside) | bit(page::Hint::footer) |
                                   bit(page::Hint::navigation);
    if (block.near & others) weight -= 0.15;
    else if (block.hints & others) weight -= 0.05;
    return weight;
  }

  // Old pages have no headings, but a line in bold.
  bool is_part(std::string_view line) const {
    const auto& parts = declaration_.parts();
    return line.size() > shortest_line && std::find(parts.begin(), parts.end(), line) != parts.end();
  }

 private:
  static constexpr std::size_t shortest_line = 20;  // bytes

  const Declaration& declaration_;
  Words stated_, site_;
  std::vector<Words> parts_;
  std::size_t shortest_ = std::string_view::npos, longest_ = 0;  // bytes
};

// The lines of a heading up to one that names author or day, without the mark of a link to itself.
std::string_view without_byline(std::string_view heading) {
  for (const std::string_view mark : {"¶", "#", "§"})
    if (heading.ends_with(mark)) heading = text::trim(heading.substr(0, heading.size() - mark.size()));
  for (std::size_t at = heading.find('\n'); at != std::string_view::npos; at = heading.find('\n', at + 1)) {
    const std::size_t end = std::min(heading.find('\n', at + 1), heading.size());
    if (is_byline(heading.substr(at + 1, end - at - 1))) return heading.substr(0, at);
  }
  return heading;
}

constexpr double least_title_weight = 0.75;

}  // namespace

Title title_of_tags(const page::Page& page, std::string_view sitename, std::string_view host) {
  constexpr std::size_t longest_heading = 300;  // bytes
  const std::string_view name = first(declared(page), Field::title);
  const Declaration of_page(page.title, sitename, host), of_meta(name, sitename, host);
  const std::string stated(name.empty() ? of_page.title() : of_meta.title());
  const Match match(stated, of_page);
  Title best;
  double best_weight = least_title_weight;
  std::size_t only_h1 = Lines::none, h1_count = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const page::Block& block = page.blocks[i];
    if (block.level == 1 && h1_count++ == 0) only_h1 = i;
    const bool is_heading = block.level > 0 || has(block.near, page::Hint::title);
    if (block.text.size() > longest_heading || !match.may_fit(block.text.size())) continue;
    if (!is_heading && !match.is_part(page.text_of(block))) continue;
    const double weight = match.weight(page, block);
    if (weight > best_weight) best_weight = weight, best.block = i;
  }
  if (best.block == Lines::none && h1_count == 1) best.block = only_h1;
  const std::string_view shown =
      best.block == Lines::none ? std::string_view() : page.text_of(page.blocks[best.block]);
  best.text = text::squeeze(shown.empty() ? stated : without_byline(shown));
  return best;
}

}  // namespace presscut::metadata
