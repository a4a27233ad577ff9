#include "dates/resolve.h"

#include "dates/durations.h"
#include "dates/evaluate.h"

namespace presscut::dates {
namespace {

using Kind = Meaning::Kind;
// A time without a day is one of this day.
void date_of(Period& period, Day day) {
  const Civil date = civil(day);
  period.year = date.year;
  period.month = date.month;
  period.day = date.day;
}

// "From 11 p.m. to 1 a.m.": whether the second time is one of the next day.
bool is_past_midnight(const Period& from, const Period& to) {
  const bool clock = from.grain < Grain::part_of_day && to.grain < Grain::part_of_day;
  return clock && from.day == to.day && to.hour * 60 + to.minute < from.hour * 60 + from.minute;
}

// The last day or minute before a period: that before its first one.
std::string before(const Period& period) {
  if (!period.is_known()) return {};
  if (period.grain >= Grain::day) return latest(day_period(first_day(period) - 1));
  Period minute = period;
  const bool midnight = period.hour == 0 && period.minute == 0;
  if (period.grain == Grain::part_of_day) return earliest(period);
  const int total = midnight ? 24 * 60 - 1 : period.hour * 60 + period.minute - 1;
  if (midnight) date_of(minute, first_day(period) - 1);
  minute.grain = Grain::minute;
  minute.hour = total / 60;
  minute.minute = total % 60;
  return earliest(minute);
}

// "Before the end of May" is until its last day.
bool is_end(Shade shade) { return shade == Shade::end || shade == Shade::ending; }

std::string iso_minute(const Anchors& anchors) {
  Period now = day_period(*anchors.published);
  if (!anchors.published_minute) return earliest(now);
  now.grain = Grain::minute;
  now.hour = *anchors.published_minute / 60;
  now.minute = *anchors.published_minute % 60;
  return earliest(now);
}

}  // namespace

Resolved resolve(const Meanings& meanings, DateType type, const Anchors& anchors, Tense tense, Prefer prefer,
                 const Lexicon& lexicon) {
  Evaluation evaluation(meanings, anchors, tense, prefer, lexicon);
  const Meaning& root = meanings.back();
  Resolved result;
  result.type = type;
  switch (root.kind) {
    case Kind::reference: {
      static constexpr std::string_view values[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
      result.value = values[static_cast<std::size_t>(root.reference)];
      if (root.reference == Reference::present && anchors.published)
        result.earliest = result.latest = iso_minute(anchors), result.anchor = "published";
      return result;
    }
    case Kind::duration:
      result.value = duration_value(root);
      std::tie(result.earliest, result.latest) = evaluation.stretch(root);
      result.anchor = evaluation.anchor();
      return result;
    case Kind::set: {
      if (root.base == Meaning::none) {
        result.value = duration_value(root);
      } else {
        const Anchors nothing_known;
        Evaluation free(meanings, nothing_known, tense, prefer, lexicon);
        const auto value = [&](int node) {
          std::string text = timex(free.evaluate(node));
          return text.starts_with('T') ? "XXXX-XX-XX" + text : text;
        };
        const Meaning& base = meanings[static_cast<std::size_t>(root.base)];
        result.value =
            base.kind == Kind::range ? value(base.base) + '/' + value(base.other) : value(root.base);
      }
      return result;
    }
    case Kind::range: {
      Period other = evaluation.evaluate(root.other);
      Period base = evaluation.evaluate(root.base);
      const auto bare_day = [&](int node) {
        const Meaning& m = meanings[static_cast<std::size_t>(node)];
        return m.kind == Kind::calendar && m.day != Period::unknown && m.month == Period::unknown &&
               m.weekday == 0;
      };
      if (other.is_known() && bare_day(root.base) && bare_day(root.other))  // of one month
        base = day_period(first_day(other) - other.day + meanings[static_cast<std::size_t>(root.base)].day);
      const bool known = base.is_known() && other.is_known();
      const bool yearly = base.grain == Grain::day || base.grain == Grain::month;
      if (known && yearly && first_day(base) > last_day(other)) base.year -= 1;
      if (known && is_past_midnight(base, other)) date_of(other, first_day(other) + 1);
      result.value = timex(base) + '/' + timex(other);
      const bool clock = base.grain < Grain::part_of_day && other.grain < Grain::part_of_day;
      Period from = base, to = other;
      if (clock && from.year == Period::unknown && anchors.published) {
        date_of(from, *anchors.published);
        date_of(to, *anchors.published + (is_past_midnight(base, other) ? 1 : 0));
        result.anchor = "published";
      }
      result.earliest = earliest(from);
      result.latest = clock ? before(to) : latest(to);
      if (result.anchor.empty()) result.anchor = evaluation.anchor();
      if (base.is_known()) result.period = base;
      return result;
    }
    default: break;
  }
  const bool blind =
      finest(root) < Grain::part_of_day && !anchors.published_minute;  // no minute to count from
  if (root.kind == Kind::shift && root.direction == Direction::next &&
      (!evaluation.ahead() || blind)) {  // "in three years"
    result.type = DateType::duration;
    result.value = duration_value(root);
    return result;
  }
  Period period = evaluation.evaluate(root);
  if (period.grain < Grain::day) result.type = DateType::time;
  if (result.type == DateType::time && period.grain >= Grain::day) result.type = DateType::date;
  result.value = timex(period);
  result.anchor = evaluation.anchor();
  if (period.grain < Grain::day && period.month == Period::unknown && period.weekday == 0 &&
      period.year == Period::unknown && anchors.published && root.base == Meaning::none &&
      period.part == PartOfDay::none) {
    const auto over = [&] {
      return anchors.published_minute && period.hour * 60 + period.minute < *anchors.published_minute;
    };
    const bool future = prefer == Prefer::future && evaluation.ahead();
    if (future && over() && root.either_half) period.hour += 12;
    const bool gone = over();
    const bool told = tense == Tense::past || tense == Tense::over;
    const bool last_night = told && period.hour == 24;  // "it closed at midnight"
    date_of(period, *anchors.published + (gone && future ? 1 : last_night ? -1 : 0));
    result.anchor = "published";
  }
  result.earliest = earliest(period);
  result.latest = latest(period);
  if (period.is_known()) result.period = period;
  result.bounds = period;
  return result;
}

void open(Resolved& resolved, Opening opening) {
  if (!resolved.bounds || !resolved.bounds->is_known()) return;
  const Period& period = *resolved.bounds;
  const bool day = period.grain >= Grain::day;
  switch (opening) {
    case Opening::since:
    case Opening::from: resolved.latest.clear(); break;
    case Opening::after:
      if (day) resolved.earliest = earliest(day_period(last_day(period) + 1));
      resolved.latest.clear();
      break;
    case Opening::before:
      resolved.latest = is_end(period.shade) ? latest(period) : before(period);
      resolved.earliest.clear();
      break;
    case Opening::until:
      if (!day) resolved.latest = before(period);
      resolved.earliest.clear();
      break;
    case Opening::none: break;
  }
}

}  // namespace presscut::dates
