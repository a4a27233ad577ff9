// Any bytes as a line of NDJSON: what can be read and is sound can be written and read again.
#include "check/check.h"
#include "json/json.h"
#include "prove.h"

using namespace presscut;

static bool has_sound_blocks(const Document& document) {
  std::size_t last = 0;
  for (const Block& block : document.blocks.value_or(std::vector<Block>())) {
    if (block.span.start < last || block.span.end < block.span.start) return false;
    last = block.span.end;
  }
  return last <= document.text.size();
}

static json::Record read(std::string line, json::Lists lists) {
  line.reserve(line.size() + io::spare_bytes);
  return json::Reader(lists).read(line);
}

static void read_and_check(const std::string& line) {
  const json::Record record = read(line, json::Lists::left);
  (void)check::violations(record.document, json::claims(record.document));
}

static void write_and_read(const std::string& line) {
  const json::Record record = read(line, json::Lists::read);
  if (!record.unsound.empty() || !has_sound_blocks(record.document)) return;
  std::string written, again;
  json::write(record.document, written);
  const json::Record back = read(written, json::Lists::read);
  fuzz::hold(back.unsound.empty() && has_sound_blocks(back.document), "what is written is sound");
  json::write(back.document, again);
  fuzz::hold(written == again, "what is read is what was written");
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string line(fuzz::view(bytes, size));
  for (const auto look : {read_and_check, write_and_read}) try {
      look(line);
    } catch (const io::BadRecord&) {
    }
  return 0;
}
