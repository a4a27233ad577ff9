// The forms of --help-as, which every tool has and presscut itself: what the manual and the completions of
// shells are made from.
#pragma once

#include <optional>
#include <string>

#include "cli/version.h"
#include "manual/manual.h"

namespace presscut::cli {

inline const manual::Release release = {version, released};

/// The shell that a form names, nothing where it is "man". Throws std::runtime_error where it is no form.
std::optional<manual::Shell> shell_called(const std::string& form);

}  // namespace presscut::cli
