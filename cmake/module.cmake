# module(NAME DEP... [PUBLIC HEADER...] [EXTERNAL LIBRARY...])
#
# One folder lib/NAME: its sources, its rule tables and style sheets (*.tsv, *.css, compiled in as
# "NAME/tables.h"), the modules above it that it may include, and those of its headers that they may include
# besides NAME/NAME.h. The line is the architecture: tests/layering.cmake holds every #include to it.
function(module name)
  cmake_parse_arguments(arg "" "" "PUBLIC;EXTERNAL" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cc)
  file(GLOB tables CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.tsv
       ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.css)
  if(tables)
    embed(${name} "${tables}" embedded)
  endif()
  add_library(presscut_${name} OBJECT ${sources} ${embedded})
  target_include_directories(presscut_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}
                             PRIVATE ${PROJECT_BINARY_DIR}/generated)
  target_link_libraries(presscut_${name} PUBLIC ${arg_EXTERNAL})
  set_target_properties(presscut_${name} PROPERTIES UNITY_BUILD ${PRESSCUT_UNITY} UNITY_BUILD_BATCH_SIZE 0)
  foreach(dep ${arg_UNPARSED_ARGUMENTS})
    if(NOT TARGET presscut_${dep})
      message(FATAL_ERROR "module ${name}: ${dep} does not stand above it in lib/CMakeLists.txt")
    endif()
  endforeach()
  target_link_libraries(presscut PRIVATE presscut_${name} ${arg_EXTERNAL})
  string(JOIN " " dependencies ${arg_UNPARSED_ARGUMENTS})
  string(JOIN " " headers ${name} ${arg_PUBLIC})
  set_property(GLOBAL APPEND_STRING PROPERTY presscut_architecture "${name}:${dependencies}:${headers}\n")
endfunction()

# embed(MODULE TABLES OUTPUT): OUTPUT becomes the generated sources that hold the tables as string constants.
function(embed module tables output)
  set(folder ${PROJECT_BINARY_DIR}/generated/${module})
  add_custom_command(
    OUTPUT ${folder}/tables.cc ${folder}/tables.h
    COMMAND ${CMAKE_COMMAND} "-DTABLES=${tables}" -DMODULE=${module} -DFOLDER=${folder}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${tables} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  set(${output} ${folder}/tables.cc ${folder}/tables.h PARENT_SCOPE)
endfunction()
