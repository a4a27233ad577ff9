#include "batch/shard.h"

#include "batch/size.h"
#include "text/text.h"

namespace presscut::batch {

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = text::fnv1a(bytes);
  hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDull;
  hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53ull;
  return hash ^ hash >> 33;
}

std::string Shard::name() const { return std::to_string(number) + '/' + std::to_string(count); }

std::optional<Shard> shard_in(std::string_view words) {
  const std::size_t slash = words.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = number_in(words.substr(0, slash)), count = number_in(words.substr(slash + 1));
  if (!number || !count || *number < 1 || *number > *count) return std::nullopt;
  return Shard{*number, *count};
}

}  // namespace presscut::batch
