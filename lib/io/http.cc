#include "io/http.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "text/text.h"

namespace presscut::io {
namespace {

constexpr std::size_t free_growth = 16 * 1024 * 1024;
constexpr std::size_t none = std::string_view::npos;

// The next line of `rest`, which loses it and its line end; nothing where no line ends.
std::optional<std::string_view> next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == none) return std::nullopt;
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

class Inflater {
 public:
  explicit Inflater(int window_bits) {
    if (inflateInit2(&stream_, window_bits) != Z_OK) throw BadBody("out of memory for unpacking");
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  std::string unpack(std::string_view packed) {
    const std::size_t most = std::max(free_growth, packed.size() * most_growth);
    std::string out;
    char piece[64 * 1024];
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    for (int status = Z_OK; status != Z_STREAM_END;) {
      stream_.next_out = reinterpret_cast<Bytef*>(piece);
      stream_.avail_out = sizeof piece;
      status = inflate(&stream_, Z_NO_FLUSH);
      if (status != Z_OK && status != Z_STREAM_END)
        throw BadBody(stream_.avail_in == 0 ? "its packed body breaks off" : "its packed body is damaged");
      out.append(piece, sizeof piece - stream_.avail_out);
      if (out.size() > most)
        throw BadBody("its packed body grows to more than " + std::to_string(most_growth) +
                      " times its size");
    }
    return out;
  }

 private:
  z_stream stream_{};
};

// RFC 9110, section 8.4.1. "deflate" is zlib's form, and often the bare stream.
std::string decoded(std::string_view coding, std::string body) {
  const auto is = [&](std::string_view name) { return text::equal_ascii_fold(coding, name); };
  if (coding.empty() || is("identity") || is("none")) return body;
  if (is("gzip") || is("x-gzip")) return body.starts_with("\x1F\x8B") ? Inflater(15 + 16).unpack(body) : body;
  if (is("deflate")) {
    const bool has_header =
        body.size() > 1 && (body[0] & 0x0F) == 8 &&
        (static_cast<unsigned char>(body[0]) * 256 + static_cast<unsigned char>(body[1])) % 31 == 0;
    if (has_header) return Inflater(15).unpack(body);
    return text::trim(body).starts_with('<') ? body : Inflater(-15).unpack(body);
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
  if (at == none) return;
  std::string_view name = std::string_view(folded).substr(at + 8);
  name = text::trim(name.substr(0, name.find(';')));
  if (name.size() > 1 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
    name = name.substr(1, name.size() - 2);
  charset = name;
}

Response read_response(std::string_view message) {
  Response response;
  std::string transfer, coding;
  auto line = next_line(message);
  if (!line) throw BadBody("its HTTP header has no end");
  if (const std::size_t blank = line->find(' '); blank != none)
    std::from_chars(line->data() + blank + 1, line->data() + line->size(), response.status);
  for (line = next_line(message); line && !line->empty(); line = next_line(message)) {
    const std::size_t colon = std::min(line->find(':'), line->size());
    const std::string_view name = text::trim(line->substr(0, colon));
    const std::string_view value = text::trim(line->substr(std::min(colon + 1, line->size())));
    const auto is = [&](std::string_view field) { return text::equal_ascii_fold(name, field); };
    if (is("Content-Type")) read_media(value, response.media, response.charset);
    else if (is("Transfer-Encoding")) transfer = text::fold(value);
    else if (is("Content-Encoding")) coding = value;
  }
  if (!line) throw BadBody("its HTTP header has no end");
  std::string body(message);
  if (transfer.find("chunked") != std::string::npos)
    if (auto joined = joined_chunks(message)) body = std::move(*joined);
  response.body = decoded(coding, std::move(body));
  return response;
}

}  // namespace presscut::io
