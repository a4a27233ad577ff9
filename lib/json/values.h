// Values of a record as what a document keeps them as; a value of another type is a bad record.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "text/text.h"

namespace presscut::json {

using simdjson::ondemand::value;

/// As much of a value as a message shows.
std::string_view start_of(std::string_view value);

/// Throws io::BadRecord: `"key" is no number: "forty"`.
[[noreturn]] void refuse(std::string_view key, std::string_view wanted, value found);

/// A string; a number as it is written; null as nothing.
std::string text_value(std::string_view key, value found);

/// One name, or a list of names joined by "; ".
std::string names_value(std::string_view key, value found);

/// A number; null as none.
std::optional<double> number_value(std::string_view key, value found);

/// A whole number that counts something.
std::size_t count_value(std::string_view key, value found);

/// [start, end]
Span span_value(value found);

/// The JSON of a value as it was read. Throws io::BadRecord where it is none.
std::string_view raw_value(std::string_view key, value found);

}  // namespace presscut::json
