# SPDX-License-Identifier: MIT
# Compiles the figures of content/ into ${DATA}/figures, each once for a state of its pose and of the code that draws it:
# all builds of this tree share what was drawn. Beside each goes what the PDF writer needs of it, ready compressed.

add_executable(compile-figures src/figure/main_compile.c)
target_link_libraries(compile-figures PRIVATE ho_figure)
add_executable(ready-figures src/job/main_ready.c)
target_link_libraries(ready-figures PRIVATE ho_figure ho_pdf)

string(FIND "${CMAKE_BINARY_DIR}" "${CMAKE_SOURCE_DIR}/build/" inside)
if(inside EQUAL 0)
  set(drawn ${CMAKE_SOURCE_DIR}/build/figures)
else()
  set(drawn ${CMAKE_BINARY_DIR}/figures)
endif()
file(GLOB engine CONFIGURE_DEPENDS src/figure/*.c src/figure/*.h src/model/pose*.c src/model/pose*.h
  src/page/figure.* src/page/drawing.* src/page/palette.h)
file(GLOB poses CONFIGURE_DEPENDS content/figures/*.xml)
set(compiled "")
foreach(pose IN LISTS poses)
  get_filename_component(id ${pose} NAME_WE)
  set(stamp ${CMAKE_BINARY_DIR}/figures-made/${id})
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -DTOOL=$<TARGET_FILE:compile-figures> -DREADY=$<TARGET_FILE:ready-figures>
      -DCONTENT=${CMAKE_SOURCE_DIR}/content -DID=${id} "-DENGINE=${engine}" -DDRAWN=${drawn} -DFOLDER=${DATA}/figures
      -P ${CMAKE_SOURCE_DIR}/src/figure/compile.cmake
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/figures-made
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS compile-figures ready-figures ${poses} ${engine} VERBATIM)
  list(APPEND compiled ${stamp})
endforeach()
add_custom_target(figures ALL DEPENDS ${compiled})
