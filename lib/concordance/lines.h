// Lines of a concordance: what stands before the node, the node, what stands behind it, and where.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "concordance/concordance.h"
#include "output/table.h"

namespace presscut::concordance {

enum class Order { document, left, right, node };

struct View {
  Width width;
  bool sentence = false;  // the whole sentence around the node instead
  Order order = Order::document;
};

struct Line {
  std::string left, node, right;  // each on one line, white space squeezed
  Hit hit;
  Span code_points;
  std::string key;  // sorts lines in the order that was asked for
};

/// A line for each hit, in the order of the hits. Linear in the text by sentences, else in what is shown.
std::vector<Line> lines(const Document& document, const std::vector<Hit>& hits, const View& view);

/// The columns of `cells`, and how many of them are shown where none are picked: id, start, end, quote, left,
/// right and date; then term, field, title, url, hostname.
const std::vector<std::string>& columns();
inline constexpr std::size_t usual_columns = 7;
std::vector<output::Cell> cells(const Document& document, const Line& line);

/// How wide the parts of an aligned line are, in columns of a terminal.
struct Layout {
  explicit Layout(std::size_t columns);
  std::size_t id, left, right;  // `right` takes the node, too
};

/// The line with its node in the same column as that of all others: id and date before it, what does not fit
/// cut off, but for a `whole` sentence. A line whose node is written from right to left is laid out from
/// right to left; isolates keep each line apart from what is around it.
std::string aligned(const Document& document, const Line& line, const Layout& layout, bool whole);

}  // namespace presscut::concordance
