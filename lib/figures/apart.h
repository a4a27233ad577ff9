// Events that words make one and that figures tell apart.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "figures/figures.h"
#include "figures/view.h"

namespace presscut::figures {

/// A figure, and what the next ones need to know of it.
struct Found {
  FigureMention mention;
  const Count* count = nullptr;
  std::size_t sentence = 0;
  std::string place{};    // where they march
  std::string signers{};  // whose letter it is, where there are several
};

/// Marches in two places are two events, and a part of what was counted in the whole country.
void tell_places_apart(const View& view, std::vector<Found>& found);

/// Two letters of a text have signers of two kinds, as many as many: "150 officers" and "64 reservists".
void tell_signers_apart(const View& view, std::vector<Found>& found);

}  // namespace presscut::figures
