# Compiler options that every target of the project shares.
add_compile_options(-fno-semantic-interposition)  # nobody replaces single functions of our shared library
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)  # false alarms on "literal" + std::string (GCC bug 105329)
endif()
if(PRESSCUT_WERROR)
  add_compile_options(-Werror)
endif()
if(PRESSCUT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
