// presscut-dates: every date, time, duration and set in each document, with its value.
//
//   presscut dates corpus/sample/ternik-letter.html
#include <stdexcept>

#include "cli/cli.h"
#include "dates/dates.h"
#include "stages/stages.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("dates", "Find every date, time, duration and set, and say which day it is.",
                 "presscut dates corpus/sample/ternik-letter.html");
  stages::Options options;
  dates::Rules& rules = options.dates;
  std::string prefer, ranges;
  std::vector<std::string> types;
  bool day_first = false, month_first = false;
  tool.text("prefer", "past|future", &prefer,
            "reading of a bare weekday where no verb tells: past (the default) or future")
      .flag("day-first", &day_first, "3/4/2024 is in April")
      .flag("month-first", &month_first, "3/4/2024 is in March")
      .text("ranges", "ends|whole", &ranges,
            "\"from 2019 to 2021\": its ends, two dates (the default), or the whole, one")
      .list("type", "TYPE,...", &types, "only these: date, time, duration, set")
      .check([&] {
        if (day_first && month_first)
          throw std::runtime_error("--day-first and --month-first exclude each other");
        if (day_first) rules.order = dates::Order::day_first;
        if (month_first) rules.order = dates::Order::month_first;
        if (!prefer.empty() && prefer != "past" && prefer != "future")
          throw std::runtime_error("--prefer " + prefer + ": neither past nor future");
        if (prefer == "future") rules.prefer = dates::Prefer::future;
        if (!ranges.empty() && ranges != "ends" && ranges != "whole")
          throw std::runtime_error("--ranges " + ranges + ": neither ends nor whole");
        if (ranges == "whole") rules.ranges = dates::Ranges::whole;
        for (const std::string& type : types) {
          if (!date_type_of(type))
            throw std::runtime_error("--type " + type + ": the types are date, time, duration and set");
          rules.types.push_back(*date_type_of(type));
        }
      });
  return tool.annotate(argc, argv, "dates",
                       [&](Document& document) { stages::run(stages::Stage::dates, options, document); });
}
