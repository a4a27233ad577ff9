#include "metadata/mail.h"

#include <array>

#include "metadata/names.h"

namespace presscut::metadata {
namespace {

constexpr std::array<std::string_view, 9> other_fields = {
    "To", "Cc", "Bcc", "Reply-To", "Sender", "Sent", "List-Id", "Message-ID", "In-Reply-To"};

// The value of the field `name` where `line` is that field.
std::string_view value_of(std::string_view line, std::string_view name) {
  if (line.size() <= name.size() + 1 || line[name.size()] != ':') return {};
  return text::equal_ascii_fold(line.substr(0, name.size()), name) ? text::trim(line.substr(name.size() + 1))
                                                                   : std::string_view();
}

// A long line and the next one may have been joined: what follows is another field.
std::string_view without_next_field(std::string_view value) {
  for (const std::string_view name : other_fields)
    for (std::size_t at = value.find(name); at != std::string_view::npos; at = value.find(name, at + 1))
      if (at > 0 && value[at - 1] == ' ' && value.substr(at + name.size()).starts_with(": "))
        return text::trim(value.substr(0, at));
  return value;
}

}  // namespace

Mail read_mail(const page::Page& page) {
  Mail mail;
  int found = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string_view line = page.text_of(page.blocks[i]);
    if (const auto from = value_of(line, "From"); !from.empty()) {
      mail.author = names_in(from.substr(0, from.find('<')), {});
      ++found;
    } else if (const auto date = value_of(line, "Date"); !date.empty()) {
      mail.date = find_day(date);
      ++found;
    } else if (const auto subject = value_of(line, "Subject"); !subject.empty()) {
      mail.title = without_next_field(subject);
      mail.subject = i;
      ++found;
      continue;
    } else {
      bool other = false;
      for (const std::string_view name : other_fields) other |= !value_of(line, name).empty();
      if (!other) break;
    }
    mail.blocks.push_back(i);
  }
  return found >= 2 ? mail : Mail();
}

}  // namespace presscut::metadata
