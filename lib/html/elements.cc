#include "html/elements.h"

#include <array>
#include <cstring>

namespace presscut::html {
namespace {

struct Row {
  const char* name;
  Tag tag;
  std::uint32_t traits;
};

constexpr std::uint32_t block = breaks | special | closes_p | foreign_exit;

// HTML standard: 13.2.4.2 (special, formatting, scopes), 13.2.6.4.7 (start tags that close a p), 13.2.6.5
// (tags that leave foreign content), 15.3 (display: what breaks text).
constexpr Row rows[] = {
    {"a", tags::a, formatting},
    {"abbr", tags::other, 0},
    {"address", tags::address, breaks | special | closes_p},
    {"annotation-xml", tags::annotation_xml, 0},
    {"applet", tags::other, special | scope | no_frames},
    {"area", tags::other, special | is_void | no_frames},
    {"article", tags::article, breaks | special | closes_p},
    {"aside", tags::aside, breaks | special | closes_p},
    {"audio", tags::other, breaks},
    {"b", tags::other, formatting | foreign_exit},
    {"base", tags::base, special | is_void},
    {"basefont", tags::other, special | is_void},
    {"bgsound", tags::other, special | is_void},
    {"big", tags::other, formatting | foreign_exit},
    {"blockquote", tags::blockquote, block},
    {"body", tags::body, breaks | special | foreign_exit | no_frames},
    {"br", tags::br, special | is_void | foreign_exit | no_frames},
    {"button", tags::button, breaks | special | control | no_frames},
    {"caption", tags::caption, breaks | special | scope},
    {"center", tags::other, block},
    {"code", tags::code, formatting | foreign_exit},
    {"col", tags::col, special | is_void},
    {"colgroup", tags::colgroup, breaks | special},
    {"dd", tags::dd, block | no_frames},
    {"desc", tags::desc, 0},
    {"details", tags::details, breaks | special | closes_p},
    {"dialog", tags::other, breaks | closes_p},
    {"dir", tags::other, breaks | special | closes_p | list},
    {"div", tags::div, block},
    {"dl", tags::dl, block | list},
    {"dt", tags::dt, block | no_frames},
    {"em", tags::other, formatting | foreign_exit},
    {"embed", tags::other, special | is_void | foreign_exit | no_frames},
    {"fieldset", tags::other, breaks | special | closes_p},
    {"figcaption", tags::figcaption, breaks | special | closes_p},
    {"figure", tags::figure, breaks | special | closes_p},
    {"font", tags::other, formatting},
    {"footer", tags::footer, breaks | special | closes_p},
    {"foreignobject", tags::foreign_object, 0},
    {"form", tags::form, breaks | special | closes_p},
    {"frame", tags::other, special | is_void},
    {"frameset", tags::frameset, breaks | special},
    {"h1", tags::h1, block | heading},
    {"h2", tags::h2, block | heading},
    {"h3", tags::h3, block | heading},
    {"h4", tags::h4, block | heading},
    {"h5", tags::h5, block | heading},
    {"h6", tags::h6, block | heading},
    {"head", tags::head, breaks | special | foreign_exit},
    {"header", tags::header, breaks | special | closes_p},
    {"hgroup", tags::other, breaks | special | closes_p},
    {"hr", tags::hr, block | is_void | no_frames},
    {"html", tags::html, breaks | special | scope | table_scope},
    {"i", tags::other, formatting | foreign_exit},
    {"iframe", tags::other, special | raw | skipped | no_frames},
    {"image", tags::image, is_void},
    {"img", tags::other, special | is_void | foreign_exit | no_frames},
    {"input", tags::input, special | is_void},
    {"keygen", tags::other, special | is_void | no_frames},
    {"label", tags::label, 0},
    {"legend", tags::other, breaks},
    {"li", tags::li, block | no_frames},
    {"link", tags::link, special | is_void},
    {"listing", tags::listing, block | no_frames},
    {"main", tags::main, breaks | special | closes_p},
    {"marquee", tags::other, breaks | special | scope | no_frames},
    {"math", tags::math, 0},
    {"menu", tags::menu, block | list},
    {"meta", tags::meta, special | is_void | foreign_exit},
    {"mi", tags::mi, 0},
    {"mn", tags::mn, 0},
    {"mo", tags::mo, 0},
    {"ms", tags::ms, 0},
    {"mtext", tags::mtext, 0},
    {"nav", tags::nav, breaks | special | closes_p},
    {"nobr", tags::other, formatting | foreign_exit},
    {"noembed", tags::other, special | raw | skipped},
    {"noframes", tags::other, special | raw | skipped},
    {"noscript", tags::noscript, breaks | special},
    {"object", tags::other, special | scope | no_frames},
    {"ol", tags::ol, block | list},
    {"optgroup", tags::optgroup, breaks},
    {"option", tags::option, breaks},
    {"p", tags::p, block},
    {"param", tags::other, special | is_void},
    {"plaintext", tags::plaintext, breaks | special | closes_p},
    {"pre", tags::pre, block | no_frames},
    {"q", tags::q, 0},
    {"rb", tags::rb, 0},
    {"rp", tags::rp, 0},
    {"rt", tags::rt, 0},
    {"rtc", tags::rtc, 0},
    {"ruby", tags::other, foreign_exit},
    {"s", tags::other, formatting | foreign_exit},
    {"script", tags::script, special | skipped},
    {"search", tags::other, breaks | special | closes_p},
    {"section", tags::section, breaks | special | closes_p},
    {"select", tags::select, breaks | special | control | no_frames},
    {"small", tags::other, formatting | foreign_exit},
    {"source", tags::other, special | is_void},
    {"span", tags::other, foreign_exit},
    {"strike", tags::other, formatting | foreign_exit},
    {"strong", tags::other, formatting | foreign_exit},
    {"style", tags::style, special | raw | skipped},
    {"sub", tags::other, formatting | foreign_exit},
    {"summary", tags::summary, breaks | special | closes_p},
    {"sup", tags::other, formatting | foreign_exit},
    {"svg", tags::svg, 0},
    {"table", tags::table, breaks | special | scope | table_scope | foreign_exit | no_frames},
    {"tbody", tags::tbody, breaks | special},
    {"td", tags::td, breaks | special | scope},
    {"template", tags::template_, breaks | special | scope | table_scope},
    {"textarea", tags::textarea, breaks | special | rcdata | control | no_frames},
    {"tfoot", tags::tfoot, breaks | special},
    {"th", tags::th, breaks | special | scope},
    {"thead", tags::thead, breaks | special},
    {"time", tags::time, 0},
    {"title", tags::title, special | rcdata},
    {"tr", tags::tr, breaks | special},
    {"track", tags::other, special | is_void},
    {"tt", tags::other, formatting | foreign_exit},
    {"u", tags::other, formatting | foreign_exit},
    {"ul", tags::ul, block | list},
    {"var", tags::other, foreign_exit},
    {"video", tags::other, breaks},
    {"wbr", tags::other, special | is_void | no_frames},
    {"xmp", tags::other, breaks | special | closes_p | raw | no_frames},
};

constexpr std::size_t longest_name = 14;

std::uint32_t hash_of(const char* name, std::size_t size) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ static_cast<unsigned char>(name[i])) * 16777619u;
  return hash;
}

struct Slot {
  std::uint64_t size = 0;
  const char* name = nullptr;
  Element element;
};

constexpr std::size_t slot_count = 1024;

using Slots = std::array<Slot, slot_count>;

std::size_t fold_hash(std::uint32_t hash) { return (hash ^ hash >> 13) % slot_count; }

Slots make_slots() {
  Slots slots;
  Tag next = tags::other;
  for (const Row& row : rows) {
    const std::size_t size = std::strlen(row.name);
    std::size_t at = fold_hash(hash_of(row.name, size));
    while (slots[at].name) at = (at + 1) % slot_count;
    slots[at] = {size, row.name, {row.tag == tags::other ? next++ : row.tag, row.traits}};
  }
  return slots;
}

}  // namespace

Element element_of(std::string_view name) {
  static const Slots slots = make_slots();
  char lower[longest_name + 1];
  const std::size_t size = name.size();
  if (size <= longest_name) {
    for (std::size_t i = 0; i < size; ++i)
      lower[i] = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] + 32) : name[i];
    const std::uint32_t hash = hash_of(lower, size);
    for (std::size_t at = fold_hash(hash); slots[at].name; at = (at + 1) % slot_count)
      if (slots[at].size == size && std::memcmp(slots[at].name, lower, size) == 0) return slots[at].element;
    return {static_cast<Tag>(first_unknown + hash % (tag_count - first_unknown)), 0};
  }
  std::uint32_t hash = 2166136261u;
  for (const char c : name)
    hash = (hash ^ static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c)) * 16777619u;
  return {static_cast<Tag>(first_unknown + hash % (tag_count - first_unknown)), 0};
}

}  // namespace presscut::html
