#include "io/http.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "io/unpacker.h"
#include "text/text.h"

namespace presscut::io {
namespace {

// The next line of `rest`, which loses it and its line end; nothing where no line ends.
std::optional<std::string_view> next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// RFC 9112, section 7.1: each chunk with its size before it, a last one of size 0. Nothing where it is not
// so.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string joined;
  while (const auto line = next_line(body)) {
    const std::string_view digits = text::trim(line->substr(0, line->find(';')));
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (size == 0) return joined;
    if (size > body.size()) return std::nullopt;
    joined.append(body.substr(0, size));
    body.remove_prefix(size);
    if (const auto closing = next_line(body); closing && !closing->empty()) return std::nullopt;
  }
  return std::nullopt;
}

std::string unpacked(Packing packing, std::string_view packed, std::uint64_t most_bytes) {
  const auto unpacker = unpacker_of(packing);
  if (!unpacker) throw BadBody("its body is packed in a way that this build of presscut does not unpack");
  const std::size_t size = packed.size();
  std::string out;
  std::vector<char> piece(64 * 1024);
  for (bool ended = false; !ended;) {
    const Unpacker::Step step = unpacker->unpack(packed, piece.data(), piece.size());
    packed.remove_prefix(step.used);
    out.append(piece.data(), step.made);
    if (!step.failure.empty()) throw BadBody("its packed body is damaged");
    ended = step.ended && packing_of(packed) != packing;  // members stand one behind the other
    if (step.ended && !ended) unpacker->restart();
    if (!ended && step.used == 0 && step.made == 0) throw BadBody("its packed body breaks off");
    if (grows_too_much(out.size(), size)) throw BadBody("its packed body " + grown_too_much());
    if (out.size() > most_bytes) throw BadBody(longer_than(most_bytes));
  }
  return out;
}

// RFC 9110, section 8.4.1. "deflate" is zlib's form, and often the bare stream.
std::string decoded(std::string_view coding, std::string body, std::uint64_t most_bytes) {
  const auto unpack = [&](Packing packing) { return unpacked(packing, body, most_bytes); };
  const auto is = [&](std::string_view name) { return text::equal_ascii_fold(coding, name); };
  if (coding.empty() || is("identity") || is("none")) return body;
  if (is("gzip") || is("x-gzip")) return body.starts_with("\x1F\x8B") ? unpack(Packing::gzip) : body;
  if (is("zstd")) return packing_of(body) == Packing::zstd ? unpack(Packing::zstd) : body;
  if (is("deflate")) {
    const bool has_header =
        body.size() > 1 && (body[0] & 0x0F) == 8 &&
        (static_cast<unsigned char>(body[0]) * 256 + static_cast<unsigned char>(body[1])) % 31 == 0;
    if (has_header) return unpack(Packing::zlib);
    return text::trim(body).starts_with('<') ? body : unpack(Packing::deflate);
  }
  if (text::trim(body).starts_with('<')) return body;
  throw BadBody("its body is packed as " + std::string(coding) + ", which presscut does not unpack");
}

}  // namespace

bool is_response(std::string_view message) { return message.starts_with("HTTP/"); }

void read_media(std::string_view value, std::string& media, std::string& charset) {
  media = text::fold(text::trim(value.substr(0, value.find(';'))));
  charset.clear();
  const std::string folded = text::fold(value);
  const std::size_t at = folded.find("charset=");
  if (at == std::string_view::npos) return;
  std::string_view name = std::string_view(folded).substr(at + 8);
  name = text::trim(name.substr(0, name.find(';')));
  if (name.size() > 1 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
    name = name.substr(1, name.size() - 2);
  charset = name;
}

std::optional<ResponseHeader> read_response_header(std::string_view& message) {
  ResponseHeader header;
  auto line = next_line(message);
  if (!line) return std::nullopt;
  if (const std::size_t blank = line->find(' '); blank != std::string_view::npos)
    std::from_chars(line->data() + blank + 1, line->data() + line->size(), header.status);
  for (line = next_line(message); line && !line->empty(); line = next_line(message)) {
    const std::size_t colon = std::min(line->find(':'), line->size());
    const std::string_view name = text::trim(line->substr(0, colon));
    const std::string_view value = text::trim(line->substr(std::min(colon + 1, line->size())));
    const auto is = [&](std::string_view field) { return text::equal_ascii_fold(name, field); };
    if (is("Content-Type")) read_media(value, header.media, header.charset);
    else if (is("Transfer-Encoding")) header.transfer = text::fold(value);
    else if (is("Content-Encoding")) header.coding = value;
  }
  if (!line) return std::nullopt;
  return header;
}

Response read_response(std::string_view message, std::uint64_t most_bytes) {
  auto header = read_response_header(message);
  if (!header) throw BadBody("its HTTP header has no end");
  Response response{std::move(*header), {}};
  std::string body(message);
  if (response.transfer.find("chunked") != std::string::npos)
    if (auto joined = joined_chunks(message)) body = std::move(*joined);
  response.body = decoded(response.coding, std::move(body), most_bytes);
  return response;
}

}  // namespace presscut::io
