#include "io/io.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace io = presscut::io;
namespace fs = std::filesystem;
using namespace std::string_literals;
using io::Form;

namespace {

using Strings = std::vector<std::string>;

/// A directory of its own for one test, gone with it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "presscut-io-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  std::string write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return *this / name;
  }

  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

/// All that came out of a Reader; paths and reports without the folder's name.
struct Result {
  std::vector<io::Record> records;
  Strings paths, bytes, reports;
  std::uint64_t passed_over = 0;
  std::uint64_t bytes_read = 0;
};

Result read(const Folder& folder, const Strings& names, std::optional<Form> from = std::nullopt) {
  Result result;
  const auto local = [&](std::string_view path) {
    return std::string(path.substr(path.starts_with(folder.path()) ? folder.path().size() + 1 : 0));
  };
  io::Inputs inputs;
  for (const auto& name : names) inputs.paths.push_back(name == "-" ? name : folder / name);
  inputs.from = from;
  io::Reader reader(inputs, [&](auto where, auto what) {
    result.reports.push_back(local(where) + ": " + std::string(what));
  });
  io::Record record;
  while (reader.next(record)) {
    CHECK(record.bytes.capacity() >= record.bytes.size() + io::spare_bytes);
    CHECK(record.origin.length == record.bytes.size());
    CHECK(record.origin.form == io::name(record.form));
    result.records.push_back(record);
    result.paths.push_back(local(record.origin.path));
    result.bytes.push_back(record.bytes);
  }
  result.passed_over = reader.passed_over();
  result.bytes_read = reader.bytes_read();
  return result;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// Bytes that do not shrink, so that a cut through the middle of the packed ones leaves half of them.
std::string noise(std::size_t size) {
  std::uint32_t state = 1;
  std::string result;
  while (result.size() < size)
    result += "0123456789abcdefghijklmnopqrstuv"[(state = state * 1664525 + 1013904223) >> 27];
  return result;
}

std::string lines(int count) {
  std::string result;
  for (int i = 0; i < count; ++i)
    result += "{\"id\": " + std::to_string(i) + ", \"text\": \"" + noise(50) + "\"}\n";
  return result;
}

std::string utf16(std::string_view ascii) {
  std::string result = "\xFF\xFE";
  for (const char c : ascii) result += {c, '\0'};
  return result;
}

}  // namespace

TEST_CASE("a form has a name") {
  for (const Form form : {Form::html, Form::text, Form::ndjson}) CHECK(io::form_of(io::name(form)) == form);
  CHECK(io::name(Form::ndjson) == "ndjson");
  CHECK(!io::form_of("HTML"));
  CHECK(!io::form_of(""));
}

TEST_CASE("the first bytes tell the form") {
  const std::vector<std::pair<std::string, Form>> cases = {
      {"<!DOCTYPE html><p>", Form::html},
      {" \n<!doctype HTML PUBLIC \"x\">", Form::html},
      {"<!DOCTYPE html\n  PUBLIC>", Form::html},
      {"<html lang=en>", Form::html},
      {"\xEF\xBB\xBF\r\n<HTML>", Form::html},
      {"<?xml version=\"1.0\"?><html/>", Form::html},
      {"<!-- saved -->", Form::html},
      {"<p>One.</p>", Form::html},
      {"Menu</li><li class=x>Home</li>\n<p>One.</p><p>Two.</p>", Form::html},
      {utf16("<html><p>"), Form::html},
      {utf16("<html><p>").substr(2), Form::html},
      {"{\"id\": 1}\n", Form::ndjson},
      {" {  \"id\": 1}", Form::ndjson},
      {"{}\n", Form::ndjson},
      {"{\"id\": \"cut\n{\"id\": 2}\n", Form::ndjson},
      {"{\"id\": " + noise(9000), Form::ndjson},
      {"\xEF\xBB\xBF{\"id\": 1}\n", Form::ndjson},
      {"", Form::text},
      {"Some words.\n", Form::text},
      {"{not JSON}", Form::text},
      {"{\"leaked\":\n[1, 2],\"from\":\n\"a script\"}\nSome words.\n", Form::text},
      {"[{\"id\": 1}]", Form::text},
      {"<3 she wrote", Form::text},
      {"<person> is a placeholder", Form::text},
      {"The tags <p> and </p> mark a paragraph.\n", Form::text},
      {"<p>, </p>, <br>, <div>: " + noise(4000), Form::html},  // as a browser has it
      {"Of <p>, </p>, <br>, <div>: " + noise(4000), Form::text},
  };
  for (const auto& entry : cases) {
    const auto& [bytes, form] = entry;
    CAPTURE(entry.first);
    CHECK(io::sniff(bytes, "") == form);
    CHECK(io::sniff(bytes, "a.txt") == form);
  }
}

TEST_CASE("the name of a file helps where its bytes leave it open") {
  CHECK(io::sniff("Some words.", "a.html") == Form::html);
  CHECK(io::sniff("Some words.", "a.HTM.gz") == Form::html);
  CHECK(io::sniff("Some words.", "a.xhtml") == Form::html);
  CHECK(io::sniff("broken\n{\"id\": 1}\n", "a.ndjson.gz") == Form::ndjson);
  CHECK(io::sniff("", "a.jsonl") == Form::ndjson);
  CHECK(io::sniff("{\"id\": 1}\n", "a.html") == Form::ndjson);
  CHECK(io::sniff("Some words.", ".html") == Form::text);
}

TEST_CASE("what holds no text is known by its first bytes") {
  const Strings binary = {"\x89PNG\r\n\x1A\n",
                          "GIF89a....",
                          "\xFF\xD8\xFF\xE0",
                          "%PDF-1.7\n",
                          "PK\x03\x04",
                          "\x7F"
                          "ELF\x02",
                          "RIFF\x10\0\0\0WEBPVP8 "s,
                          "ID3\x03",
                          "\0\0\0\x20"
                          "ftypisom"s,
                          "SQLite format 3\0"s,
                          "\1\0\2\0\3\0\4\0"s,
                          "a\0\0\0b\0\0\0c\0\0\0"s,
                          "BZh91AY&SY....",
                          "\xFD"
                          "7zXZ\0"s,
                          "\0"s};
  for (const auto& bytes : binary) {
    CAPTURE(bytes);
    CHECK(io::is_binary(bytes));
  }
}

TEST_CASE("text in any encoding is no binary file") {
  const Strings text = {"",
                        "Some words.\n",
                        "\xF9\xEC\xE5\xED \xF2\xE5\xEC\xED",
                        "מאה",
                        utf16("Some words"),
                        utf16("Some words").substr(2),
                        "\x1B$B$\"\x1B(B",
                        "\x1B[31mred\x1B[0m",
                        "page one\fpage two",
                        noise(500) + "\x02" + noise(500),
                        "BZh is a name",
                        "IDs",
                        "PK said"};
  for (const auto& bytes : text) {
    CAPTURE(bytes);
    CHECK(!io::is_binary(bytes));
  }
}

TEST_CASE("a page and a text are one record each, as they are") {
  const Folder folder;
  folder.write("a.html", "<!DOCTYPE html>\r\n<p>One.\n");
  folder.write("b.txt", "\xEF\xBB\xBFOne.\n\nTwo.");
  folder.write("empty.txt", "");
  const Result result = read(folder, {"a.html", "b.txt", "empty.txt"});
  CHECK(result.bytes == Strings{"<!DOCTYPE html>\r\n<p>One.\n", "\xEF\xBB\xBFOne.\n\nTwo.", ""});
  CHECK(result.records[0].form == Form::html);
  CHECK(result.records[1].form == Form::text);
  CHECK(result.records[1].origin.offset == 0);
  CHECK(result.reports.empty());
  CHECK(result.bytes_read == 25 + 13);
}

TEST_CASE("a page longer than the buffer is whole") {
  const Folder folder;
  const std::string page = "<html>" + noise(5'000'000);
  folder.write("a", page);
  folder.write("b", gzip(page));
  CHECK(read(folder, {"a", "b"}).bytes == Strings{page, page});
}

TEST_CASE("each line of NDJSON is a record") {
  const Folder folder;
  folder.write("a.ndjson", "{\"a\": 1}\n\n \t\r\n{\"b\": 2}\r\n{\"c\": 3}");
  const Result result = read(folder, {"a.ndjson"});
  CHECK(result.bytes == Strings{"{\"a\": 1}", "{\"b\": 2}", "{\"c\": 3}"});
  const std::vector<std::uint64_t> offsets = {0, 14, 24};
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    CHECK(result.records[i].origin.offset == offsets[i]);
    CHECK(result.records[i].number == i + 1);
    CHECK(result.records[i].form == Form::ndjson);
  }
}

TEST_CASE("a byte order mark before NDJSON is no part of the first record") {
  const Folder folder;
  folder.write("a", "\xEF\xBB\xBF{\"a\": 1}\n{\"b\": 2}\n");
  const Result result = read(folder, {"a"});
  CHECK(result.bytes == Strings{"{\"a\": 1}", "{\"b\": 2}"});
  CHECK(result.records[0].origin.offset == 3);
  CHECK(result.records[1].origin.offset == 12);
  CHECK(read(folder, {"a"}, Form::ndjson).bytes == result.bytes);
}

TEST_CASE("lines of any length come out where they lie") {
  const Folder folder;
  std::string all;
  Strings wanted;
  for (const std::size_t size : {10, 1'000'000, 1'048'576, 1, 2'500'000, 3, 100'000}) {
    wanted.push_back("{\"" + noise(size) + "\"}");
    all += wanted.back() + "\n";
  }
  folder.write("a", all);
  folder.write("b", gzip(all));
  const Result result = read(folder, {"a", "b"});
  REQUIRE(result.bytes.size() == 2 * wanted.size());
  for (std::size_t i = 0; i < result.bytes.size(); ++i) {
    CHECK(result.bytes[i] == wanted[i % wanted.size()]);
    CHECK(all.substr(result.records[i].origin.offset, result.records[i].origin.length) == result.bytes[i]);
  }
}

TEST_CASE("the form that is asked for overrules the bytes") {
  const Folder folder;
  folder.write("a", "{\"a\": 1}\n{\"b\": 2}\n");
  folder.write("b", "broken\n{\"b\": 2}\n");
  CHECK(read(folder, {"a"}, Form::text).bytes.size() == 1);
  CHECK(read(folder, {"a"}, Form::html).records[0].form == Form::html);
  CHECK(read(folder, {"b"}, Form::ndjson).bytes == Strings{"broken", "{\"b\": 2}"});
}

TEST_CASE("a directory is walked in the order of the bytes of its paths") {
  const Folder folder;
  for (const char* name : {"d/b.txt", "d/a/z", "d/a.html", "d/a-b", "d/B", "d/\xD7\x90", "d/a/b/c"})
    folder.write(name, "text");
  const Strings sorted = {"d/B", "d/a-b", "d/a.html", "d/a/b/c", "d/a/z", "d/b.txt", "d/\xD7\x90"};
  CHECK(read(folder, {"d"}).paths == sorted);
  CHECK(read(folder, {"d/"}).paths == sorted);
  CHECK(read(folder, {"d/b.txt", "d/a"}).paths == Strings{"d/b.txt", "d/a/b/c", "d/a/z"});
}

TEST_CASE("files in a directory that hold no text are passed over and counted") {
  const Folder folder;
  folder.write("d/a.txt", "text");
  folder.write("d/b.png", "\x89PNG\r\n\x1A\n");
  folder.write("d/c.gz", gzip("%PDF-1.4"));
  REQUIRE(mkfifo((folder / "d/fifo").c_str(), 0600) == 0);
  const Result result = read(folder, {"d"});
  CHECK(result.paths == Strings{"d/a.txt"});
  CHECK(result.passed_over == 3);
  CHECK(result.reports.empty());
}

TEST_CASE("a file that holds no text is reported when it was named") {
  const Folder folder;
  folder.write("b.png", "\x89PNG\r\n\x1A\n");
  folder.write("c.txt", "text");
  const Result result = read(folder, {"b.png", "c.txt"});
  CHECK(result.bytes == Strings{"text"});
  CHECK(result.reports == Strings{"b.png: is no text"});
  CHECK(result.passed_over == 0);
}

TEST_CASE("loops of symbolic links end") {
  const Folder folder;
  folder.write("d/a/x", "text");
  fs::create_directory_symlink("..", folder / "d/a/up");
  fs::create_directory_symlink("a", folder / "d/same");
  fs::create_symlink("a/x", folder / "d/y");
  CHECK(read(folder, {"d"}).paths == Strings{"d/a/x", "d/y"});
}

TEST_CASE("what cannot be read is reported once, and the rest is read") {
  const Folder folder;
  folder.write("d/a", "text");
  fs::create_symlink("nowhere", folder / "d/b");
  const Result result = read(folder, {"missing", "d", "d/a/x"});
  CHECK(result.paths == Strings{"d/a"});
  CHECK(result.reports == Strings{"missing: No such file or directory", "d/b: No such file or directory",
                                  "d/a/x: Not a directory"});
}

TEST_CASE("a file and a directory that may not be read are reported" * doctest::skip(geteuid() == 0)) {
  const Folder folder;
  folder.write("d/a", "text");
  folder.write("b", "text");
  fs::permissions(folder / "d", fs::perms::none);
  fs::permissions(folder / "b", fs::perms::none);
  CHECK(read(folder, {"d", "b"}).reports == Strings{"d: Permission denied", "b: Permission denied"});
  fs::permissions(folder / "d", fs::perms::owner_all);
}

TEST_CASE("gzip is undone, also where several files were joined or padded") {
  const Folder folder;
  const std::string page = "<!DOCTYPE html><p>One.";
  folder.write("a.html.gz", gzip(page));
  folder.write("b", gzip("{\"a\": 1}\n") + gzip("") + gzip("{\"b\": 2}\n{\"c\"") + gzip(": 3}\n"));
  folder.write("c", gzip(page) + std::string(1000, '\0'));
  const Result result = read(folder, {"a.html.gz", "b", "c"});
  CHECK(result.bytes == Strings{page, "{\"a\": 1}", "{\"b\": 2}", "{\"c\": 3}", page});
  CHECK(result.records[3].origin.offset == 18);
  CHECK(result.records[0].form == Form::html);
  CHECK(result.reports.empty());
}

TEST_CASE("of a gzip'd page that breaks off nothing is taken") {
  const Folder folder;
  const std::string packed = gzip("<!DOCTYPE html>" + noise(100'000));
  folder.write("a.gz", packed.substr(0, packed.size() / 2));
  folder.write("b.gz", packed.substr(0, 5));
  folder.write("c.gz", packed.substr(0, packed.size() - 1));
  const Result result = read(folder, {"a.gz", "b.gz", "c.gz"});
  CHECK(result.bytes.empty());
  CHECK(result.reports ==
        Strings{"a.gz: byte " + std::to_string(packed.size() / 2) + ": the gzip data break off",
                "b.gz: byte 5: the gzip data break off",
                "c.gz: byte " + std::to_string(packed.size() - 1) + ": the gzip data break off"});
}

TEST_CASE("of gzip'd NDJSON that breaks off the whole lines are taken") {
  const Folder folder;
  const std::string all = lines(5000);
  const std::string packed = gzip(all);
  folder.write("a.gz", packed.substr(0, packed.size() / 2));
  const Result result = read(folder, {"a.gz"});
  CHECK(result.reports.size() == 1);
  CHECK(result.bytes.size() > 1000);
  CHECK(result.bytes.size() < 4000);
  for (const auto& line : result.bytes) CHECK(line.ends_with("\"}"));
}

TEST_CASE("damaged gzip data and bytes behind them are reported") {
  const Folder folder;
  std::string packed = gzip(lines(5000));
  folder.write("behind.gz", gzip("{\"a\": 1}\n") + "garbage");
  packed[packed.size() - 6] ^= 1;
  folder.write("sum.gz", packed);
  const Result result = read(folder, {"behind.gz", "sum.gz"});
  CHECK(result.bytes.size() == 1 + 5000);
  REQUIRE(result.reports.size() == 2);
  CHECK(result.reports[0].find("behind.gz: byte ") == 0);
  CHECK(result.reports[0].find(": damaged gzip data: ") != std::string::npos);
  CHECK(result.reports[1].find("incorrect data check") != std::string::npos);
}

TEST_CASE("NDJSON in UTF-16 is reported, other UTF-16 is handed out as it is") {
  const Folder folder;
  folder.write("a", utf16("{\"a\": 1}\n"));
  folder.write("b", utf16("Some words."));
  const Result result = read(folder, {"a", "b"});
  CHECK(result.bytes == Strings{utf16("Some words.")});
  CHECK(result.reports == Strings{"a: is NDJSON in UTF-16; NDJSON is UTF-8"});
}

TEST_CASE("a named pipe is read as it is written, an empty one holds nothing") {
  const Folder folder;
  REQUIRE(mkfifo((folder / "fifo").c_str(), 0600) == 0);
  const auto feed = [&](const Strings& pieces) {
    return std::jthread([&folder, pieces] {
      std::ofstream pipe(folder / "fifo", std::ios::binary);
      for (const auto& piece : pieces) pipe << piece << std::flush;
    });
  };
  {
    const auto writer = feed({"{", "\"a\": ", "1}\n{", "\"b\": 2}\n"});
    CHECK(read(folder, {"fifo"}).bytes == Strings{"{\"a\": 1}", "{\"b\": 2}"});
  }
  {
    const std::string packed = gzip("<p>One.");
    const auto writer = feed({packed.substr(0, 1), packed.substr(1, 3), packed.substr(4)});
    CHECK(read(folder, {"fifo"}).bytes == Strings{"<p>One."});
  }
  const auto writer = feed({});
  CHECK(read(folder, {"fifo"}).bytes.empty());
}

TEST_CASE("a list of paths is split at its line ends or NULs") {
  CHECK(io::split_paths("a\nb c\r\n\n/d", false) == Strings{"a", "b c", "/d"});
  CHECK(io::split_paths("a\nb\0\0c"s, true) == Strings{"a\nb", "c"});
  CHECK(io::split_paths("", false).empty());
  CHECK(io::split_paths("\n\n", false).empty());
}

TEST_CASE("a whole file is read, or the cause is thrown") {
  const Folder folder;
  CHECK(io::read_all(folder.write("a", "text\n")) == "text\n");
  CHECK(io::read_all(folder.write("b", gzip(noise(300'000)))) == noise(300'000));
  CHECK(io::read_all(folder.write("c", "")) == "");
  CHECK_THROWS_WITH_AS(io::read_all("missing/file"), "missing/file: No such file or directory",
                       std::runtime_error);
  CHECK_THROWS_WITH_AS(io::read_all(folder.path()), (folder.path() + ": Is a directory").c_str(),
                       std::runtime_error);
  const std::string cut = folder.write("d", gzip(noise(1000)).substr(0, 500));
  CHECK_THROWS_WITH_AS(io::read_all(cut), (cut + ": the gzip data break off").c_str(), std::runtime_error);
}

TEST_CASE("a key before the tab of a line is no part of its record") {
  const Folder folder;
  io::Inputs inputs;
  inputs.paths = {folder.write("a", "k 1\t{\"id\": 1}\n\n{\"id\": 2}\n\t{\"id\":\t3}\r\n\xFF\t4")};
  inputs.from = Form::ndjson;
  inputs.keyed = true;
  io::Reader reader(inputs, [](auto, auto) {});
  struct {
    std::optional<std::string> key;
    std::string bytes;
    std::uint64_t offset;
  } const wanted[] = {
      {"k 1", "{\"id\": 1}", 4}, {{}, "{\"id\": 2}", 15}, {"", "{\"id\":\t3}", 26}, {"\xFF", "4", 39}};
  io::Record record;
  for (const auto& [key, bytes, offset] : wanted) {
    REQUIRE(reader.next(record));
    CHECK(record.key == key);
    CHECK(record.bytes == bytes);
    CHECK(record.origin.offset == offset);
    CHECK(record.bytes.capacity() >= record.bytes.size() + io::spare_bytes);
  }
  CHECK_FALSE(reader.next(record));
}

TEST_CASE("the folder that a run writes to is not read by it") {
  const Folder folder;
  folder.write("in/a.txt", "One."), folder.write("in/out/b.txt", "Two.");
  io::Inputs inputs;
  inputs.written_to = folder / "in/out";
  const auto read_from = [&](const std::string& path) {
    inputs.paths = {folder / path};
    Strings found;
    io::Reader reader(inputs, [&](auto, auto what) { found.emplace_back(what); });
    for (io::Record record; reader.next(record);) found.push_back(record.bytes);
    return found;
  };
  CHECK(read_from("in") == Strings{"One."});
  CHECK(read_from("in/out") == Strings{"is the folder that is written to, and not read"});
  CHECK(read_from("in/out/b.txt") == Strings{"Two."});
}

TEST_CASE("how much there is to read is known of files alone") {
  const Folder folder;
  folder.write("a/1", "One."), folder.write("a/b/2", "Two. Three.");
  CHECK(io::bytes_in({{folder / "a"}}) == 15);
  CHECK(io::bytes_in({{folder / "a/1", folder / "a", folder / "gone"}}) == 19);
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(io::bytes_in({{folder / "a/1", folder / "pipe"}}) == std::nullopt);
}

TEST_CASE("the name of a file that is no UTF-8 is spelt out in its record") {
  const Folder folder;
  const Result result =
      read(folder, {folder.write("a\xFF\u00F6\x9B.txt", "One.").substr(folder.path().size() + 1)});
  CHECK(result.paths == Strings{"a\\xff\u00F6\\x9b.txt"});
}

TEST_CASE("a temporary file has no name, and lies in the folder that TMPDIR names") {
  const Folder folder;
  const std::string before = io::temporary_folder();
  setenv("TMPDIR", folder.path().c_str(), 1);
  {
    const io::File file = io::temporary_file();
    CHECK(fs::is_empty(folder.path()));
    CHECK(std::fputs("One.", file.get()) >= 0);
    std::rewind(file.get());
    char read[8] = {};
    CHECK(std::fread(read, 1, sizeof read, file.get()) == 4);
    CHECK(read == "One."s);
  }
  setenv("TMPDIR", (folder / "gone").c_str(), 1);
  CHECK_THROWS_AS(io::temporary_file(), std::runtime_error);
  setenv("TMPDIR", before.c_str(), 1);
}
