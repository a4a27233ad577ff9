// Any bytes in any encoding: the first line names the one that a server claims.
#include "charset/charset.h"

#include "prove.h"
#include "text/text.h"

using namespace presscut;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  const bool html = fuzz::choose(bytes, 2) == 1;
  const std::string_view transport = fuzz::take_line(bytes);
  const charset::Decoded decoded = charset::decode(bytes, transport, html);
  fuzz::hold(text::is_valid(decoded.text), "what is decoded is UTF-8");
  fuzz::hold(decoded.text == charset::decode(bytes, transport, html).text, "it decodes to the same again");

  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at <= decoded.text.size(); ++at) offsets.push_back(at);
  const auto moved = charset::source_offsets(bytes, decoded, offsets);
  fuzz::hold(moved.size() == offsets.size(), "each offset has a source");
  for (std::size_t i = 0; i < moved.size(); ++i)
    fuzz::hold(moved[i] <= bytes.size() && (i == 0 || moved[i] >= moved[i - 1]), "sources are in order");
  fuzz::hold(moved.back() == bytes.size(), "the end is the end");
  return 0;
}
