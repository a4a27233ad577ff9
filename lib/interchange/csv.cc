#include "interchange/interchange.h"
#include "output/output.h"

namespace presscut::interchange {

std::string csv_header() {
  std::string out;
  output::append_row({"id", "url", "hostname", "sitename", "title", "author", "date", "language", "text"},
                     true, out);
  return out;
}

void write_csv(const Document& document, std::string& out) {
  output::append_row({document.id, document.url, document.hostname, document.sitename, document.title,
                      document.author, document.date, document.language, document.text},
                     true, out);
}

}  // namespace presscut::interchange
