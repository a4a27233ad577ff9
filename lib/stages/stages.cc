#include "stages/stages.h"

namespace presscut::stages {

void forget(Document& document) {
  document.dates.reset();
  document.numbers.reset();
  document.groups.reset();
  document.figures.reset();
  document.matches.reset();
}

void forget_derived(Stage stage, Document& document) {
  if (stage != Stage::figures) document.figures.reset();
}

}  // namespace presscut::stages
