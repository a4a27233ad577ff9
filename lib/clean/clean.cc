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
  if (best == votes.end() || *best < 8 || *best * 2 < all) return {};
  return words.languages()[static_cast<std::size_t>(best - votes.begin())];
}

// Builds the document's text block by block.
class Assembly {
 public:
  Assembly(const page::Page& page, Document& document) : page_(page), document_(document) {
    document_.text.clear();
    document_.blocks.emplace();
  }

  void keep_block(std::size_t i) {
    const page::Block& block = page_.blocks[i];
    if (!document_.text.empty()) document_.text += goes_on(block) ? "\n" : "\n\n";
    const std::size_t start = document_.text.size();
    document_.text += page_.text_of(block);
    document_.blocks->push_back({{start, document_.text.size()}, block.kind, block.source});
    last_ = &block;
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
  const metadata::Metadata metadata = metadata::read(page, document.url);
  fill(document, metadata);
  const Features features(page, metadata.title, words);
  std::vector<Judgement> judgements = classify(features, page.has_tags, options.leaning);
  const Reasons reasons(page, features, words);
  Assembly assembly(page, document);
  if (options.explain) document.dropped.emplace();
  else document.dropped.reset();

  std::optional<Verdict> section;  // of the heading that the blocks stand under, while they are dropped
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    std::optional<Verdict> verdict;
    const bool is_byline =
        std::binary_search(metadata.lines.bylines.begin(), metadata.lines.bylines.end(), i);
    if (i == metadata.lines.title) verdict = Verdict{Reason::other, "title"};
    else if (is_byline) verdict = Verdict{Reason::byline, "byline"};
    else if (auto sure = reasons.sure(i)) verdict = std::move(sure);
    else if (!judgements[i].kept) verdict = reasons.explain(i, section);
    judgements[i].kept = !verdict;
    if (!verdict) section.reset();
    else if (features.stats(i).sure_phrase != Stats::none) section = verdict;
    if (!verdict || options.keep.contains(verdict->reason)) {
      if (verdict && verdict->rule == "title") continue;
      assembly.keep_block(i);
    } else if (options.explain) {
      document.dropped->push_back({page.blocks[i].source, verdict->reason, std::move(verdict->rule),
                                   std::string(page.text_of(page.blocks[i]))});
    }
  }
  keep(document.language, detect_language(features, judgements, words));
}

}  // namespace presscut::clean
