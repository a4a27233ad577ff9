#include "groups/tagger.h"

#include "groups/tables.h"

namespace presscut::groups {

namespace {

// Places and states seldom are groups, though some take what acts for one: they must be much likelier.
constexpr int margin_of_places = 24;

// A sentence or two were picked for the names in them, in a long document they are rarer than where the
// tagger learnt.
int margin_of(const Terms& terms) { return terms.size() < 300 ? -8 : 8; }

bool is_place(const Terms& terms, int i) {
  const Term& term = terms[i];
  if (!term.is(Is::place) && !term.is(Is::nation)) return false;
  return !terms[i + 1].has_capital() || terms.breaks(i + 1) || terms[i + 1].in_phrase;
}

// What a name of the tagger's begins and ends with must be words.
void trim(const Terms& terms, Candidate& name) {
  while (name.begin < name.end && terms[name.begin].mark != 0) ++name.begin;
  while (name.begin < name.end) {
    const Term& last = terms[name.end - 1];
    const bool belongs = last.mark == '!' || (last.mark == '.' && terms[name.end - 2].capital);
    if (last.mark == 0 ? !terms.is(name.end - 1, "s") || terms[name.end - 2].mark != '\'' : belongs) break;
    --name.end;
  }
}

// "Halvenians": the people of a nation.
bool is_people(const Terms& terms, const Candidate& name) {
  const std::string_view word = terms.spelling(name.begin, name.end);
  if (name.end - name.begin != 1 || !word.ends_with('s')) return false;
  std::size_t taken = 0;
  const Entry* entry = longest(text::tokenize(word.substr(0, word.size() - 1)), 0, taken);
  return entry && entry->is(Is::nation);
}

// People with their titles, states, and what stands for a named group of the document ("the Network").
bool is_group(const Terms& terms, const Candidate& name) {
  if (name.begin >= name.end || is_people(terms, name)) return false;
  const Term& first = terms[name.begin];
  const int size = name.end - name.begin;
  if (first.is(Is::title) && size > 1 && terms[name.begin + 1].mark == '.') return false;
  if (size > 2 && terms.is(name.begin + 1, "of") && terms[name.begin + 2].is(Is::place))
    for (const std::string_view word : {"state", "republic", "kingdom", "city", "county", "people", "land"})
      if (terms.is(name.begin, word)) return false;
  return size > 1 || !first.is(Is::definer) || first.entry->kind == kind_called("government") ||
         !terms.is(name.begin - 1, "the");
}

}  // namespace

std::vector<Candidate> tag(const Terms& terms, const std::vector<Candidate>& known,
                           const std::vector<Alias>& aliases, const model::Chain& weights, int margin) {
  std::vector<Candidate> found;
  margin += margin_of(terms);
  Features features(terms, known, aliases);
  std::vector<model::Chain::Scores> scores;
  std::vector<std::uint8_t> path;
  for (const auto& [begin, end] : find_stretches(terms)) {
    scores.assign(static_cast<std::size_t>(end - begin), {});
    for (int i = begin; i < end; ++i)
      scores[static_cast<std::size_t>(i - begin)][begins] -=
          margin + (is_place(terms, i) ? margin_of_places : 0);
    features.each(begin, end, [&, first = begin](int i, std::uint32_t feature) {
      weights.add(feature, scores[static_cast<std::size_t>(i - first)]);
    });
    weights.decode(scores, path);
    for (int i = begin; i < end; ++i) {
      const std::uint8_t label = path[static_cast<std::size_t>(i - begin)];
      if (label == begins || (label == inside && (found.empty() || found.back().end != i)))
        found.push_back({i, i + 1, Evidence::model, 0, "model", {}});
      else if (label == inside) ++found.back().end;
    }
  }
  for (Candidate& name : found) {
    trim(terms, name);
    for (int i = name.begin; i < name.end; ++i)
      if (terms[i].is(Is::head)) name.kind = terms[i].entry->kind;
  }
  std::erase_if(found, [&](const Candidate& name) { return !is_group(terms, name); });
  return found;
}

std::shared_ptr<const model::Chain> read_weights(std::string_view name, std::string_view table) {
  return std::make_shared<const model::Chain>(name, table, labels);
}

const model::Chain& built_in_weights() {
  static const model::Chain weights("weights.tsv", embedded::weights_tsv, labels);
  return weights;
}

}  // namespace presscut::groups
