# cmake -DTABLES=a.tsv;b.tsv -DMODULE=clean -DFOLDER=out -P embed.cmake
#
# Writes out/tables.h and out/tables.cc: each table as one string constant, clean::embedded::a_tsv, by its file name.
set(header "#pragma once\n\n#include <string_view>\n\nnamespace presscut::${MODULE}::embedded {\n")
set(source "#include \"${MODULE}/tables.h\"\n\nnamespace presscut::${MODULE}::embedded {\n")
foreach(table IN LISTS TABLES)
  get_filename_component(name "${table}" NAME)
  string(REGEX REPLACE "[^A-Za-z0-9]" "_" constant "${name}")
  file(READ "${table}" content HEX)
  string(REGEX REPLACE "(..)" "0x\\1," content "${content}")
  string(APPEND header "extern const std::string_view ${constant};\n")
  string(APPEND source "static const unsigned char ${constant}_bytes[] = {${content} 0};\n"
                       "const std::string_view ${constant}{reinterpret_cast<const char*>(${constant}_bytes), "
                       "sizeof(${constant}_bytes) - 1};\n")
endforeach()
file(WRITE "${FOLDER}/tables.h.new" "${header}}\n")
file(WRITE "${FOLDER}/tables.cc" "${source}}\n")
file(COPY_FILE "${FOLDER}/tables.h.new" "${FOLDER}/tables.h" ONLY_IF_DIFFERENT)
