// What the address of a page tells.
#pragma once

#include <string>
#include <string_view>

#include "metadata/day.h"

namespace presscut::metadata {

/// The host in lower case, without user and port; empty where `url` has none.
std::string host_of(std::string_view url);

/// The day in a URL's path: /2024/10/25/, /2024-10-25, /25-10-2024 or /20241025/. Of an address in an archive
/// of the web the archived address counts.
Day day_of_url(std::string_view url);

}  // namespace presscut::metadata
