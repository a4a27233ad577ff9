// Who says a number, and for which day.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "figures/view.h"

namespace presscut::figures {

/// The party that the count is attributed to ("police"), folded and without its article; empty where none is.
std::string voice_of(const View& view, const Sentence& sentence, const Count& count);

bool has_voice(const View& view, const Sentence& sentence, const Count& count);

/// Whether the party is one whom people leave when they resign: the hospital, the company.
bool is_employer_voice(const View& view, const Sentence& sentence, const Count& count);

/// Whether the party is one that counts crowds: police, organisers.
bool is_crowd_voice(const View& view, const Sentence& sentence, const Count& count);

/// Whether the words before the count give the size of the whole: "the number was", "the total to".
bool is_whole(const View& view, const Sentence& sentence, const Count& count);

/// A day, month or year of ISO 8601, empty where none is told; `later` where the text counts it from another
/// one: "three years later".
struct Day {
  std::string value;
  bool later = false;
};

/// The day for which the text says that the count holds ("by Sunday morning"), or the month or year of a
/// sentence about an earlier year than that of the publication; ISO 8601, empty where the text says none.
Day day_of(const View& view, const Sentence& sentence, const Count& count, std::string_view published);

/// Where the people of a count are: "Velden" of "in Velden", "capital"; empty where the text does not say.
std::string place_of(const View& view, const Sentence& sentence, const Count& count);

/// Whether the count is of a whole country: "2 million nationwide".
bool is_everywhere(const View& view, const Sentence& sentence, const Count& count);

}  // namespace presscut::figures
