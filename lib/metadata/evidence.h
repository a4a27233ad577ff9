// The days that the lines and elements of a page show, and how much each looks like the day of its
// publication.
#pragma once

#include <vector>

#include "metadata/day.h"
#include "metadata/labels.h"
#include "page/page.h"

namespace presscut::metadata {

/// A day on the page, with what speaks for and against it.
struct Shown {
  Day day;
  Role role = Role::none;  // what its label or element calls it
  std::size_t block = 0;   // the block that shows it, or the next one
  int distance = 0;        // blocks behind the title, below 0 in front of it
  bool element = false;    // an element is named for it
  bool alone = false;      // nothing but a few words stands beside it
  bool byline = false;     // stands in what the page calls a byline
  bool leads = false;      // a line begins with it
  bool running = false;    // stands in running text
  bool dateline = false;   // at the start of the text, set off from it: "Lesk (3 May 2024)."
  bool own_line = false;   // in the block of the title, but on a line of its own
  bool signed_ = false;    // stands behind a name: "Posted by Anna Maar on 3 May 2024"
  bool declared = false;   // itemprop="datePublished" or the like
  bool in_head = false;    // no running text stands between the title and it
  bool in_tail = false;    // stands behind the running text
  bool elsewhere = false;  // in comments, related stories, a footer, a form
  bool footer = false;     // the footer is all that speaks against it
  bool aside = false;      // in a box, a teaser, a side column
  bool caption = false;    // stands under a picture
  bool in_table = false;   // in a row of several cells
  bool listed = false;     // one of several of its make
  double weight = 0;
};

/// In page order. `title` is the block that shows the title; it is guessed where that is no block of the
/// page.
std::vector<Shown> shown_days(const page::Page& page, std::size_t title, const Reading& reading);

}  // namespace presscut::metadata
