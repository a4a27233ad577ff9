// The name of the file that a document is written to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace presscut::batch {

/// No name is longer, in bytes; file systems take 255, some services on top of them less.
inline constexpr std::size_t longest_name = 200;

/// A name for the document called `id`, with `extension` behind a point: of small ASCII letters, digits and
/// _ - . alone, so that no two ids have names that are alike even where a file system ignores case or
/// normal forms. It never begins with a point or a dash, and is none that Windows keeps for devices.
///
///   file_name("pages/March.html", "txt")  ->  "pages=2f=4darch.html.txt"
///
/// Any other byte is = and its two hexadecimal digits. What would be too long is cut, and ends in == and the
/// SHA-256 of the whole id.
std::string file_name(std::string_view id, std::string_view extension);

}  // namespace presscut::batch
