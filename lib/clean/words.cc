#include "clean/words.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "clean/tables.h"

namespace presscut::clean {
namespace {

Place place_called(std::string_view name, const std::string& where) {
  if (name == "whole") return Place::whole;
  if (name == "label") return Place::label;
  if (name == "start") return Place::start;
  if (name == "any") return Place::any;
  if (name == "credit") return Place::credit;
  throw std::runtime_error(where + ": no place is called " + std::string(name));
}

}  // namespace

std::vector<WordKey> split_words(std::string_view text) {
  std::vector<WordKey> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = word_end(text, at);
    if (end > at) words.push_back(key_of(text, at, end));
    at = end < text.size() ? end + sign_length(text[end]) : end;
  }
  return words;
}

const Words& Words::built_in() {
  static const Words words;
  return words;
}

Words::Words() {
  grow();
  read_stop_words();
  read_phrases("phrases.en.tsv", embedded::phrases_en_tsv);
  read_phrases("phrases.ar.tsv", embedded::phrases_ar_tsv);
  read_phrases("phrases.de.tsv", embedded::phrases_de_tsv);
  read_phrases("phrases.es.tsv", embedded::phrases_es_tsv);
  read_phrases("phrases.fr.tsv", embedded::phrases_fr_tsv);
  read_phrases("phrases.he.tsv", embedded::phrases_he_tsv);
  read_phrases("phrases.it.tsv", embedded::phrases_it_tsv);
  read_phrases("phrases.pt.tsv", embedded::phrases_pt_tsv);
  read_phrases("phrases.ru.tsv", embedded::phrases_ru_tsv);
  for (Entry& entry : entries_)
    if (entry.has_word_phrase) entry.seconds = 0;  // all its phrases are looked for at once
  for (std::vector<std::uint16_t>& phrases : openings_)
    std::stable_sort(phrases.begin(), phrases.end(), [&](std::uint16_t a, std::uint16_t b) {
      return phrases_[a].words.size() > phrases_[b].words.size();
    });
}

// Keeps half of the places free: the filter keeps most unknown words away from those that are taken.
void Words::grow() {
  std::vector<Entry> old(std::max<std::size_t>((mask_ + 1) * 2, 1024));
  old.swap(entries_);
  mask_ = entries_.size() - 1;
  for (const Entry& entry : old)
    if (entry.size) entries_[place_of(entry.key(), entry.key().hash())] = entry;
}

// Stays where it is until the next one is asked for.
Entry& Words::entry(const WordKey& key) {
  if (openings_.size() * 2 >= mask_) grow();
  const std::uint64_t hash = key.hash();
  Entry& entry = entries_[place_of(key, hash)];
  if (entry.size) return entry;
  if (openings_.size() > std::numeric_limits<std::uint16_t>::max())
    throw std::runtime_error("stop words and phrases: too many words");
  entry.low = key.low;
  entry.high = key.high;
  entry.size = key.size;
  entry.number = static_cast<std::uint16_t>(openings_.size());
  openings_.emplace_back();
  filter_.add(hash);
  return entry;
}

void Words::read_stop_words() {
  const tables::Table table("stopwords.tsv", embedded::stopwords_tsv);
  for (const auto& row : table.rows()) {
    if (languages_.empty() || languages_.back() != row.cells[0]) languages_.emplace_back(row.cells[0]);
    if (languages_.size() > max_languages)
      throw std::runtime_error(table.reference(row) + ": too many languages");
    const auto language = static_cast<std::uint8_t>(languages_.size() - 1);
    for (const WordKey& key : split_words(row.cells[1])) {
      Entry& known = entry(key);
      known.language = known.is_stop_word ? Entry::none : language;
      known.is_stop_word = true;
    }
  }
}

void Words::read_phrases(std::string_view name, std::string_view text) {
  const tables::Table table(name, text);
  for (const auto& row : table.rows()) {
    Phrase phrase;
    phrase.rule = table.reference(row);
    phrase.words = split_words(row.cells[0]);
    const auto reason = reason_of(row.cells[1]);
    if (!reason || phrase.words.empty()) throw std::runtime_error(phrase.rule + ": bad phrase or reason");
    phrase.reason = *reason;
    phrase.place = place_called(row.cells[2], phrase.rule);
    phrase.sure = row.cells[3] == "sure";
    Entry& first = entry(phrase.words.front());
    openings_[first.number].push_back(static_cast<std::uint16_t>(phrases_.size()));
    if (phrase.words.size() == 1) first.has_word_phrase = true;
    else first.seconds |= Entry::bit_of(phrase.words[1].hash());
    phrases_.push_back(std::move(phrase));
  }
}

}  // namespace presscut::clean
