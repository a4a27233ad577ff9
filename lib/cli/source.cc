#include "cli/source.h"

#include <fmt/format.h>

#include <algorithm>

#include "charset/charset.h"
#include "html/html.h"
#include "plain/plain.h"
#include "stages/stages.h"
#include "work/work.h"

namespace presscut::cli {
namespace {

constexpr std::uint64_t cleaning_steps = 4;  // a byte: blocks, metadata, features, reasons

// Turns the spans of blocks from offsets of the decoded text into offsets of the bytes that were decoded.
void move_to_source(std::string_view bytes, const charset::Decoded& decoded, Document& document) {
  std::vector<Span*> spans;
  for (Block& block : *document.blocks) spans.push_back(&block.source);
  if (document.dropped)
    for (Dropped& dropped : *document.dropped) spans.push_back(&dropped.source);
  std::vector<std::size_t*> places;
  for (Span* span : spans) places.insert(places.end(), {&span->start, &span->end});
  std::sort(places.begin(), places.end(), [](const std::size_t* a, const std::size_t* b) { return *a < *b; });
  std::vector<std::size_t> offsets;
  for (const std::size_t* place : places) offsets.push_back(*place);
  const auto moved = charset::source_offsets(bytes, decoded, offsets);
  for (std::size_t i = 0; i < places.size(); ++i) *places[i] = moved[i];
}

// Whether the blocks lie in the text, one after the other.
bool has_sound_blocks(const Document& document) {
  std::size_t last = 0;
  for (const Block& block : *document.blocks) {
    if (block.span.start < last || block.span.end < block.span.start) return false;
    last = block.span.end;
  }
  return last <= document.text.size();
}

// Text with line ends as \n, in normal form, other control characters as blanks: else left alone.
std::string as_it_stands(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    if (byte == '\r') out += '\n', at += next == '\n';
    else if (byte == 0xC2 && next < 0xA0) out += ' ', ++at;
    else out += (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F ? ' ' : text[at];
  }
  return text::nfc(out);
}

// Mentions that come with their text must point into it.
void keep_mentions(const json::Record& record) {
  if (!record.unsound.empty())
    throw io::BadRecord(
        fmt::format("its \"{}\" do not quote the text; presscut check says more", record.unsound));
}

}  // namespace

std::string fallback_id(const io::Record& record, const std::string& url) {
  if (!url.empty()) return url;
  return record.number > 1 ? record.origin.path + '#' + std::to_string(record.number) : record.origin.path;
}

// The name of a file is its id; a canonical address that the page gives is not.
Source::Made Source::begin(const io::Record& record) {
  Made made;
  Document& document = made.document;
  work::spend(record.bytes.size());
  if (record.form == io::Form::ndjson) {
    read_ = json_.read(record.bytes);
    document = std::move(read_.document);
    if (document.origin.form.empty()) document.origin = record.origin;
  } else {
    document.id = record.id;
    document.origin = record.origin;
    document.url = record.url;
  }
  made.has_own_id = !document.id.empty();
  if (!made.has_own_id) document.id = fallback_id(record, document.url);
  return made;
}

void Source::finish(const io::Record& record, Document& document) {
  options_.cleaning.latest = record.fetched.empty() ? options_.date : record.fetched;
  if (record.form == io::Form::ndjson) finish_json(document);
  else finish_file(record, document);
  if (document.date.empty()) document.date = options_.date;
}

void Source::finish_file(const io::Record& record, Document& document) {
  const bool html = record.form == io::Form::html;
  const charset::Decoded decoded = charset::decode(record.bytes, record.charset, html);
  if (html) {
    clean_html(decoded.text, document);
  } else if (options_.as_is || options_.uncleaned == Uncleaned::take_all) {
    document.text = as_it_stands(decoded.text);
    return;
  } else {
    clean_text(decoded.text, document);
  }
  move_to_source(record.bytes, decoded, document);
}

void Source::finish_json(Document& document) {
  if (options_.uncleaned == Uncleaned::take_all) return;
  if (document.blocks && !has_sound_blocks(document))
    throw io::BadRecord("its blocks overlap, or lie outside of the text");
  if (document.blocks) return keep_mentions(read_);
  if (read_.has_html && !read_.has_text) return clean_html(read_.html, document);
  if (!read_.has_html && !read_.has_text) throw io::BadRecord("has neither \"html\" nor \"text\"");
  if (options_.uncleaned == Uncleaned::take_text || options_.as_is) return keep_mentions(read_);
  if (read_.has_html) return clean_html(read_.html, document);
  const std::string scraped = std::move(document.text);
  clean_text(scraped, document);
}

void Source::clean_html(std::string_view html, Document& document) {
  work::spend(html.size() * cleaning_steps);
  stages::forget(document);
  clean::clean(html::parse(html), options_.cleaning, document);
}

void Source::clean_text(std::string_view text, Document& document) {
  work::spend(text.size() * cleaning_steps);
  stages::forget(document);
  clean::clean(plain::parse(text), options_.cleaning, document);
}

}  // namespace presscut::cli
