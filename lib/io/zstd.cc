// Zstandard, with the dictionary that a web archive may bring: its first frame is one to be skipped, with the
// magic number 0x184D2A5D, and holds a dictionary for all others, itself packed or not (IIPC, "Use of the
// Zstandard compression in WARC").
#include "io/unpacker.h"

#ifdef PRESSCUT_ZSTD

#include <zstd.h>
#include <zstd_errors.h>

#include <new>

namespace presscut::io {
namespace {

constexpr std::string_view frame_magic = "\x28\xB5\x2F\xFD";
constexpr std::string_view dictionary_magic = "\x5D\x2A\x4D\x18";
constexpr std::size_t frame_header = 8;  // of a frame to be skipped: magic number, length
constexpr std::size_t longest_dictionary = 16 * 1024 * 1024;

std::size_t dictionary_length(std::string_view header) {
  std::size_t length = 0;
  for (std::size_t i = 4; i > 0; --i) length = length * 256 + static_cast<unsigned char>(header[3 + i]);
  return length;
}

std::string unpacked(std::string_view dictionary) {
  if (!dictionary.starts_with(frame_magic)) return std::string(dictionary);
  std::string out(longest_dictionary, '\0');
  const std::size_t size = ZSTD_decompress(out.data(), out.size(), dictionary.data(), dictionary.size());
  out.resize(ZSTD_isError(size) ? 0 : size);
  return out;
}

class Zstd : public Unpacker {
 public:
  Zstd() : context_(ZSTD_createDCtx()) {
    if (!context_) throw std::bad_alloc();
  }
  ~Zstd() override { ZSTD_freeDCtx(context_); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;

  std::string_view name() const override { return "Zstandard"; }
  std::string_view magic() const override { return frame_magic; }
  void restart() override {
    ZSTD_DCtx_reset(context_, ZSTD_reset_session_only);
    at_start_ = false;
  }

  Step unpack(std::string_view packed, char* to, std::size_t size) override {
    if (at_start_) {
      const Step step = take_dictionary(packed);
      if (at_start_ || step.used > 0) return step;
    }
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{to, size, 0};
    const std::size_t status = ZSTD_decompressStream(context_, &out, &in);
    Step step{in.pos, out.pos, status == 0, {}};
    if (ZSTD_isError(status)) step.failure = ZSTD_getErrorName(status), step.used = packed.size();
    return step;
  }

 private:
  // Takes the bytes of a dictionary in; where it turns out that they are none, they are the first frame's.
  Step take_dictionary(std::string_view packed) {
    Step step;
    while (at_start_ && step.used < packed.size()) {
      dictionary_ += packed[step.used++];
      const std::size_t have = dictionary_.size();
      if (have <= dictionary_magic.size() && !dictionary_magic.starts_with(dictionary_))
        return give_back(step);
      if (have == frame_header && dictionary_length(dictionary_) > longest_dictionary)
        return step.failure = "its dictionary is longer than 16 MiB", step;
      if (have < frame_header || have < frame_header + dictionary_length(dictionary_)) continue;
      at_start_ = false, step.ended = true;
      const std::string dictionary = unpacked(std::string_view(dictionary_).substr(frame_header));
      if (ZSTD_isError(ZSTD_DCtx_loadDictionary(context_, dictionary.data(), dictionary.size())))
        step.failure = "its dictionary cannot be used";
    }
    return step;
  }

  // The bytes so far may have come in pieces: those of earlier ones are gone through here.
  Step give_back(Step step) {
    at_start_ = false;
    const std::size_t earlier = dictionary_.size() - step.used;
    ZSTD_inBuffer in{dictionary_.data(), earlier, 0};
    ZSTD_outBuffer out{nullptr, 0, 0};
    if (earlier > 0) ZSTD_decompressStream(context_, &out, &in);
    step.used = 0;
    return step;
  }

  ZSTD_DCtx* context_;
  bool at_start_ = true;
  std::string dictionary_;  // with the header of its frame
};

}  // namespace

std::unique_ptr<Unpacker> zstd_unpacker() { return std::make_unique<Zstd>(); }

}  // namespace presscut::io

#else

namespace presscut::io {

std::unique_ptr<Unpacker> zstd_unpacker() { return nullptr; }

}  // namespace presscut::io

#endif
