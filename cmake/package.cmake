# What is installed beside the tools and the library: public headers with those that they include, a package for CMake, one for
# pkg-config, and the documentation.
include(CMakePackageConfigHelpers)

# Public headers are those that other modules may include (lib/CMakeLists.txt).
get_property(architecture GLOBAL PROPERTY presscut_architecture)
string(REGEX MATCHALL "[^\n]+" modules "${architecture}")
foreach(module IN LISTS modules)
  string(REGEX MATCH "^([a-z]+):[^:]*:(.*)$" ignored "${module}")
  set(folder ${CMAKE_MATCH_1})
  string(REPLACE " " ";" names "${CMAKE_MATCH_2}")
  list(TRANSFORM names REPLACE "(.+)" "${folder}/\\1.h")
  list(APPEND headers ${names})
endforeach()
set(to_read ${headers})
while(to_read)
  list(POP_FRONT to_read header)
  file(STRINGS lib/${header} includes REGEX "^#include \"")
  list(TRANSFORM includes REPLACE "^#include \"(.+)\".*" "\\1")
  foreach(include IN LISTS includes)
    if(NOT include IN_LIST headers)
      list(APPEND headers ${include})
      list(APPEND to_read ${include})
    endif()
  endforeach()
endwhile()
foreach(header IN LISTS headers)
  cmake_path(GET header PARENT_PATH folder)
  install(FILES lib/${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/presscut/${folder} COMPONENT development)
endforeach()

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/presscut)
install(TARGETS presscut EXPORT presscut
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development)
install(EXPORT presscut NAMESPACE presscut:: FILE presscutTargets.cmake DESTINATION ${package} COMPONENT development)
configure_package_config_file(cmake/presscutConfig.cmake.in ${PROJECT_BINARY_DIR}/package/presscutConfig.cmake
                              INSTALL_DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/presscutConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/package/presscutConfig.cmake ${PROJECT_BINARY_DIR}/package/presscutConfigVersion.cmake
        DESTINATION ${package} COMPONENT development)

cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE libdir)
cmake_path(APPEND libdir pkgconfig OUTPUT_VARIABLE pc)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/${pc} OUTPUT_VARIABLE to_prefix)
configure_file(cmake/presscut.pc.in ${PROJECT_BINARY_DIR}/package/presscut.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/package/presscut.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tools)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tools)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT development)
