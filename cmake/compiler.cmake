# Compiler options that every target of the project shares.
add_compile_options(-fno-semantic-interposition)  # nobody replaces single functions of our shared library
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)  # false alarms on "literal" + std::string (GCC bug 105329)
endif()
if(PRESSCUT_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  add_compile_options(-Wno-subobject-linkage)  # takes a source that another one includes for a header
endif()
if(PRESSCUT_WERROR)
  add_compile_options(-Werror)
endif()
if(PRESSCUT_SANITIZE)
  # Undefined behaviour ends a tool by a signal; a debugger tells the line. Messages would need a table of half a million places,
  # which each start of a tool had to relocate: 0.11 s of CPU time instead of 0.02. What asks at each access whether its address is
  # null, aligned and inside an object is a third of the work to compile and finds little that AddressSanitizer does not; the fuzz
  # build asks it all.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr -fno-omit-frame-pointer
                      $<IF:$<CXX_COMPILER_ID:GNU>,-fsanitize-undefined-trap-on-error,-fsanitize-trap=undefined>)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PRESSCUT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    message(FATAL_ERROR "PRESSCUT_FUZZ wants clang: -DCMAKE_CXX_COMPILER=clang++")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
