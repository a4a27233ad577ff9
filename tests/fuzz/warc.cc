// Any bytes as a web archive; packed, it gives the same.
#include "io/unpacker.h"
#include "prove.h"

using namespace presscut;

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
  // Offsets count unpacked bytes, of which packed ones may make more than there were.
  const bool is_packed = io::packing_of(bytes).has_value();
  fuzz::hold(is_packed || behind <= bytes.size(), "records lie in their archive");
  fuzz::hold(is_packed || bytes.empty() || fuzz::read(fuzz::gzip(bytes), inputs).all() == answer.all(),
             "packing changes nothing");
  return 0;
}
