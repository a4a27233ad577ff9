#include "corpus/terms.h"

#include <array>
#include <string>

namespace presscut::corpus {

std::uint32_t Terms::of(std::string_view word) { return of(written_.key(word)); }

std::uint32_t Terms::of(const Vocabulary::Key& word) {
  const std::uint32_t id = written_.id(word);
  if (id == of_written_.size()) of_written_.push_back(counts.term(words::normal(word.entry, form_)));
  return of_written_[id];
}

std::uint64_t Terms::note_all(std::string_view text) {
  constexpr std::size_t at_once = 32;
  std::array<Vocabulary::Key, at_once> keys;
  std::array<std::uint32_t, at_once> terms{};
  words::Reader reader(text);
  std::uint64_t all = 0;
  for (std::size_t size = at_once; size == at_once; all += size) {
    size = 0;
    for (Span word; size < at_once && reader.next(word); ++size) keys[size] = written_.key(slice(text, word));
    for (std::size_t i = 0; i < size; ++i) {
      terms[i] = of(keys[i]);
      if (terms[i] < times_.size()) __builtin_prefetch(&times_[terms[i]]);
    }
    for (std::size_t i = 0; i < size; ++i) note(terms[i]);
  }
  return all;
}

std::uint32_t Terms::of(const std::uint32_t* words, std::size_t length) {
  const std::string_view key(reinterpret_cast<const char*>(words), length * sizeof *words);
  const std::uint32_t id = grams_.id(key);
  if (id == of_grams_.size()) {
    std::string name;
    for (std::size_t i = 0; i < length; ++i) name.append(i ? " " : "").append(counts.name(words[i]));
    of_grams_.push_back(counts.term(name));
  }
  return of_grams_[id];
}

void Terms::note(std::uint32_t term) {
  if (times_.size() <= term) times_.resize(2 * std::size_t{term} + 64);
  if (times_[term]++ == 0) touched_.push_back(term);
}

bool Terms::flush(std::uint32_t slice) {
  const bool any = !touched_.empty();
  constexpr std::size_t ahead = 8;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    if (i + ahead < touched_.size()) counts.expect(touched_[i + ahead], slice);
    counts.add(touched_[i], slice, {times_[touched_[i]], 1});
    times_[touched_[i]] = 0;
  }
  touched_.clear();
  return any;
}

}  // namespace presscut::corpus
