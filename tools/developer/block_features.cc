// presscut-block-features: the blocks of pages and their features, for training.
//
//   presscut-block-features ROWS < pages.ndjson > blocks.ndjson
//
// Reads records with `html` or `text`. Prints a line of column names, then one line for each page: its id,
// the texts of its blocks, in which of its containers each stands, and of each container the number of the
// one around it and the words of its names. ROWS becomes the feature rows of all blocks one after the other,
// 32-bit floats in the machine's order; the columns of names (names_*) are zero, as no name weighs anything
// yet.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "clean/features.h"
#include "html/html.h"
#include "io/io.h"
#include "json/json.h"
#include "metadata/metadata.h"
#include "plain/plain.h"

namespace {

using namespace presscut;

void print_names() {
  std::string out = "[";
  for (const std::string_view name : clean::Features::column_names()) {
    if (out.size() > 1) out += ", ";
    json::write_string(name, out);
  }
  std::cout << out << "]\n";
}

std::vector<std::string> names_of(const page::Page& page, const page::Container& container) {
  std::vector<std::string> words = clean::words_of_names(slice(page.names, container.names));
  const std::vector<std::string> more = clean::words_of_names(slice(page.names, container.id));
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

void print_page(const json::Record& record, std::ofstream& rows) {
  const page::Page page = record.has_html ? html::parse(record.html) : plain::parse(record.document.text);
  const clean::Features features(page, metadata::read(page, record.document.url), record.document.url,
                                 clean::Words::built_in(), {});
  constexpr std::size_t batch = clean::Features::batch;
  const std::size_t width = clean::Features::column_names().size();
  const std::vector<bool> all(width, true);
  float columns[batch * clean::max_features];
  std::string out = "{\"id\": ";
  json::write_string(record.document.id, out);
  out += ", \"blocks\": [";
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (i % batch == 0) features.columns(i, std::min(batch, page.blocks.size() - i), all, columns);
    for (std::size_t c = 0; c < width; ++c)
      rows.write(reinterpret_cast<const char*>(columns + c * batch + i % batch), sizeof(float));
    if (i) out += ", ";
    json::write_string(page.text_of(page.blocks[i]), out);
  }
  out += "], \"container_of\": [";
  for (const page::Block& block : page.blocks) {
    if (out.back() != '[') out += ", ";
    out += std::to_string(block.container);
  }
  out += "], \"containers\": [";
  for (const page::Container& container : page.containers) {
    if (out.back() != '[') out += ", ";
    out += '[' + std::to_string(container.parent);
    for (const std::string& word : names_of(page, container)) {
      out += ", ";
      json::write_string(word, out);
    }
    out += ']';
  }
  std::cout << out << "]}\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: presscut-block-features ROWS < pages.ndjson > blocks.ndjson\n";
    return 2;
  }
  std::ofstream rows(argv[1], std::ios::binary);
  print_names();
  io::Reader reader({{}, io::Form::ndjson}, [](std::string_view where, std::string_view what) {
    std::cerr << "presscut-block-features: " << where << ": " << what << '\n';
  });
  json::Reader json_reader;
  io::Record record;
  while (reader.next(record)) print_page(json_reader.read(record.bytes), rows);
  return rows && std::cout ? 0 : 2;
}
