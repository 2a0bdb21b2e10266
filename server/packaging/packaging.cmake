# SPDX-License-Identifier: Apache-2.0
# What is installed where, the list of parts, and the Debian package: `cpack -G DEB` in a build folder.
set(PACKAGING ${PROJECT_SOURCE_DIR}/server/packaging)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # what is built is packed; tests are not built for that

install(TARGETS tendon RUNTIME DESTINATION bin)
install(DIRECTORY rules schemas DESTINATION share/tendon)
install(FILES server/tendon.service DESTINATION lib/systemd/system)
install(FILES server/command/tendon.1 DESTINATION share/man/man1)
install(FILES server/command/completion/tendon.bash RENAME tendon
  DESTINATION share/bash-completion/completions)
install(FILES server/command/completion/_tendon DESTINATION share/zsh/vendor-completions)
install(FILES ${PACKAGING}/copyright DESTINATION share/doc/tendon)

# The parts used, with their versions, as Debian knows them (SBOM).
find_program(DPKG_QUERY dpkg-query)
if(DPKG_QUERY)
  add_custom_command(OUTPUT tendon.cdx.json VERBATIM
    DEPENDS tendon ${PACKAGING}/sbom
    COMMAND sh -c "\"$0\" \"$@\" >tendon.cdx.json" ${PACKAGING}/sbom $<TARGET_FILE:tendon> ${PROJECT_VERSION}
      ${POSTGRES_LIBDIR}/${LIBPQ} ${LLHTTP_DIR}/llhttp.c)
  add_custom_target(sbom ALL DEPENDS tendon.cdx.json)
  install(FILES ${PROJECT_BINARY_DIR}/tendon.cdx.json DESTINATION share/doc/tendon)
endif()

set(CPACK_PACKAGE_NAME tendon)
set(CPACK_PACKAGE_CONTACT "The authors of tendon <tendon@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "clinical decision support whose rules can be read aloud")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
  GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "A network service that runs a clinic's rules against one person's assessment and
returns advice for a client system to show, for runners with proximal hamstring
tendinopathy. It is not a medical device: it advises, a clinician decides.")
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata) # and the libraries', computed:
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# A node that keeps its record in SQLite goes without, and without what it brings (Kerberos, LDAP):
# apt installs what is recommended, unless it is told not to. 14 is the first with pipelines.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libpq5 (>= 14~~)")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PACKAGING}/prerm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
