// What an element hands down to the text inside it: kind of block, list, table, hints, path.
#pragma once

#include <cstdint>

#include "html/attributes.h"
#include "html/elements.h"
#include "html/stack.h"

namespace presscut::html {

/// The element as it is to be put on the stack, where `around` is on top. `groups` counts the lists and
/// tables of the page.
OpenElement inherit(Element element, const Attributes& attributes, const OpenElement& around,
                    std::uint32_t& groups);

}  // namespace presscut::html
