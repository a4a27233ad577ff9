// Characters that end sentences, close them, and open the next.
#pragma once

#include <cstddef>
#include <string_view>

namespace presscut::sentences {

enum class Mark {
  none,
  full_stop,  // "." alone: the end, an abbreviation, or part of a number
  strong,     // "!", "?", and what stands for them elsewhere
  ellipsis,   // "…", "..."
  sure,       // the full stops of scripts that use them for nothing else
};

struct MarkAt {
  Mark mark = Mark::none;
  std::size_t end = 0;  // behind all marks that stand together
};

/// The run of marks that starts at `at`.
MarkAt mark_at(std::string_view text, std::size_t at);

/// Behind the quotes, brackets and footnote numbers ("[3]") that close at `at`, right behind a mark.
std::size_t skip_closers(std::string_view text, std::size_t at);

/// Behind the quotes, brackets and dashes that open at `at`.
std::size_t skip_openers(std::string_view text, std::size_t at);

}  // namespace presscut::sentences
