#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <string>
#include <string_view>
#include <vector>

#include "effort.h"
#include "io/io.h"
#include "io/unpacker.h"

#ifdef PRESSCUT_ZSTD
#include <zstd.h>
#endif

namespace io = presscut::io;
using namespace std::string_literals;

namespace {

using Strings = std::vector<std::string>;

struct Result {
  Strings bytes, reports;  // reports without the path
  std::uint64_t passed_over = 0;
};

Result read(std::string_view bytes, std::uint64_t most_bytes = io::no_limit,
            std::optional<io::Form> from = std::nullopt) {
  const int file = memfd_create("input", 0);
  REQUIRE(write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  Result result;
  io::Inputs inputs{{path}, from};
  inputs.most_bytes = most_bytes;
  io::Reader reader(inputs, [&](std::string_view where, std::string_view what) {
    result.reports.push_back(std::string(where.substr(path.size())) + ": " + std::string(what));
  });
  for (io::Record record; reader.next(record);) result.bytes.push_back(record.bytes);
  result.passed_over = reader.responses_passed_over();
  close(file);
  return result;
}

std::string record(std::string_view block, std::string_view type = "resource",
                   std::string_view media = "text/plain", std::size_t claims = 0) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nContent-Type: " + std::string(media) +
         "\r\nContent-Length: " + std::to_string(claims ? claims : block.size()) + "\r\n\r\n" +
         std::string(block) + "\r\n\r\n";
}

std::string gzip(std::string_view bytes) {
  uLongf size = compressBound(bytes.size()) + 64;
  std::string packed(size, '\0');
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(size);
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

const std::string page = "One page of an archive.";
const std::string grown = "grows to more than 200 times its packed size";

}  // namespace

TEST_CASE("a page that grows too much when unpacked is reported, one that grows less is read") {
  const std::string zeros(30'000'000, '0');
  CHECK(read(gzip(zeros)).reports == Strings{": " + grown});
  CHECK(read(gzip(zeros)).bytes.empty());
  CHECK(read(gzip(zeros.substr(0, 16'000'000))).bytes.size() == 1);
  CHECK(read(zeros).bytes.size() == 1);
}

TEST_CASE("a line that grows too much is passed over, and the lines around it are read") {
  const std::string line = "{\"a\": \"" + std::string(30'000'000, '0') + "\"}\n";
  const Result result = read(gzip("{\"b\": 1}\n" + line + "{\"c\": 2}\n"));
  CHECK(result.bytes == Strings{"{\"b\": 1}", "{\"c\": 2}"});
  CHECK(result.reports == Strings{": record 2 (byte 9): " + grown});
}

TEST_CASE("many small lines may shrink as they will") {
  std::string lines;
  for (int i = 0; i < scaled(3'000'000); ++i) lines += "{\"a\": 1}\n";
  const Result result = read(gzip(lines));
  CHECK(result.bytes.size() == scaled(3'000'000));
  CHECK(result.reports.empty());
}

TEST_CASE("a page of an archive that grows too much is passed over") {
  const std::string zeros(30'000'000, '0');
  const Result result = read(gzip(record(page) + record(zeros) + record(page)));
  CHECK(result.bytes == Strings{page, page});
  CHECK(result.reports == Strings{": record at byte " + std::to_string(record(page).size()) + ": " + grown});
}

TEST_CASE("a record that announces more than is wanted is passed over, and the next ones are read") {
  const std::string text(300'000, 'x');
  for (const std::string& before : {""s, "\r\n\r\nWARC is a word\r\n\r\nWARC/1.0 too\r\n"s}) {
    const Result result = read(record(page) + record(before + text) + record(page), 1000);
    CHECK(result.bytes == Strings{page, page});
    CHECK(result.reports ==
          Strings{": record at byte " + std::to_string(record(page).size()) + ": is longer than 1000 bytes"});
  }
}

TEST_CASE("what is long and no page is no loss") {
  const std::string zeros(300'000, '0');
  const Result result =
      read(record("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + zeros, "response") +
               record("HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n" + zeros, "response") +
               record(zeros, "metadata") + record(page),
           1000);
  CHECK(result.bytes == Strings{page});
  CHECK(result.reports.empty());
  CHECK(result.passed_over == 2);
}

TEST_CASE("a record that claims too much, and more than is wanted, hides none that follows") {
  for (const std::size_t inside : {100, 300'000}) {
    const std::string text(inside, 'x');
    const Result result = read(
        record(page) + record(text, "resource", "text/plain", 900'000) + record(page) + record(page), 1000);
    CHECK(result.bytes == Strings{page, page, page});
    CHECK(result.reports.size() == 1);
  }
}

TEST_CASE("a packed body is unpacked no further than is wanted") {
  const std::string zeros(300'000, '0');
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n";
  const Result result =
      read(record(head + gzip(zeros), "response") + record(head + gzip(page), "response"), 1000);
  CHECK(result.bytes == Strings{page});
  CHECK(result.reports == Strings{": record at byte 0: is longer than 1000 bytes"});
}

TEST_CASE("how a file is packed is told by its first four bytes") {
  CHECK(io::packing_of("\x1F\x8B\x08\x00"s) == io::Packing::gzip);
  CHECK(io::packing_of("\x28\xB5\x2F\xFD"s) == io::Packing::zstd);
  CHECK(io::packing_of("\x5D\x2A\x4D\x18"s) == io::Packing::zstd);
  CHECK_FALSE(io::packing_of("<p>"s));
  CHECK_FALSE(io::packing_of("]*M."s));
  CHECK(io::may_be_packed("]*M"s));
  CHECK_FALSE(io::may_be_packed("{}\n"s));
}

#ifdef PRESSCUT_ZSTD

static std::string zstd(std::string_view bytes, bool checksum = true) {
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, checksum);
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return packed;
}

TEST_CASE("Zstandard is undone, also where several files were joined or padded") {
  const std::string skipped = "\x50\x2A\x4D\x18\x03\0\0\0xyz"s;
  CHECK(read(zstd(page)).bytes == Strings{page});
  CHECK(read(skipped + zstd("{\"a\": 1}\n") + zstd("") + skipped + zstd("{\"b\"") + zstd(": 2}\n") +
             std::string(99, '\0'))
            .bytes == Strings{"{\"a\": 1}", "{\"b\": 2}"});
  CHECK(read(zstd(record(page)) + zstd(record(page))).bytes == Strings{page, page});
}

TEST_CASE("a packed page longer than any buffer is whole, with a checksum and without") {
  std::string text;
  for (long i = 0; i < 400'000; ++i) text += std::to_string(i * 7919 % 1000003) + ' ';
  for (const bool checksum : {true, false}) CHECK(read(zstd(text, checksum)).bytes == Strings{text});
}

TEST_CASE("Zstandard data that are damaged or break off are reported") {
  const std::string packed = zstd(page);
  CHECK(read(packed.substr(0, packed.size() - 1)).reports ==
        Strings{": byte " + std::to_string(packed.size() - 1) + ": the Zstandard data break off"});
  std::string spoiled = packed;
  spoiled.back() ^= 1;
  const Result result = read(spoiled);
  CHECK(result.bytes.empty());
  REQUIRE(result.reports.size() == 1);
  CHECK(result.reports[0].find("damaged Zstandard data: ") != std::string::npos);
}

#endif
