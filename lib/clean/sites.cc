#include "clean/sites.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "text/text.h"

namespace presscut::clean {
namespace {

constexpr std::string_view header = "host\tsignature\tpages\n";
constexpr std::uint64_t whole_page = 0;  // the signature of every page; written as a dash

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

template <typename Number>
bool read(std::string_view text, Number& number, int base) {
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

// The first cell of a line, which it loses.
std::string_view take_cell(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view cell = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return cell;
}

std::string written(std::uint64_t signature) {
  return signature == whole_page ? "-" : fmt::format("{:016x}", signature);
}

}  // namespace

// FNV-1a over the words, a blank behind each.
std::uint64_t signature(std::string_view text) {
  std::uint64_t hash = text::fnv_basis;
  const auto add = [&](char c) { hash = text::fnv1a({&c, 1}, hash); };
  bool inside = false;
  for (const char c : text) {
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (is_letter(folded)) add(folded);
    else if (inside) add(' ');
    inside = is_letter(folded);
  }
  if (inside) add(' ');
  return hash == whole_page ? 1 : hash;
}

std::string seen_blocks(const Document& document) {
  if (document.hostname.empty() || !document.blocks || !document.dropped) return {};
  const std::uint64_t page = signature(document.url.empty() ? document.id : document.url);
  std::vector<std::uint64_t> blocks{whole_page};
  for (const Block& block : *document.blocks) blocks.push_back(signature(slice(document.text, block.span)));
  for (const Dropped& dropped : *document.dropped) blocks.push_back(signature(dropped.text));
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  std::string lines;
  for (const std::uint64_t block : blocks)
    lines += fmt::format("{}\t{}\t{:016x}\n", document.hostname, written(block), page);
  return lines;
}

std::string table_of(const std::set<std::string>& seen) {
  std::string table(header);
  std::string_view last;
  std::size_t pages = 0;
  const auto flush = [&] {
    if (pages) table += fmt::format("{}\t{}\n", last, pages);
  };
  for (const std::string& line : seen) {
    const std::string_view key = std::string_view(line).substr(0, line.rfind('\t'));
    if (key != last) {
      flush();
      last = key;
      pages = 0;
    }
    ++pages;
  }
  flush();
  return table;
}

void Sites::add(std::string_view name, std::string_view table) {
  for (std::size_t number = 1; !table.empty(); ++number) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || line == header.substr(0, header.size() - 1)) continue;
    const std::string_view host = take_cell(line);
    const std::string_view block = take_cell(line);
    std::uint64_t signature = whole_page, pages = 0;
    const bool sound =
        (block == "-" || (read(block, signature, 16) && signature != whole_page)) && read(line, pages, 10);
    if (host.empty() || !sound)
      throw std::runtime_error(fmt::format("{}:{}: no row of a table that --learn-site wrote", name, number));
    std::uint64_t& known = pages_[std::string(host)][signature];
    known += std::min(pages, ~std::uint64_t{0} - known);
  }
}

bool Sites::is_boilerplate(std::string_view host, std::string_view text) const {
  constexpr std::uint64_t least = 3, share = 10;
  const auto site = pages_.find(std::string(host));
  if (site == pages_.end()) return false;
  const auto block = site->second.find(signature(text));
  if (block == site->second.end() || block->second < least) return false;
  const auto all = site->second.find(whole_page);
  return all == site->second.end() || block->second >= all->second / share;
}

}  // namespace presscut::clean
