#include "batch/names.h"

#include <algorithm>
#include <array>
#include <string>

#include "digest/digest.h"

namespace presscut::batch {
namespace {

// What Windows takes for a device, whatever stands behind the first point.
constexpr std::array<std::string_view, 6> devices = {"con", "prn", "aux", "nul", "com", "lpt"};

bool is_device(std::string_view id) {
  const std::string_view stem = id.substr(0, id.find('.'));
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const bool is_numbered = i >= 4 && stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
    if (stem.starts_with(devices[i]) && (stem.size() == 3 || is_numbered)) return true;
  }
  return false;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

void append_escaped(char c, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += '=';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

// The id in letters that are safe anywhere, up to the end of the last letter before `most`.
std::string written(std::string_view id, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < id.size() && out.size() < most; ++i) {
    const bool is_first = i == 0 && (id[i] == '.' || id[i] == '-' || is_device(id));
    if (is_plain(id[i]) && !is_first) out += id[i];
    else append_escaped(id[i], out);
  }
  return out;
}

}  // namespace

std::string file_name(std::string_view id, std::string_view extension) {
  const std::size_t room = longest_name - extension.size() - 1;
  std::string name = written(id, room + 1);
  if (name.empty()) name = "=";
  if (name.size() > room) {
    constexpr std::size_t behind = 2 + 64, letter = 3;
    name = written(id, room - behind - letter + 1) + "==" + digest::sha256(id);
  }
  return name + '.' + std::string(extension);
}

}  // namespace presscut::batch
