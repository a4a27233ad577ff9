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

  /// Throws io::BadRecord where the record cannot be used.
  Made make(const io::Record& record);

 private:
  void from_file(const io::Record& record, Made& made);
  void from_json(const io::Record& record, Made& made);
  void clean_html(std::string_view html, Document& document);
  void clean_text(std::string_view text, Document& document);

  SourceOptions options_;
  json::Reader json_;
};

}  // namespace presscut::cli
