// Appeals: paragraphs of prose that ask for money or a subscription, behind or inside an article.
//
// They read like text, so no single block gives them away; a run of blocks in which most ask does.
#pragma once

#include <vector>

#include "clean/features.h"

namespace presscut::clean {

struct Appeals {
  /// For each block whether it stands in such a run: three blocks at least whose phrases speak for promotion
  /// or subscription, no two of them further apart than three blocks.
  std::vector<bool> in_run;

  /// Half of the page's prose and more asks: the page itself is an appeal, and keeps its text. Then no block
  /// is in a run.
  bool is_page = false;
};

Appeals find_appeals(const Features& features);

}  // namespace presscut::clean
