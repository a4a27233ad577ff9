// What fuzz targets share: bytes as the text that a module is promised, and what must hold of its answers.
//
// Each target stands in a file of its own, gives any bytes to one public function, and ends the program where
// an answer breaks its contract. libFuzzer finds the bytes (scripts/fuzz); replay.cc runs those that are
// kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "io/io.h"
#include "page/page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace fuzz {

inline std::string_view view(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

/// Takes the first byte off, as the choice of one of `count`; 0 where there is none.
std::size_t choose(std::string_view& bytes, std::size_t count);

/// Takes the first line off.
std::string_view take_line(std::string_view& bytes);

/// Valid UTF-8, as pages come out of their encoding.
std::string utf8(std::string_view bytes);

/// The text of a clean document: NFC without control characters but tabs and line ends.
std::string clean_text(std::string_view bytes);

/// Ends the program with `what` where something does not hold.
void hold(bool holds, std::string_view what);

/// Of a page that was made of `source`, in UTF-8.
void prove(const presscut::page::Page& page, std::string_view source);

/// Of any document: spans on code points, quotes that are their slices, what presscut check looks at, and
/// that it is the same after it was written and read. Returns it as it is written.
std::string prove(const presscut::Document& document);

/// Of a document whose blocks point into `source`.
void prove_source(const presscut::Document& document, std::string_view source);

/// Cleans a page that was made of `source`, proves the document and returns it as it is written.
std::string cleaned(const presscut::page::Page& page, std::string_view source);

std::string gzip(std::string_view bytes);

/// A file in memory; readers find it at its path.
class File {
 public:
  explicit File(std::string_view bytes);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  const std::string& path() const { return path_; }

 private:
  int descriptor_;
  std::string path_;
};

/// All that a reader says about an input.
struct Answer {
  std::vector<presscut::io::Record> records;
  std::vector<std::string> reports;  // without the path
  std::string all() const;
};
Answer read(std::string_view file, presscut::io::Inputs inputs);

}  // namespace fuzz
