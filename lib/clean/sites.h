// What a site shows on page after page: learned from many of its pages in one run, used in another.
//
// A table of signatures, text so that tables of several runs can be put behind one another:
//
//   host           signature         pages
//   paper.example  -                 12       twelve pages of the site were seen
//   paper.example  9c1f0a63be42d577  11       on eleven of them stood this block
//
// Rows of the same host and signature add up, so what was learned from two halves of a site, one page in no
// more than one of them, is what was learned from the whole.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/document.h"

namespace presscut::clean {

/// Equal for texts of equal words in equal order, whatever stands between them and in whatever case of ASCII.
std::uint64_t signature(std::string_view text);

/// A line for each block of `document`, which must have its dropped blocks: host, signature, the page; empty
/// where the document has no host or no block. Blocks that stand there twice give one line.
std::string seen_blocks(const Document& document);

/// The table that sorted lines of seen_blocks, each once, amount to.
std::string table_of(const std::set<std::string>& seen);

class Sites {
 public:
  /// Adds a table. Throws std::runtime_error naming `name` and line where it is none.
  void add(std::string_view name, std::string_view table);

  /// Whether a block belongs to the site and not to the page: it stands on three pages of the host at least,
  /// and on a tenth of them.
  bool is_boilerplate(std::string_view host, std::string_view text) const;

 private:
  std::unordered_map<std::string, std::unordered_map<std::uint64_t, std::uint64_t>> pages_;
};

}  // namespace presscut::clean
