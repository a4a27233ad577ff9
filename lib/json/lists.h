// The lists of mentions in a record: "dates", "numbers", "groups", "figures", "matches".
#pragma once

#include <simdjson.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "json/json.h"

namespace presscut::json {

/// What the mentions of a record quote, by the key of their list, until the text is read that they quote
/// from. The views point into the parser.
using Quotes = std::map<std::string_view, std::vector<std::string_view>>;

bool is_list(std::string_view key);

/// Reads the list under `key`, which is_list; null is no list. Spans stay code points. Throws io::BadRecord
/// where a member is of the wrong type.
void read_list(std::string_view key, simdjson::ondemand::value found, Document& document, Quotes& quotes);

/// Turns the spans of all mentions into bytes. Returns the key of the first list with a mention that is no
/// span, or is one but does not quote what stands there; empty where all is well.
std::string settle_spans(Document& document, const Quotes& quotes);

/// Adds ", \"dates\": […]" and so on for each list that there is.
void write_lists(const Document& document, std::string& out);

void write_number(std::size_t number, std::string& out);

/// Adds JSON as it was read; what a terminal may obey can only stand in its strings, and is escaped there.
void write_raw(std::string_view json, std::string& out);

}  // namespace presscut::json
