#include "metadata/url.h"

#include <re2/re2.h>

#include <algorithm>

namespace presscut::metadata {
namespace {

// "https://web.archive.org/web/20110106023242/http://…" -> "http://…"
std::string_view without_archive(std::string_view url) {
  const std::size_t at = url.find("/web/");
  if (at == std::string_view::npos) return url;
  std::size_t end = at + 5;
  while (end < url.size() && url[end] >= '0' && url[end] <= '9') ++end;
  if (end - at - 5 != 14) return url;
  const std::size_t slash = url.find('/', end);
  return slash == std::string_view::npos ? url : url.substr(slash + 1);
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t start = url.find("://");
  if (start == std::string_view::npos) return {};
  std::string_view host = url.substr(start + 3);
  host = host.substr(0, std::min(host.find_first_of("/?#"), host.size()));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host = host.substr(at + 1);
  if (!host.empty() && host.front() != '[') host = host.substr(0, std::min(host.find(':'), host.size()));
  return text::fold(host);
}

Day day_of_url(std::string_view url) {
  static const RE2 pattern(
      R"([/_=-]((?:19|20)\d\d)(?:/(\d{1,2})/(\d{1,2})(?:[/?&]|\.html?|$)|-(\d{1,2})-(\d{1,2})(?:[/_.?&-]|$)|[/-]?(\d\d)[/-]?(\d\d)(?:[/_.?&-]|$)))");
  static const RE2 day_first(R"([/_=-](\d\d)[-_.](\d\d)[-_.](20\d\d)(?:[/_.?&-]|$))");
  url = without_archive(url);
  std::string_view path = url;
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
    path = url.substr(scheme + 3);
  path = path.substr(std::min(path.find('/'), path.size()));
  re2::StringPiece rest(path.data(), path.size());
  re2::StringPiece year, month, day, months[3], days[3];
  while (RE2::FindAndConsume(&rest, pattern, &year, &months[0], &days[0], &months[1], &days[1], &months[2],
                             &days[2])) {
    for (int form = 0; form < 3; ++form) {
      if (months[form].empty()) continue;
      const std::string text =
          year.as_string() + '-' + months[form].as_string() + '-' + days[form].as_string();
      if (const Day found = find_day(text)) return found;
    }
  }
  rest = re2::StringPiece(path.data(), path.size());
  if (RE2::FindAndConsume(&rest, day_first, &day, &month, &year))
    return find_day(day.as_string() + '.' + month.as_string() + '.' + year.as_string());
  return {};
}

}  // namespace presscut::metadata
