// html5lib-blocks: the readable text of small pages, for scripts/html5lib.
//
// Standard input holds one page a line, in hexadecimal. Each is answered by one line: the page's title, a
// tab, and the text of its blocks, all white space as single blanks.
//
//   printf '3c7469746c653e543c2f7469746c653e3c703e613c703e62\n' | html5lib-blocks  ->  T	a b
#include <iostream>
#include <string>

#include "hexadecimal.h"
#include "html/html.h"
#include "text/text.h"

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::string input = html5lib::from_hexadecimal(line);
    const presscut::page::Page page = presscut::html::parse(input);
    std::cout << presscut::text::squeeze(page.title) << '\t' << presscut::text::squeeze(page.text) << '\n';
  }
}
