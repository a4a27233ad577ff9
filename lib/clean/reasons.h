// Why a dropped block went, and the rules that overrule the model where they are sure.
#pragma once

#include <optional>
#include <string>

#include "clean/features.h"
#include "page/page.h"

namespace presscut::clean {

struct Verdict {
  Reason reason = Reason::other;
  std::string rule;  // "phrases.en.tsv:14", "hint:navigation", "style", "section:related", "model"
};

/// What a page's blocks say about why they are no text; made once for a page.
class Reasons {
 public:
  Reasons(const page::Page& page, const Features& features, const Words& words)
      : page_(page), features_(features), words_(words) {}

  /// The verdict of a rule that needs no model: leaked style, a phrase that is never part of an article.
  std::optional<Verdict> sure(std::size_t block) const;

  /// The best explanation for a block that was dropped. `section` is the verdict on the heading that it
  /// stands under.
  Verdict explain(std::size_t block, const std::optional<Verdict>& section) const;

 private:
  std::optional<Verdict> from_hints(const page::Block& block) const;
  std::optional<Verdict> from_phrase(std::size_t block) const;
  std::optional<Verdict> from_shape(std::size_t block) const;

  const page::Page& page_;
  const Features& features_;
  const Words& words_;
};

}  // namespace presscut::clean
