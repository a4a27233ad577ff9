// Any bytes as a web archive; packed, it gives the same.
#include <zlib.h>

#include "io/unpacker.h"
#include "prove.h"

using namespace presscut;

static std::string packed(std::string_view bytes) {
  z_stream stream{};
  fuzz::hold(deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 1, Z_DEFAULT_STRATEGY) == Z_OK, "zlib is there");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  fuzz::hold(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib packs");
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  io::Inputs inputs;
  inputs.from = io::Form::warc;
  if (fuzz::choose(bytes, 2) == 1) inputs.most_bytes = 64;
  const fuzz::Answer answer = fuzz::read(bytes, inputs);
  std::uint64_t behind = 0;
  for (const io::Record& record : answer.records) {
    fuzz::hold(record.origin.offset >= behind, "records are in order");
    behind = record.origin.offset + record.origin.length;
  }
  fuzz::hold(behind <= bytes.size(), "records lie in their archive");
  const bool packs_twice = io::packing_of(bytes).has_value();
  fuzz::hold(packs_twice || bytes.empty() || fuzz::read(packed(bytes), inputs).all() == answer.all(),
             "packing changes nothing");
  return 0;
}
