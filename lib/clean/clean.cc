#include "clean/clean.h"

#include <algorithm>
#include <optional>

#include "clean/features.h"
#include "clean/reasons.h"
#include "metadata/metadata.h"

namespace presscut::clean {
namespace {

void keep(std::string& field, const std::string& found) {
  if (field.empty()) field = found;
}

void fill(Document& document, const metadata::Metadata& found) {
  keep(document.url, found.canonical);
  keep(document.hostname, found.hostname);
  keep(document.title, found.title);
  keep(document.author, found.author);
  keep(document.date, found.date);
  keep(document.date_modified, found.date_modified);
  keep(document.language, found.language);
  keep(document.sitename, found.sitename);
}

// The language whose stop words the kept text is made of; empty where it is too short to tell.
std::string detect_language(const Features& features, const std::vector<Judgement>& judgements,
                            const Words& words) {
  std::vector<std::uint32_t> votes(words.languages().size(), 0);
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    if (!judgements[i].kept) continue;
    const Stats& stats = features.stats(i);
    all += stats.stop_words;
    for (std::size_t l = 0; l < votes.size(); ++l) votes[l] += stats.votes[l];
  }
  const auto best = std::max_element(votes.begin(), votes.end());
  if (best == votes.end() || *best < 8 || *best * 4 < all) return {};
  return words.languages()[static_cast<std::size_t>(best - votes.begin())];
}

// Where the text begins: the first kept block of running text from which on most words are kept. A lone kept
// line among dropped ones (a ticker's, a teaser's) is no beginning.
std::size_t first_text(const Features& features, const std::vector<Judgement>& judgements) {
  constexpr std::uint32_t running = 15;  // words
  constexpr std::size_t ahead = 10;      // blocks
  std::size_t first = metadata::Lines::none;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    if (!judgements[i].kept) continue;
    if (first == metadata::Lines::none) first = i;
    if (features.stats(i).words < running) continue;
    std::uint32_t words = 0, kept = 0;
    for (std::size_t j = i; j < std::min(i + ahead, judgements.size()); ++j) {
      words += features.stats(j).words;
      kept += judgements[j].kept ? features.stats(j).words : 0;
    }
    if (kept * 2 > words) return i;
  }
  return first;
}

// Behind the last kept block of running text.
std::size_t text_end(const Features& features, const std::vector<Judgement>& judgements) {
  std::size_t end = judgements.size();
  while (end > 0 && !(judgements[end - 1].kept && features.is_prose(end - 1))) --end;
  return end;
}

// A page of buttons and labels has nothing readable: less than five words that no sentence ends.
void drop_labels(const Features& features, std::vector<Judgement>& judgements) {
  constexpr std::uint32_t least_words = 5;
  std::uint32_t words = 0;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    if (!judgements[i].kept) continue;
    words += features.stats(i).words;
    if (features.stats(i).sentences > 0) return;
  }
  if (words < least_words)
    for (Judgement& judgement : judgements) judgement.kept = false;
}

// The blocks that stand on page after page of the site. Where they are more than half of what would be kept,
// the page is one of several copies and not the site's furniture: then none.
std::vector<bool> of_site(const page::Page& page, const Options& options, const std::string& host,
                          const Features& features, const std::vector<Judgement>& judgements) {
  std::vector<bool> found(judgements.size(), false);
  if (!options.sites) return found;
  std::uint64_t kept = 0, lost = 0;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    found[i] = options.sites->is_boilerplate(host, page.text_of(page.blocks[i]));
    if (!judgements[i].kept) continue;
    kept += features.stats(i).words;
    if (found[i]) lost += features.stats(i).words;
  }
  if (lost * 2 > kept) found.assign(found.size(), false);
  return found;
}

// How sure the model is of what became of a block; none where something else decided.
std::optional<std::uint8_t> confidence(const Judgement& judged, bool kept) {
  if (judged.kept != kept) return std::nullopt;
  return kept ? judged.likely : static_cast<std::uint8_t>(100 - judged.likely);
}

// Builds the document's text block by block.
class Assembly {
 public:
  Assembly(const page::Page& page, Document& document) : page_(page), document_(document) {
    document_.text.clear();
    document_.blocks.emplace();
  }

  void keep_block(std::size_t i, std::optional<std::uint8_t> confidence) {
    const page::Block& block = page_.blocks[i];
    if (!document_.text.empty()) document_.text += goes_on(block) ? "\n" : "\n\n";
    const std::size_t start = document_.text.size();
    document_.text += page_.text_of(block);
    document_.blocks->push_back({{start, document_.text.size()}, block.kind, block.source, confidence});
    last_ = &block;
  }

  void drop_block(std::size_t i, Verdict& verdict, std::optional<std::uint8_t> confidence) {
    const page::Block& block = page_.blocks[i];
    document_.dropped->push_back({block.source, verdict.reason, std::move(verdict.rule),
                                  std::string(page_.text_of(block)), confidence});
  }

 private:
  // Items of one list and rows of one table stand together.
  bool goes_on(const page::Block& block) const {
    return last_ && block.group != 0 && block.group == last_->group && block.kind == last_->kind;
  }

  const page::Page& page_;
  Document& document_;
  const page::Block* last_ = nullptr;
};

}  // namespace

void clean(const page::Page& page, const Options& options, Document& document) {
  const Words& words = Words::built_in();
  metadata::Metadata metadata = metadata::read(page, document.url, metadata::Lines::none, options.latest);
  const Model& model = options.model ? *options.model : built_in_model(page.has_tags);
  const Features features(page, metadata, document.url, words, model.names);
  std::vector<Judgement> judgements = classify(features, model.trees, options.leaning);
  drop_labels(features, judgements);
  const std::size_t begin = first_text(features, judgements);
  // Plain text shows its title over what has now been judged to be text.
  if (!page.has_tags && begin != metadata.lines.first_text)
    metadata = metadata::read(page, document.url, begin, options.latest);
  fill(document, metadata);

  const Reasons reasons(page, features, metadata.lines, {begin, text_end(features, judgements)}, words);
  Assembly assembly(page, document);
  if (options.explain) document.dropped.emplace();
  else document.dropped.reset();
  const bool tells_why = options.explain || !options.keep.empty();
  const std::vector<bool> site = of_site(page, options, document.hostname, features, judgements);
  std::optional<Verdict> section;  // of the last heading of page furniture, until text is kept again
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const Judgement judged = judgements[i];
    std::optional<Verdict> verdict = reasons.sure(i);
    if (!verdict && site[i] && judged.kept) verdict = Verdict{Reason::duplicate, "site"};
    if (!verdict && judged.kept && section && reasons.goes_with(*section, i))
      verdict = Verdict{section->reason, "section:" + std::string(name(section->reason))};
    if (!verdict && !judged.kept && !reasons.is_text_of_appeal(i))
      verdict = tells_why ? reasons.explain(i, section) : Verdict{Reason::other, "model"};
    judgements[i].kept = !verdict;
    if (!verdict || i == metadata.lines.title) section.reset();
    else if (reasons.opens_section(i, *verdict)) section = verdict;
    if (!verdict || (options.keep.contains(verdict->reason) && i != metadata.lines.title))
      assembly.keep_block(i, options.explain ? confidence(judged, true) : std::nullopt);
    else if (options.explain) assembly.drop_block(i, *verdict, confidence(judged, false));
  }
  keep(document.language, detect_language(features, judgements, words));
}

}  // namespace presscut::clean
