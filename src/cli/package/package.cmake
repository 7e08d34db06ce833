# SPDX-License-Identifier: MIT
# The Debian package: "./bootstrap package" configures with HO_PACKAGE, for /usr, and runs CPack.
# Fonts are not copied into it but stand there as links into their package. The glyph numbers of what is prepared at
# build time are those of the very file, so the dependency names the very version (an other one could print other
# letters).

set(doc ${CMAKE_INSTALL_DATADIR}/doc/handout)
set(epoch $ENV{SOURCE_DATE_EPOCH})
if(NOT epoch)
  message(FATAL_ERROR "a package needs SOURCE_DATE_EPOCH: the time that its files and its changelog state")
endif()
string(TIMESTAMP PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${CMAKE_BINARY_DIR}/debian/changelog "handout (${PROJECT_VERSION}) bookworm; urgency=medium

  * The changes are told in README.md, section \"Changes\".

 -- The handout authors <handout@example.org>  ${PACKAGE_DATE}
")
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/debian/changelog.gz ${CMAKE_BINARY_DIR}/debian/handout.1.gz
  COMMAND gzip -9nc ${CMAKE_BINARY_DIR}/debian/changelog > ${CMAKE_BINARY_DIR}/debian/changelog.gz
  COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/src/cli/handout.1 > ${CMAKE_BINARY_DIR}/debian/handout.1.gz
  DEPENDS ${CMAKE_BINARY_DIR}/debian/changelog ${CMAKE_SOURCE_DIR}/src/cli/handout.1 VERBATIM)
add_custom_target(package-doc ALL DEPENDS ${CMAKE_BINARY_DIR}/debian/changelog.gz)
install(FILES ${CMAKE_BINARY_DIR}/debian/changelog.gz DESTINATION ${doc})
install(FILES ${CMAKE_BINARY_DIR}/debian/handout.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES src/cli/package/copyright README.md DESTINATION ${doc})
install(FILES src/cli/package/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME handout)

file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/debian/fonts)
file(RELATIVE_PATH noto_from_ours ${CMAKE_INSTALL_FULL_DATADIR}/handout/fonts ${NOTO_DIR})
foreach(font IN LISTS fonts)
  string(REGEX MATCH " file=\"([^\"]+)\"" _ "${font}")
  file(CREATE_LINK ${noto_from_ours}/${CMAKE_MATCH_1} ${CMAKE_BINARY_DIR}/debian/fonts/${CMAKE_MATCH_1} SYMBOLIC)
  install(FILES ${CMAKE_BINARY_DIR}/debian/fonts/${CMAKE_MATCH_1} DESTINATION ${CMAKE_INSTALL_DATADIR}/handout/fonts)
endforeach()
execute_process(COMMAND dpkg-query -W -f \${Version} fonts-noto-core OUTPUT_VARIABLE noto_version COMMAND_ERROR_IS_FATAL ANY)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The handout authors <handout@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core (= ${noto_version})")
# Loaded when a logo needs it (src/image/render.c).
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS librsvg2-2)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "printable patient handouts, with the emergency sheet first")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Makes personal, print-ready PDF handouts for patients, offline, from a library
of exercises, doses and warning signs and one patient's record. The first page
is always an emergency sheet, complete and on one page. The first condition is
sciatica and low back pain.
.
The PDF files are tagged for screen readers (PDF/UA-1) and for archives
(PDF/A-2a).")
include(CPack)
