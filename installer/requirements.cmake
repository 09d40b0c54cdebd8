# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for everything that the build needs, and names all that is missing at once, with the packages that bring it.
# Where each is used it is asked for again, and found.
set(missing "")

# needs(WHAT FOUND DEBIAN FEDORA ARCH): the last three are package names.
macro(needs what found debian fedora arch)
  if(NOT ${found})
    string(APPEND missing "  ${what}\n    Debian: ${debian}; Fedora: ${fedora}; Arch: ${arch}\n")
  endif()
endmacro()

find_package(PkgConfig QUIET)
needs("pkg-config" PKG_CONFIG_FOUND pkg-config pkgconf-pkg-config pkgconf)
if(PKG_CONFIG_FOUND)
  pkg_check_modules(HAS_SQLITE QUIET sqlite3)
  pkg_check_modules(HAS_ZSTD QUIET libzstd)
  pkg_check_modules(HAS_XXHASH QUIET libxxhash)
  pkg_check_modules(HAS_SIMDJSON QUIET simdjson)
  needs("SQLite" HAS_SQLITE_FOUND libsqlite3-dev sqlite-devel sqlite)
  needs("Zstandard" HAS_ZSTD_FOUND libzstd-dev libzstd-devel zstd)
  needs("xxHash" HAS_XXHASH_FOUND libxxhash-dev xxhash-devel xxhash)
  needs("simdjson" HAS_SIMDJSON_FOUND libsimdjson-dev simdjson-devel simdjson)
endif()
find_path(EXPECTED_INCLUDE tl/expected.hpp)
needs("tl::expected (tl/expected.hpp)" EXPECTED_INCLUDE libexpected-dev expected-devel tl-expected)
foreach(part IN ITEMS Core Test Concurrent Gui Widgets)
  if(MANOMETER_QT_TARGETS OR part MATCHES "Core|Test")
    find_package(Qt6${part} 6.4 QUIET)
    needs("Qt 6.4 or later: ${part}" Qt6${part}_FOUND qt6-base-dev qt6-qtbase-devel qt6-base)
  endif()
endforeach()
if(MANOMETER_QT_TARGETS)
  find_package(Qt6Charts 6.4 QUIET)
  needs("Qt Charts" Qt6Charts_FOUND "qt6-charts-dev libqt6opengl6-dev" qt6-qtcharts-devel qt6-charts)
  find_package(Qt6LinguistTools 6.4 QUIET)
  needs("Qt's translation tools" Qt6LinguistTools_FOUND "qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools"
    qt6-qttools-devel qt6-tools)
endif()

if(missing)
  message(FATAL_ERROR "These are missing, with the packages that bring them:\n${missing}"
    "On Debian, installer/install-packages.sh installs them.")
endif()
