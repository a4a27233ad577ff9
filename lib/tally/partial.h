// One figure of evidence as JSON.
#pragma once

#include <string>

#include "tally/tally.h"

namespace presscut::tally {

void write_figure(const Figure& figure, std::string& out);

/// Throws io::BadRecord where `json` is none.
Figure read_figure(const std::string& json);

}  // namespace presscut::tally
