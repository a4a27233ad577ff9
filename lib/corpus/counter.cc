#include <algorithm>

#include "corpus/corpus.h"
#include "corpus/neighbours.h"
#include "corpus/passages.h"
#include "corpus/terms.h"

namespace presscut::corpus {

concordance::Node node_of(const Request& request) {
  concordance::Node node;
  node.phrases = request.phrases;
  for (const std::string& regexp : request.regexps) node.patterns.push_back({regexp, regexp, "-e"});
  node.figures = request.figures, node.dates = request.dates, node.groups = request.groups;
  node.text_only = request.text_only;
  node.form = request.exact ? words::Form::exact : words::Form::folded;
  return node;
}

struct Counter::State {
  explicit State(const Request& asked)
      : request(asked),
        has_node(!node_of(asked).is_empty()),
        finder(node_of(asked)),
        terms(asked.exact ? words::Form::exact : words::Form::folded),
        neighbours(request, terms) {}

  void add(const Document& document, bool in_reference) {
    const std::vector<concordance::Hit> hits = finder.find(document);  // first of all: it may refuse
    if (request.tool == "collocates") return neighbours.add(document, hits);
    const std::uint32_t slice = terms.counts.slice(slice_of(document, in_reference));
    Count size{0, 1};
    each_passage(document, request, [&](std::string_view text, bool) { size.times += add_passage(text); });
    for (const concordance::Hit& hit : hits) terms.note(terms.counts.term(hit.term));
    terms.counts.add_size(slice, size);
    terms.flush(slice);
  }

  std::string slice_of(const Document& document, bool in_reference) const {
    if (request.tool != "keyness") return request.by.empty() ? "" : metadata(document, request.by);
    const std::size_t equals = request.target.find('=');
    if (equals == std::string::npos) return in_reference ? "reference" : "target";
    const bool is_target =
        metadata(document, request.target.substr(0, equals)) == request.target.substr(equals + 1);
    return is_target ? "target" : "reference";
  }

  // Counts the words of a passage, or its n-grams, or none where hits are what is counted; says how many
  // words it has.
  std::uint64_t add_passage(std::string_view text) {
    if (request.longest > 1) return add_grams(text);
    if (!has_node) return terms.note_all(text);
    words::Reader reader(text);
    std::uint64_t size = 0;
    for (Span word; reader.next(word);) ++size;
    return size;
  }

  std::uint64_t add_grams(std::string_view text) {
    words::Reader reader(text);
    Span word, before;
    std::uint64_t size = 0;
    for (last.clear(); reader.next(word); before = word, ++size) {
      if (!words::is_within_paragraph(text.substr(before.end, word.start - before.end))) last.clear();
      last.push_back(terms.of(slice(text, word)));
      if (last.size() > request.longest) last.erase(last.begin());
      for (std::size_t length = request.shortest; length <= last.size(); ++length)
        terms.note(length == 1 ? last.back() : terms.of(last.data() + last.size() - length, length));
    }
    return size;
  }

  Request request;
  bool has_node;
  concordance::Finder finder;
  Terms terms;
  Neighbours neighbours;
  std::vector<std::uint32_t> last;  // the words behind which an n-gram may end
};

Counter::Counter(const Request& request) : state_(new State(request)) {}
Counter::~Counter() = default;
void Counter::add(const Document& document, bool in_reference) { state_->add(document, in_reference); }
const Counts& Counter::counts() const { return state_->terms.counts; }

}  // namespace presscut::corpus
