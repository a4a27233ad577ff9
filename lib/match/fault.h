// Where a pattern fails: RE2 says what is wrong with it, and quotes the piece, but not where that stands.
#pragma once

#include <re2/re2.h>

#include <cstddef>
#include <string>

namespace presscut::match {

/// The byte of `regexp` at which the piece stands that RE2 complains of; `re` was made of it and is not ok.
std::size_t fault_at(const std::string& regexp, const RE2& re);

}  // namespace presscut::match
