// What became of the records of a run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "document/document.h"

namespace presscut::batch {

/// What stands in one document, or in all of a run.
struct Counts {
  std::uint64_t blocks = 0;
  std::uint64_t dropped = 0;                      // where dropped blocks were asked for
  std::map<std::string, std::uint64_t> mentions;  // by the key of their list; a list that is there has a key

  void add(const Counts& more);
};

Counts counts_of(const Document& document);

/// in = out + failed, always: each record that was read or reported as lost is one of the two. What another
/// shard has to do is none of these.
struct Stats {
  std::uint64_t in = 0, out = 0, failed = 0;
  std::uint64_t elsewhere = 0;                                    // records of other shards
  std::uint64_t files_passed_over = 0;                            // of directories: no text
  std::uint64_t responses_passed_over = 0;                        // of archives: no pages
  bool complete = false;                                          // the end of the inputs was reached
  Counts counts;                                                  // of what came out
  std::map<std::string, std::uint64_t> languages_without_tables;  // documents, by language

  /// What another run did, too: complete where both are.
  void add(const Stats& more);
};

/// One JSON object and a line end, its keys always the same and in the same order. `tool` is "clean",
/// `shard` "2/3".
std::string json_of(const Stats& stats, std::string_view tool, std::string_view version,
                    std::string_view shard);

}  // namespace presscut::batch
