// A record as it was read to the document that stages work on.
#pragma once

#include "cli/cli.h"
#include "io/io.h"
#include "json/json.h"

namespace presscut::cli {

struct SourceOptions {
  clean::Options cleaning;
  Uncleaned uncleaned = Uncleaned::take_text;
  bool as_is = false;  // plain text is taken as it stands
  std::string date;    // for documents without one; no page is believed to be of a later day
};

/// What a record without an id of its own is called; `url` is its address, where it is known.
std::string fallback_id(const io::Record& record, const std::string& url);

/// Makes documents of records, one thread's own.
class Source {
 public:
  explicit Source(SourceOptions options)
      : options_(std::move(options)),
        json_(options_.uncleaned == Uncleaned::take_all ? json::Lists::left : json::Lists::read) {}

  struct Made {
    Document document;
    bool has_own_id = false;  // the record brought it
  };

  /// The document that the record is to become, with its id and little else. What `begin` throws, `finish`
  /// throws, too: io::BadRecord where the record cannot be used.
  Made begin(const io::Record& record);

  /// The rest, of the record that `begin` has just seen.
  void finish(const io::Record& record, Document& document);

 private:
  void finish_file(const io::Record& record, Document& document);
  void finish_json(Document& document);
  void clean_html(std::string_view html, Document& document);
  void clean_text(std::string_view text, Document& document);

  SourceOptions options_;
  json::Reader json_;
  json::Record read_;  // by begin()
};

}  // namespace presscut::cli
