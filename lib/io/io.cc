#include "io/io.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>

#include "io/source.h"

namespace presscut::io {
namespace {

constexpr std::array<std::string_view, 4> forms = {"html", "text", "ndjson", "warc"};

}  // namespace

std::string_view name(Form form) { return forms[static_cast<std::size_t>(form)]; }

std::optional<Form> form_of(std::string_view name) {
  const auto at = std::find(forms.begin(), forms.end(), name);
  if (at == forms.end()) return std::nullopt;
  return static_cast<Form>(at - forms.begin());
}

std::vector<std::string> split_paths(std::string_view list, bool nul) {
  std::vector<std::string> paths;
  while (!list.empty()) {
    std::string_view path = list.substr(0, list.find(nul ? '\0' : '\n'));
    list.remove_prefix(std::min(path.size() + 1, list.size()));
    if (!nul && path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

std::string read_all(const std::string& path) {
  std::string failure;
  Descriptor descriptor = open_file(path, failure);
  if (!descriptor.is_open()) throw std::runtime_error(path + ": " + failure);
  Source source(std::move(descriptor));
  std::string bytes;
  std::size_t length = 0;
  do {
    const std::size_t size = bytes.size();
    bytes.resize(size + std::max<std::size_t>(size, 64 * 1024));
    length = source.read(bytes.data() + size, bytes.size() - size);
    bytes.resize(size + length);
  } while (length > 0);
  if (!source.failure().empty()) throw std::runtime_error(path + ": " + source.failure());
  return bytes;
}

}  // namespace presscut::io
