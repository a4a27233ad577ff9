#include "prove.h"

#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>

#include "check/check.h"
#include "clean/clean.h"
#include "json/json.h"
#include "text/text.h"

namespace fuzz {
namespace {

using namespace presscut;

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

bool lies_in(std::string_view text, Span span) {
  return span.start <= span.end && is_boundary(text, span.start) && is_boundary(text, span.end);
}

template <typename List>
void prove_spans(const Document& document, const List& list, std::string_view name) {
  if (!list) return;
  for (const auto& mention : *list) {
    const std::string& text = mention.in_title ? document.title : document.text;
    hold(lies_in(text, mention.span) && mention.span.size() > 0, std::string(name) + " lie on code points");
  }
}

json::Record read_back(std::string line, json::Lists lists) {
  line.reserve(line.size() + io::spare_bytes);
  json::Reader reader(lists);
  return reader.read(line);
}

}  // namespace

std::size_t choose(std::string_view& bytes, std::size_t count) {
  if (bytes.empty()) return 0;
  const auto byte = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return byte % count;
}

std::string_view take_line(std::string_view& bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  return line;
}

std::string utf8(std::string_view bytes) {
  std::size_t replaced = 0;
  return text::repair(bytes, replaced);
}

std::string clean_text(std::string_view bytes) {
  std::string text;
  const std::string valid = utf8(bytes);
  for (std::size_t at = 0; at < valid.size();) {
    const char32_t c = text::decode(valid, at);
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    text::append(text, control ? U' ' : c);
  }
  return text::nfc(text);
}

void hold(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void prove(const page::Page& page, std::string_view source) {
  hold(text::is_valid(page.text), "the text of a page is UTF-8");
  std::size_t last = 0, last_source = 0;
  for (const page::Block& block : page.blocks) {
    hold(lies_in(page.text, block.text) && block.text.size() > 0, "a block has text");
    hold(block.text.start >= last, "blocks are in order");
    const std::string_view text = page.text_of(block);
    hold(text::nfc(text) == text, "a block is in normal form");
    hold(block.kind == Kind::code || text::trim(text) == text, "a block has no blanks at its ends");
    hold(lies_in(source, block.source), "a source span lies in the page");
    hold(block.source.start >= last_source, "source spans are in order");
    hold(block.container < page.containers.size(), "a container is there");
    hold(block.link_bytes <= block.text.size(), "links are part of their block");
    last = block.text.end, last_source = block.source.start;
  }
  for (std::size_t i = 1; i < page.containers.size(); ++i)
    hold(page.containers[i].parent < i, "containers stand before what they contain");
  for (const page::Link& link : page.links) hold(lies_in(page.text, link.text), "a link has text");
  for (const page::Time& time : page.times) hold(is_boundary(page.text, time.start), "a time has a place");
}

std::string prove(const Document& document) {
  for (const std::string* text : {&document.text, &document.title, &document.author, &document.sitename})
    hold(text::is_valid(*text), "what is written is UTF-8");
  if (document.blocks)
    for (const Block& block : *document.blocks)
      hold(lies_in(document.text, block.span), "blocks lie on code points");
  prove_spans(document, document.dates, "dates");
  prove_spans(document, document.numbers, "numbers");
  prove_spans(document, document.groups, "groups");
  prove_spans(document, document.figures, "figures");
  prove_spans(document, document.matches, "matches");
  std::string written, again;
  json::write(document, written);
  hold(text::is_valid(written), "a line is UTF-8");
  hold(written.find('\n') == std::string::npos, "a line is a line");
  const json::Record as_claimed = read_back(written, json::Lists::left);
  for (const std::string& violation :
       check::violations(as_claimed.document, json::claims(as_claimed.document)))
    hold(false, violation);
  const json::Record back = read_back(written, json::Lists::read);
  hold(back.unsound.empty(), "mentions quote their text");
  json::write(back.document, again);
  hold(written == again, "what is read is what was written");
  return written;
}

void prove_source(const Document& document, std::string_view source) {
  for (const Block& block : *document.blocks) hold(lies_in(source, block.source), "a block has a source");
  if (!document.dropped) return;
  for (const Dropped& dropped : *document.dropped)
    hold(lies_in(source, dropped.source), "a dropped block has a source");
}

std::string cleaned(const page::Page& page, std::string_view source) {
  clean::Options options;
  options.explain = true;
  Document document;
  clean::clean(page, options, document);
  prove_source(document, source);
  return prove(document);
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  hold(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 1, Z_DEFAULT_STRATEGY) == Z_OK, "zlib is there");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  hold(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib packs");
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

File::File(std::string_view bytes) : descriptor_(memfd_create("input", MFD_CLOEXEC)) {
  hold(descriptor_ >= 0 &&
           write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
       "there is memory for a file");
  path_ = "/proc/self/fd/" + std::to_string(descriptor_);
}

File::~File() { close(descriptor_); }

std::string Answer::all() const {
  std::string out;
  for (const io::Record& record : records)
    out += std::string(name(record.form)) + ' ' + std::to_string(record.origin.offset) + '+' +
           std::to_string(record.origin.length) + ' ' + record.id + ' ' + record.url + ' ' + record.charset +
           ' ' + record.fetched + '\n' + record.bytes + '\n';
  for (const std::string& report : reports) out += report + '\n';
  return out;
}

Answer read(std::string_view bytes, io::Inputs inputs) {
  const File file(bytes);
  inputs.paths = {file.path()};
  Answer answer;
  io::Reader reader(inputs, [&](std::string_view where, std::string_view what) {
    answer.reports.push_back(std::string(where.substr(file.path().size())) + ": " + std::string(what));
  });
  for (io::Record record; reader.next(record);) {
    hold(record.bytes.size() <= inputs.most_bytes, "a record is no longer than asked for");
    hold(record.bytes.capacity() >= record.bytes.size() + io::spare_bytes, "a parser may read on");
    answer.records.push_back(record);
    answer.records.back().bytes.reserve(record.bytes.size() + io::spare_bytes);
  }
  return answer;
}

}  // namespace fuzz
