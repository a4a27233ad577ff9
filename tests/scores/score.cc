// presscut-score: how well cleaned documents agree with the gold of corpus/gold.
//
//   presscut clean --json --explain corpus/sample | presscut-score corpus/gold
//
// A row of gold counts as kept when at least half of its words stand in the text. Prints for each page: rows
// to keep, precision, recall and F1 of keeping, the share of rightly dropped rows whose reason is one of the
// accepted ones, and whether title, date and author are right; the last line is the whole corpus.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "io/io.h"
#include "json/json.h"

namespace {

using namespace presscut;

struct Row {
  std::string label, reasons;
  std::vector<std::string> words;
};

struct Gold {
  std::map<std::string, std::string> metadata;
  std::vector<Row> rows;
};

struct Score {
  int wanted = 0, kept = 0, rightly_kept = 0, dropped = 0, reason_right = 0, fields = 0, fields_right = 0;

  void add(const Score& other) {
    wanted += other.wanted, kept += other.kept, rightly_kept += other.rightly_kept, dropped += other.dropped;
    reason_right += other.reason_right, fields += other.fields, fields_right += other.fields_right;
  }
};

Gold read_gold(const std::filesystem::path& path) {
  Gold gold;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("# ", 0) == 0) {
      const std::size_t colon = line.find(':');
      if (colon != std::string::npos)
        gold.metadata[line.substr(2, colon - 2)] = text::trim(line.substr(colon + 1));
      continue;
    }
    std::istringstream cells(line);
    Row row;
    std::string text;
    std::getline(cells, row.label, '\t');
    std::getline(cells, row.reasons, '\t');
    std::getline(cells, text);
    if (row.label != "label") gold.rows.push_back({row.label, row.reasons, text::folded_words(text)});
  }
  return gold;
}

// The words of a page in its order, each with what became of its block.
struct PageWord {
  std::string word;
  std::string reason;  // empty: kept
};

std::vector<PageWord> page_words(const Document& document) {
  struct Part {
    std::size_t start;
    std::string_view text;
    std::string reason;
  };
  std::vector<Part> parts;
  for (const Block& block : document.blocks.value_or(std::vector<Block>()))
    parts.push_back({block.source.start, slice(document.text, block.span), ""});
  if (document.dropped)
    for (const Dropped& block : *document.dropped)
      parts.push_back({block.source.start, block.text,
                       block.rule == "title" ? "title" : std::string(name(block.reason))});
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.start < b.start; });
  std::vector<PageWord> words;
  for (const Part& part : parts)
    for (std::string& word : text::folded_words(part.text)) words.push_back({std::move(word), part.reason});
  return words;
}

// For each word of `gold` its place in `page`, -1 where it has none. Both are nearly the same sequence: where
// they part the nearest place is taken up from which they agree again.
std::vector<int> align(const std::vector<std::string>& gold, const std::vector<PageWord>& page) {
  constexpr std::size_t lookahead = 400;
  std::vector<int> places(gold.size(), -1);
  const auto agree = [&](std::size_t g, std::size_t p) {
    for (std::size_t k = 0; k < 3 && g + k < gold.size(); ++k)
      if (p + k >= page.size() || gold[g + k] != page[p + k].word) return false;
    return true;
  };
  for (std::size_t g = 0, p = 0; g < gold.size() && p < page.size();) {
    if (gold[g] == page[p].word) {
      places[g++] = static_cast<int>(p++);
      continue;
    }
    std::size_t skip = 1, best_g = g + 1, best_p = p + 1;
    for (; skip < lookahead; ++skip) {
      std::size_t k = 0;
      while (k <= skip && !agree(g + k, p + skip - k)) ++k;
      if (k <= skip) {
        best_g = g + k, best_p = p + skip - k;
        break;
      }
    }
    g = best_g, p = best_p;
  }
  return places;
}

bool lists(std::string_view reasons, std::string_view reason) {
  std::istringstream list{std::string(reasons)};
  for (std::string item; std::getline(list, item, ',');)
    if (text::trim(item) == reason) return true;
  return false;
}

Score score(const Gold& gold, const Document& document) {
  const std::vector<PageWord> page = page_words(document);
  std::vector<std::string> words;
  for (const Row& row : gold.rows) words.insert(words.end(), row.words.begin(), row.words.end());
  const std::vector<int> places = align(words, page);
  Score result;
  std::size_t at = 0;
  for (const Row& row : gold.rows) {
    std::size_t kept = 0;
    std::map<std::string, std::size_t> reasons;
    for (std::size_t i = 0; i < row.words.size(); ++i, ++at) {
      if (places[at] < 0) continue;
      const std::string& reason = page[static_cast<std::size_t>(places[at])].reason;
      reason.empty() ? ++kept : ++reasons[reason];
    }
    if (row.words.empty() || row.label == "either") continue;
    const bool is_kept = kept * 2 >= row.words.size();
    result.wanted += row.label == "keep";
    result.kept += is_kept;
    result.rightly_kept += is_kept && row.label == "keep";
    if (row.label != "drop" || is_kept) continue;
    ++result.dropped;
    const auto main = std::max_element(reasons.begin(), reasons.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    result.reason_right += main != reasons.end() && lists(row.reasons, main->first);
  }
  const std::pair<const char*, const std::string*> fields[] = {
      {"title", &document.title}, {"date", &document.date}, {"author", &document.author}};
  for (const auto& [field, value] : fields) {
    const auto wanted = gold.metadata.find(field);
    if (wanted == gold.metadata.end()) continue;
    ++result.fields;
    result.fields_right += text::folded_words(wanted->second) == text::folded_words(*value);
  }
  return result;
}

double percent(int part, int whole) { return whole ? 100.0 * part / whole : 100.0; }

void print(const std::string& name, const Score& s) {
  const double precision = percent(s.rightly_kept, s.kept), recall = percent(s.rightly_kept, s.wanted);
  const double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  fmt::print("{}\t{}\t{:.1f}\t{:.1f}\t{:.1f}\t{:.1f}\t{}/{}\n", name, s.wanted, precision, recall, f1,
             percent(s.reason_right, s.dropped), s.fields_right, s.fields);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: presscut-score GOLD_FOLDER < documents.ndjson\n";
    return 2;
  }
  io::Reader reader({{}, io::Form::ndjson}, [](std::string_view where, std::string_view what) {
    std::cerr << "presscut-score: " << where << ": " << what << '\n';
  });
  json::Reader json;
  io::Record record;
  std::map<std::string, int> counts;
  Score all;
  fmt::print("page\tkeep\tP\tR\tF1\treasons\tfields\n");
  while (reader.next(record)) {
    const Document document = json.read(record.bytes).document;
    const std::filesystem::path page = std::filesystem::path(document.origin.path).filename();
    const std::filesystem::path folder = argv[1];
    std::string name = page.string();
    if (!std::filesystem::exists(folder / (name + ".tsv"))) name += "." + std::to_string(++counts[name]);
    if (!std::filesystem::exists(folder / (name + ".tsv"))) continue;
    const Score one = score(read_gold(folder / (name + ".tsv")), document);
    all.add(one);
    print(name, one);
  }
  print("all", all);
}
