// Who is counted on a saved page, in which role: figures-of-page PAGE.html
//
//   g++ -std=c++20 figures_of_page.cc $(pkg-config --cflags --libs presscut) -o figures-of-page
#include <charset/charset.h>
#include <clean/clean.h>
#include <html/html.h>
#include <mentions/mentions.h>
#include <stages/stages.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int, char** argv) {
  using namespace presscut;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  Document document;
  clean::clean(html::parse(charset::decode(bytes, "", true).text), {}, document);
  stages::run(stages::Stage::figures, {}, document);
  for (const FigureMention& figure : *document.figures)
    std::cout << mentions::quote(document, figure) << '\t' << figure.who << '\t' << figure.role << '\n';
}
