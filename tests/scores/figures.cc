// presscut-score-figures: how well figures and tallies agree with the marked texts of corpus/figures.
//
//   presscut-score-figures corpus/figures
//
// corpus/figures/GUIDELINES.md says how passages and groups are marked. A figure is detected when it overlaps
// a marked one, each counted once; it is all right when low, high, role and relation agree. A group is right
// when its events end in the marked intervals and no others; a row agrees by day, low and high.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "figures/figures.h"
#include "stages/stages.h"
#include "tally/tally.h"

namespace {

using namespace presscut;

struct Marked {
  Span span;
  tally::Interval interval;
  std::string role, relation = "total";
};

tally::Interval interval_in(const std::string& text) {
  const std::size_t dots = text.find("..");
  const double low = std::stod(text.substr(0, dots));
  if (dots == std::string::npos) return {low, low};
  if (dots + 2 == text.size()) return {low, std::nullopt};
  return {low, std::stod(text.substr(dots + 2))};
}

// "[43 men]{43 signatory} left": the text without its marks, and the marks.
std::string unmark(const std::string& line, std::vector<Marked>& marks) {
  static const std::set<std::string> relations = {"total", "increment", "subset",
                                                  "prior", "goal",      "retraction"};
  static const std::set<std::string> qualifiers = {"exact",  "over",     "at_least",  "about",
                                                   "nearly", "under",    "up_to",     "range",
                                                   "dozens", "hundreds", "thousands", "vague"};
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t open = line.find('[', at), close = line.find("]{", at), end = line.find('}', at);
    if (open == std::string::npos || end == std::string::npos) return text + line.substr(at);
    text += line.substr(at, open - at);
    Marked marked;
    marked.span.start = text.size();
    text += line.substr(open + 1, close - open - 1);
    marked.span.end = text.size();
    std::istringstream words(line.substr(close + 2, end - close - 2));
    std::string word;
    words >> word;
    marked.interval = interval_in(word);
    while (words >> word) {
      if (relations.contains(word)) marked.relation = word;
      else if (!qualifiers.contains(word) && !word.starts_with("of=")) marked.role = word;
    }
    marks.push_back(std::move(marked));
    at = end + 1;
  }
  return text;
}

struct Detection {
  int marked = 0, found = 0, detected = 0, all_right = 0, words = 0;
};

void score_passage(const std::string& line, Detection& score) {
  std::vector<Marked> marks;
  Document document;
  document.text = unmark(line, marks);
  document.language = "en";
  stages::run(stages::Stage::figures, {}, document);
  std::set<const FigureMention*> used;
  for (const Marked& marked : marks)
    for (const FigureMention& figure : *document.figures) {
      if (figure.span.end <= marked.span.start || marked.span.end <= figure.span.start ||
          used.contains(&figure))
        continue;
      used.insert(&figure);
      ++score.detected;
      score.all_right += tally::Interval{figure.low, figure.high} == marked.interval &&
                         figure.role == marked.role && figure.relation == marked.relation;
      break;
    }
  score.marked += static_cast<int>(marks.size());
  score.found += static_cast<int>(document.figures->size());
  score.words += static_cast<int>(text::folded_words(document.text).size());
}

double percent(int part, int whole) { return whole ? 100.0 * part / whole : 100.0; }

double f1(double precision, double recall) {
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

void score_passages(const std::string& folder, const std::string& name) {
  std::ifstream file(folder + name + ".txt");
  Detection score;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') score_passage(line, score);
  const double precision = percent(score.detected, score.found),
               recall = percent(score.detected, score.marked);
  fmt::print("{}\t{}\t{:.1f}\t{:.1f}\t{:.1f}\t{:.1f}\t{:.1f}\n", name, score.marked, precision, recall,
             f1(precision, recall), percent(score.all_right, score.marked),
             1000.0 * (score.found - score.detected) / score.words);
}

using Bounds = std::pair<std::string, std::pair<double, double>>;  // day, low and high; -1 where open

Bounds bounds(const std::string& day, const tally::Interval& interval) {
  return {day.substr(0, 10), {interval.low.value_or(-1), interval.high.value_or(-1)}};
}

struct Group {
  std::string name;
  std::vector<tally::Source> sources;
  std::multiset<Bounds> rows, finals;
  bool conflict = false;
};

struct Reconciliation {
  int groups = 0, right = 0, conflicts = 0, rows_marked = 0, rows_found = 0, rows_right = 0;
};

int in_common(const std::multiset<Bounds>& a, const std::multiset<Bounds>& b) {
  std::vector<Bounds> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<int>(both.size());
}

void score_group(Group& group, Reconciliation& score) {
  std::multiset<Bounds> rows, finals;
  bool conflict = false;
  for (const tally::Event& event : tally::reconcile(group.sources)) {
    for (const tally::Row& row : event.rows) rows.insert(bounds(row.date, row.interval));
    if (event.final) finals.insert(bounds("", *event.final));
    conflict |= !event.conflicts.empty();
  }
  const bool right = finals == group.finals;
  const int agree = in_common(rows, group.rows);
  fmt::print("{}\t{}\t{}/{}\t{}\n", group.name, right ? "right" : "wrong", agree, group.rows.size(),
             conflict == group.conflict ? "right" : "wrong");
  ++score.groups;
  score.right += right, score.conflicts += conflict == group.conflict;
  score.rows_marked += static_cast<int>(group.rows.size()), score.rows_found += static_cast<int>(rows.size());
  score.rows_right += agree;
}

void end_document(Document& document, Group& group) {
  if (document.id.empty()) return;
  document.text = text::trim(document.text);
  document.language = "en";
  stages::run(stages::Stage::figures, {}, document);
  group.sources.push_back(tally::evidence(document));
  document = {};
}

void score_groups(const std::string& path, Reconciliation& score) {
  std::ifstream file(path);
  Group group;
  Document document;
  const auto end_group = [&] {
    end_document(document, group);
    if (!group.name.empty()) score_group(group, score);
    group = {};
  };
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string first, second, third, fourth;
    words >> first >> second >> third >> fourth;
    if (first == "%") {
      end_group();
      group.name = second;
    } else if (first == "@") {
      end_document(document, group);
      document.id = second, document.date = third, document.hostname = fourth;
    } else if (first == "=") {
      end_document(document, group);
    } else if (!document.id.empty()) {
      document.text += line + '\n';
    } else if (first == "final") {
      group.finals.insert(bounds("", interval_in(second)));
    } else if (first == "conflict") {
      group.conflict = true;
    } else if (!group.name.empty() && !first.empty() && first != "#") {
      group.rows.insert(bounds(first, interval_in(second)));
    }
  }
  end_group();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: presscut-score-figures FOLDER\n";
    return 2;
  }
  const std::string folder = std::string(argv[1]) + '/';
  fmt::print("figures\tmarked\tP\tR\tF1\tall right\tfalse in 1,000 words\n");
  for (const char* name : {"passages", "prose"}) score_passages(folder, name);
  fmt::print("group\tfinals\trows\tconflict\n");
  Reconciliation score;
  for (const char* name : {"groups-letters.txt", "groups-protests.txt", "groups-campaigns.txt"})
    score_groups(folder + name, score);
  const double precision = percent(score.rows_right, score.rows_found),
               recall = percent(score.rows_right, score.rows_marked);
  fmt::print("all {}\t{:.1f}\t{:.1f}\t{:.1f}\n", score.groups, percent(score.right, score.groups),
             f1(precision, recall), percent(score.conflicts, score.groups));
}
