#include "io/unpacker.h"

#include <zlib.h>

#include <algorithm>
#include <new>

namespace presscut::io {
namespace {

constexpr std::string_view gzip_magic = "\x1F\x8B\x08";
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";
constexpr std::string_view skippable_magic = "\x2A\x4D\x18";  // behind a byte from 0x50 to 0x5F

class Zlib : public Unpacker {
 public:
  explicit Zlib(int window_bits) {
    if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
  }
  ~Zlib() override { inflateEnd(&stream_); }
  Zlib(const Zlib&) = delete;
  Zlib& operator=(const Zlib&) = delete;

  std::string_view name() const override { return "gzip"; }
  std::string_view magic() const override { return gzip_magic; }
  void restart() override { inflateReset(&stream_); }

  Step unpack(std::string_view packed, char* to, std::size_t size) override {
    packed = packed.substr(0, most_at_once);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    const uInt room = stream_.avail_out = static_cast<uInt>(std::min(size, most_at_once));
    const int status = inflate(&stream_, Z_NO_FLUSH);
    Step step{packed.size() - stream_.avail_in, room - stream_.avail_out, status == Z_STREAM_END, {}};
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
      step.failure = stream_.msg ? stream_.msg : "no more is known";
    return step;
  }

 private:
  static constexpr std::size_t most_at_once = 1 << 30;
  z_stream stream_{};
};

bool is_skippable(std::string_view bytes) {
  return bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1).starts_with(skippable_magic);
}

}  // namespace

std::string grown_too_much() {
  return "grows to more than " + std::to_string(most_growth) + " times its packed size";
}

std::string longer_than(std::uint64_t most_bytes) {
  return "is longer than " + std::to_string(most_bytes) + " bytes";
}

std::unique_ptr<Unpacker> unpacker_of(Packing packing) {
  switch (packing) {
    case Packing::gzip: return std::make_unique<Zlib>(15 + 16);
    case Packing::zlib: return std::make_unique<Zlib>(15);
    case Packing::deflate: return std::make_unique<Zlib>(-15);
    case Packing::zstd: break;
  }
  return zstd_unpacker();
}

std::optional<Packing> packing_of(std::string_view first_bytes) {
  if (first_bytes.starts_with(gzip_magic)) return Packing::gzip;
  if (first_bytes.starts_with(zstd_magic) || is_skippable(first_bytes)) return Packing::zstd;
  return std::nullopt;
}

bool may_be_packed(std::string_view first_bytes) {
  if (first_bytes.empty()) return true;
  if (first_bytes.size() >= 4) return false;
  return gzip_magic.starts_with(first_bytes) || zstd_magic.starts_with(first_bytes) ||
         ((first_bytes[0] & 0xF0) == 0x50 && skippable_magic.starts_with(first_bytes.substr(1)));
}

}  // namespace presscut::io
