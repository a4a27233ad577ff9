// Text with its figures marked, whether they lie apart, inside each other or across each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/html.h"
#include "text/text.h"

namespace presscut::report {

/// A stretch to mark, in bytes of the text. A link to `name` leads to it; behind it stands `note`, which
/// leads to `back`.
struct Marked {
  Span span;
  std::string name, note, back;
};

/// Writes what stands at `part` of `text`, with marks around as much of each of `marked` as lies in it,
/// sorted by their starts, longer ones first. Each name is written once over all parts that hold its span.
void write_passage(std::string_view text, Span part, std::vector<Marked> marked, Writer& out);

}  // namespace presscut::report
