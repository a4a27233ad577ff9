// Where a pattern fails: RE2 says what is wrong with it, and quotes the piece, but not where that stands.
#pragma once

#include <re2/re2.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace presscut::match {

/// The byte of `regexp` at which the piece stands that RE2 complains of; `re` was made of it and is not ok.
std::size_t fault_at(const std::string& regexp, const RE2& re);

/// Where `regexp` asks for a byte (\C), which may be a part of a character.
std::optional<std::size_t> byte_escape(std::string_view regexp);

}  // namespace presscut::match
