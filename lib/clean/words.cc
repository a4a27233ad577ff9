#include "clean/words.h"

#include <algorithm>
#include <stdexcept>

#include "clean/characters.h"
#include "clean/tables.h"

namespace presscut::clean {
namespace {

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

Place place_called(std::string_view name, const std::string& where) {
  if (name == "whole") return Place::whole;
  if (name == "start") return Place::start;
  if (name == "any") return Place::any;
  throw std::runtime_error(where + ": no place is called " + std::string(name));
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = word_end(text, at);
    if (end > at) words.push_back(text::fold(text.substr(at, end - at)));
    at = end < text.size() ? end + sign_length(text[end]) : end;
  }
  return words;
}

const Words& Words::built_in() {
  static const Words words;
  return words;
}

Words::Words() {
  read_stop_words();
  read_phrases("phrases.en.tsv", embedded::phrases_en_tsv);
  build();
}

Entry& Words::entry(const std::string& word) {
  const auto [at, is_new] = places_.emplace(word, entries_.size());
  if (!is_new) return entries_[at->second];
  names_.push_back(word);
  return entries_.emplace_back();
}

void Words::read_stop_words() {
  const tables::Table table("stopwords.tsv", embedded::stopwords_tsv);
  for (const auto& row : table.rows()) {
    if (languages_.empty() || languages_.back() != row.cells[0]) languages_.emplace_back(row.cells[0]);
    entry(std::string(row.cells[1])).languages |= 1u << (languages_.size() - 1);
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
    entry(phrase.words.front()).phrases.push_back(static_cast<std::uint16_t>(phrases_.size()));
    phrases_.push_back(std::move(phrase));
  }
}

void Words::build() {
  for (Entry& entry : entries_)
    std::stable_sort(entry.phrases.begin(), entry.phrases.end(), [&](std::uint16_t a, std::uint16_t b) {
      return phrases_[a].words.size() > phrases_[b].words.size();
    });
  std::size_t size = 1;
  while (size < entries_.size() * 4) size *= 2;
  slots_.assign(size, {});
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::uint32_t hash = hash_of(names_[i]);
    std::size_t at = hash & (size - 1);
    while (slots_[at].entry) at = (at + 1) & (size - 1);
    slots_[at] = {hash, static_cast<std::uint32_t>(i + 1)};
  }
  places_.clear();
}

const Entry* Words::find(std::string_view word) const {
  const std::uint32_t hash = hash_of(word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].entry; at = (at + 1) & mask)
    if (slots_[at].hash == hash && names_[slots_[at].entry - 1] == word)
      return &entries_[slots_[at].entry - 1];
  return nullptr;
}

}  // namespace presscut::clean
