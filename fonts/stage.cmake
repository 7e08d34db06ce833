# SPDX-License-Identifier: MIT
# Stages content, templates and fonts under ${DATA}. Each font file is taken from its Debian package and
# checked against fonts.xml; then the base subset of each language of content/ is made from them.

find_path(NOTO_DIR NotoSans-Regular.ttf PATHS /usr/share/fonts/truetype/noto NO_DEFAULT_PATH)
if(NOT NOTO_DIR)
  message(FATAL_ERROR "NotoSans-Regular.ttf was not found: apt-get install fonts-noto-core")
endif()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS fonts/fonts.xml)
file(READ fonts/fonts.xml fonts_xml)
string(REGEX MATCHALL "<font [^>]*>" fonts "${fonts_xml}")
set(staged "")
foreach(font IN LISTS fonts)
  string(REGEX MATCH " file=\"([^\"]+)\"" _ "${font}")
  set(file "${CMAKE_MATCH_1}")
  string(REGEX MATCH " sha256=\"([^\"]+)\"" _ "${font}")
  set(wanted "${CMAKE_MATCH_1}")
  file(SHA256 "${NOTO_DIR}/${file}" found)
  if(NOT found STREQUAL wanted)
    message(FATAL_ERROR "${NOTO_DIR}/${file} is not the file of fonts/fonts.xml (sha256 ${found})")
  endif()
  add_custom_command(OUTPUT ${DATA}/fonts/${file}
    COMMAND ${CMAKE_COMMAND} -E copy ${NOTO_DIR}/${file} ${DATA}/fonts/${file}
    DEPENDS ${NOTO_DIR}/${file})
  list(APPEND staged ${DATA}/fonts/${file})
endforeach()

# A plain tree is copied as it is.
foreach(tree content templates)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${tree}/*.xml ${tree}/*.rng
    ${tree}/*.csv)
  foreach(file IN LISTS files)
    add_custom_command(OUTPUT ${DATA}/${file}
      COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/${file} ${DATA}/${file}
      DEPENDS ${CMAKE_SOURCE_DIR}/${file})
    list(APPEND staged ${DATA}/${file})
  endforeach()
endforeach()
add_custom_command(OUTPUT ${DATA}/fonts/fonts.xml
  COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/fonts/fonts.xml ${DATA}/fonts/fonts.xml
  DEPENDS ${CMAKE_SOURCE_DIR}/fonts/fonts.xml)
list(APPEND staged ${DATA}/fonts/fonts.xml)

# Base subsets: made once here, so that a handout embeds them as they are (house.md, "Direction").
add_executable(prepare-fonts src/text/main_prepare.c)
target_link_libraries(prepare-fonts PRIVATE ho_text)
file(GLOB languages CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/content content/*/strings.xml)
foreach(strings IN LISTS languages)
  get_filename_component(language ${strings} DIRECTORY)
  file(GLOB_RECURSE texts CONFIGURE_DEPENDS content/${language}/*.xml content/countries/*.xml)
  set(stamp ${DATA}/fonts/base/${language}/made)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${DATA}/fonts/base/${language}
    COMMAND prepare-fonts ${DATA}/fonts ${language} ${texts}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS prepare-fonts ${staged} ${texts})
  list(APPEND staged ${stamp})
endforeach()
add_custom_target(data ALL DEPENDS ${staged})
