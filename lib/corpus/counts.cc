#include "corpus/counts.h"

#include <algorithm>
#include <numeric>

namespace presscut::corpus {
Count Term::sum() const {
  Count sum;
  for (const auto& [slice, count] : counts) sum += count;
  return sum;
}

std::uint32_t Counts::slice(std::string_view name) {
  const std::uint32_t id = slices_.id(name);
  if (sizes_.size() <= id) sizes_.resize(id + 1);
  return id;
}

void Counts::add(std::uint32_t term, std::uint32_t slice, Count count) {
  if (firsts_.size() <= term) firsts_.resize(terms_.size());
  First& first = firsts_[term];
  if (first.count.times == 0) first.slice = slice;
  if (first.slice == slice) {
    first.count += count;
    return;
  }
  pairs_.add(term, slice, count);
}

template <typename Visit>
void Counts::each(Visit visit) const {
  for (std::uint32_t i = 0; i < firsts_.size(); ++i)
    if (firsts_[i].count.times > 0) visit(i, firsts_[i].slice, firsts_[i].count);
  pairs_.each(visit);
}

void Counts::add(const Counts& other) {
  std::vector<std::uint32_t> slices, terms;
  for (std::uint32_t i = 0; i < other.slices_.size(); ++i) {
    slices.push_back(slice(other.slices_[i]));
    add_size(slices.back(), other.sizes_[i]);
  }
  for (std::uint32_t i = 0; i < other.terms_.size(); ++i) terms.push_back(term(other.terms_[i]));
  other.each(
      [&](std::uint32_t term, std::uint32_t slice, Count count) { add(terms[term], slices[slice], count); });
}

std::vector<std::uint32_t> Counts::order_of_slices() const {
  std::vector<std::uint32_t> order(slices_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return slices_[a] < slices_[b]; });
  return order;
}

std::vector<Slice> Counts::slices() const {
  std::vector<Slice> slices;
  for (const std::uint32_t id : order_of_slices()) slices.push_back({std::string(slices_[id]), sizes_[id]});
  return slices;
}

std::vector<Term> Counts::terms() const {
  std::vector<std::size_t> places(slices_.size());
  const std::vector<std::uint32_t> order = order_of_slices();
  for (std::size_t place = 0; place < order.size(); ++place) places[order[place]] = place;
  std::vector<Term> terms(terms_.size());
  for (std::uint32_t i = 0; i < terms_.size(); ++i) terms[i].name = terms_[i];
  each([&](std::uint32_t term, std::uint32_t slice, Count count) {
    terms[term].counts.emplace_back(places[slice], count);
  });
  std::erase_if(terms, [](const Term& term) { return term.counts.empty(); });
  for (Term& term : terms)
    std::sort(term.counts.begin(), term.counts.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.name < b.name; });
  return terms;
}

}  // namespace presscut::corpus
