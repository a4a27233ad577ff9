// html5lib-encodings: the encodings of small pages, for scripts/html5lib.
//
// Standard input holds one case a line, two columns between tabs: a label, and the page's bytes in
// hexadecimal. Each is answered by three columns: the encoding that the label names, the one that the page
// declares (empty where it declares none), and the one that it is decoded from.
//
//   printf 'latin1\t3c6d65746120636861727365743d6b6f69382d723e\n' | html5lib-encodings
//     ->  windows-1252	KOI8-R	KOI8-R
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "charset/charset.h"
#include "hexadecimal.h"

int main() {
  namespace charset = presscut::charset;
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) throw std::runtime_error("two columns expected: " + line);
    const std::string page = html5lib::from_hexadecimal(std::string_view(line).substr(tab + 1));
    std::cout << charset::encoding_of(line.substr(0, tab)) << '\t' << charset::declared(page) << '\t'
              << charset::decode(page, "", true).encoding << '\n';
  }
}
