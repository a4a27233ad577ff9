// Records in: files, directories, lists, standard input; each HTML, plain text, NDJSON or a web archive, also
// packed with gzip or Zstandard.
//
// A Reader hands out one record after another in the order of the inputs, each directory walked in sorted
// order. Memory is bounded by the largest record. Knows nothing of what stands inside a record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace presscut::io {

/// Capacity that Record::bytes has beyond its size, so that a parser may read a little too far.
inline constexpr std::size_t spare_bytes = 64;

enum class Form : std::uint8_t { html, text, ndjson, warc };

std::string_view name(Form form);
std::optional<Form> form_of(std::string_view name);

/// One record as it was transported, unpacked. Of an NDJSON input it is one line without its line end, of
/// an archive the body of one response, else the file.
struct Record {
  Form form = Form::text;  // html, text or ndjson
  std::string bytes;       // its capacity exceeds its size by spare_bytes at least
  Origin origin;  // path as given ("-" for standard input; bytes that are no UTF-8 as \x9b), form, offset and
                  // length in the unpacked input
  std::uint64_t number = 1;  // counts the records of one input from 1

  // What an archive knows of it; else empty.
  std::string id, url;
  std::string charset;  // as the server named it
  std::string fetched;  // when it was fetched, ISO 8601

  std::optional<std::string> key;  // what stood before its tab, where inputs are keyed
};

/// A record that cannot be used: the message says what is wrong and the offending value, not where it lay.
struct BadRecord : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// As many first bytes of an input are looked at to tell what it holds.
inline constexpr std::size_t sample_size = 8192;

/// What the first bytes of an input say, or its name where they leave it open. Never
/// fails: what looks like neither HTML nor NDJSON is text. UTF-16 is seen through.
///
///   sniff("{\"id\": 1}\n", "")  ->  ndjson      sniff("One.", "saved.html.gz")  ->  html
///   sniff("<p>One.", "a.txt")   ->  html        sniff("{\"leaked\":\n[1]}", "")  ->  text
Form sniff(std::string_view first_bytes, std::string_view path);

/// Whether the first bytes are those of a file that holds no text (an image, an archive, a PDF): by the
/// signatures of the MIME Sniffing standard, or by more NULs and control bytes than text has. UTF-16 is text.
bool is_binary(std::string_view first_bytes);

/// No record of an input is longer than this, nor is one of an archive read that claims to be longer.
inline constexpr std::uint64_t no_limit = std::uint64_t{1} << 62;

struct Inputs {
  std::vector<std::string> paths;  // files, directories or "-"; empty: standard input
  std::optional<Form> from = {};   // overrides sniffing; in directories, what is no text is still passed over
  std::string written_to = {};  // a directory that is not read where others are walked: the run writes there
  bool keyed = false;           // a line of NDJSON is a key, a tab and the record, or the record alone
  std::uint64_t most_bytes = no_limit;  // records that are longer, unpacked, are reported and passed over
};

/// One line for each cause: where ("pages/a.html", "feed.ndjson:12", "-: byte 4096") and what went wrong.
using Report = std::function<void(std::string_view where, std::string_view what)>;

class Reader {
 public:
  /// `report` is called for every input that cannot be read, or not to its end; the reader then goes on with
  /// the next one. Of a page that breaks off nothing is handed out, of NDJSON the lines that are whole.
  Reader(Inputs inputs, Report report);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// The next record into `record` (whose memory is used again), false at the end of the last input.
  /// Blank lines of NDJSON are no records, nor is a pipe through which nothing came; an empty file is an
  /// empty record. Files of a directory come in the order of their paths' bytes; symbolic links are followed,
  /// but no directory is listed twice.
  bool next(Record& record);

  /// Files in directories that were passed over because their first bytes are no text.
  std::uint64_t passed_over() const;

  /// Responses in archives that were passed over because they are no pages: redirects, errors, images.
  std::uint64_t responses_passed_over() const;

  /// Bytes used so far of all inputs, packed as they lie on disk; for showing progress.
  std::uint64_t bytes_read() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// How many bytes there are to read, as bytes_read() counts them; nothing where that cannot be told, as of a
/// pipe, or would take long, as of more than 100,000 files.
std::optional<std::uint64_t> bytes_in(const Inputs& inputs);

/// The paths in `list`, one a line, or ended by NUL where `nul` (names may hold newlines). Empty entries are
/// skipped.
std::vector<std::string> split_paths(std::string_view list, bool nul);

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// A new file without a name, to be written and read, in temporary_folder(). Throws std::runtime_error where
/// it cannot be made there.
File temporary_file();

/// What TMPDIR names, else /tmp.
std::string temporary_folder();

/// Throws std::runtime_error: what became of a temporary file, and where it was.
[[noreturn]] void fail_temporary_file(std::string_view what);

/// Makes standard input readable a second time: what comes through a pipe is copied to a temporary file.
/// Throws std::runtime_error where it cannot be.
void keep_standard_input();

/// Standard input from its beginning, once it is kept.
void rewind_standard_input();

/// The whole of a file, or of standard input for "-", unpacked. Throws std::runtime_error: path and cause.
std::string read_all(const std::string& path);

}  // namespace presscut::io
