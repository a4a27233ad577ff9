// Packed input, damaged: the first byte says how it is packed, the second how many bytes are spoiled, pairs
// behind it which and how; each line of the rest is a member of its own. Without damage every byte comes
// back.
#include "io/unpacker.h"
#include "prove.h"

#ifdef PRESSCUT_ZSTD
#include <zstd.h>
#endif

using namespace presscut;

namespace {

struct Damage {
  unsigned char at, mask;
};

#ifdef PRESSCUT_ZSTD
std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}
#else
std::string zstd(std::string_view bytes) { return fuzz::gzip(bytes); }
#endif

/// A record of an archive, so that reading goes on behind damage.
std::string record_of(std::string_view page) {
  return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: " +
         std::to_string(page.size()) + "\r\n\r\n" + std::string(page) + "\r\n\r\n";
}

std::vector<Damage> take_damage(std::string_view& bytes) {
  std::vector<Damage> all;
  for (std::size_t left = fuzz::choose(bytes, 4); left > 0; --left) {
    const std::size_t at = fuzz::choose(bytes, 256), mask = fuzz::choose(bytes, 256);
    all.push_back({static_cast<unsigned char>(at), static_cast<unsigned char>(mask)});
  }
  return all;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  const std::size_t form = fuzz::choose(bytes, 4);
  const bool in_archive = form % 2 == 1;
  const std::vector<Damage> damage = take_damage(bytes);
  std::string file, unpacked;
  while (!bytes.empty()) {
    const std::string_view line = fuzz::take_line(bytes);
    const std::string member = in_archive ? record_of(line) : std::string(line) + '\n';
    file += form < 2 ? fuzz::gzip(member) : zstd(member);
    unpacked += member;
  }
  if (file.empty()) return 0;
  for (const Damage& spoiled : damage)
    file[file.size() * spoiled.at / 256] =
        static_cast<char>(file[file.size() * spoiled.at / 256] ^ spoiled.mask);
  io::Inputs inputs;
  inputs.from = in_archive ? io::Form::warc : io::Form::html;
  const fuzz::Answer answer = fuzz::read(file, inputs);
  fuzz::hold(answer.all() == fuzz::read(file, inputs).all(), "the same file gives the same");
  const bool packs_twice = io::packing_of(unpacked).has_value();
  if (damage.empty())
    fuzz::hold(packs_twice || answer.all() == fuzz::read(unpacked, inputs).all(),
               "what is packed is unpacked");
  else fuzz::hold(answer.records.size() + answer.reports.size() > 0 || in_archive, "damage is not silent");
  return 0;
}
