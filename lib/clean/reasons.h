// Why a dropped block went, and the rules that overrule the model where they are sure.
#pragma once

#include <optional>
#include <string>

#include "clean/appeals.h"
#include "clean/features.h"
#include "metadata/metadata.h"
#include "page/page.h"

namespace presscut::clean {

struct Verdict {
  Reason reason = Reason::other;
  std::string
      rule;  // "phrases.en.tsv:14", "hint:navigation", "style", "template", "section:related", "model"
};

/// What a page's blocks say about why they are no text; made once for a page.
class Reasons {
 public:
  /// `text` are the blocks between which the running text stands.
  Reasons(const page::Page& page, const Features& features, const metadata::Lines& lines, Span text,
          const Words& words);

  /// Whether a block stays although the model drops it: the page itself is an appeal, and this is its prose.
  bool is_text_of_appeal(std::size_t block) const { return appeals_.is_page && features_.is_prose(block); }

  /// The verdict of a rule that needs no model: title and byline, which are fields; leaked style and
  /// templates; a phrase that is never part of an article; a run of appeals.
  std::optional<Verdict> sure(std::size_t block) const;

  /// The best explanation for a block that was dropped. `section` is the verdict on the heading that it
  /// stands under.
  Verdict explain(std::size_t block, const std::optional<Verdict>& section) const;

  /// Whether a block is the sentence between title and byline that sums the text up; models take it for a
  /// caption.
  bool is_standfirst(std::size_t block) const;

  /// Whether a block that the model keeps goes with the label that it stands under: in plain text a
  /// line that ends no sentence and is no heading, under "Related stories" and its kin.
  bool goes_with(const Verdict& section, std::size_t block) const;

  /// Whether what follows a dropped block without text in between goes for the same reason: "Related stories"
  /// and its kin, and the tail of an appeal.
  bool opens_section(std::size_t block, const Verdict& verdict) const;

 private:
  bool stands_over_title(std::size_t block) const;
  std::optional<Verdict> from_hints(const page::Block& block) const;
  std::optional<Verdict> from_phrase(std::size_t block) const;
  std::optional<Verdict> from_shape(std::size_t block) const;

  const page::Page& page_;
  const Features& features_;
  const metadata::Lines& lines_;
  const Words& words_;
  Span text_;
  Appeals appeals_;
};

}  // namespace presscut::clean
