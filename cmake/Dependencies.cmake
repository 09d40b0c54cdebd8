# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that the build needs from outside, found once. All that is missing is named at once, with the packages
# that bring it. Gives the targets PkgConfig::SQLITE, ZSTD, XXHASH, SIMDJSON, CFITSIO, HDF5, MICROHTTPD and
# CURL, Threads::Threads and Qt6::….
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
  pkg_check_modules(SQLITE QUIET IMPORTED_TARGET sqlite3)
  pkg_check_modules(ZSTD QUIET IMPORTED_TARGET libzstd)
  pkg_check_modules(XXHASH QUIET IMPORTED_TARGET libxxhash)
  pkg_check_modules(SIMDJSON QUIET IMPORTED_TARGET simdjson)
  pkg_check_modules(CFITSIO QUIET IMPORTED_TARGET cfitsio)
  pkg_search_module(HDF5 QUIET IMPORTED_TARGET hdf5-serial hdf5) # the first one is Debian's, without MPI
  if(MANOMETER_QT_TARGETS)
    pkg_check_modules(MICROHTTPD QUIET IMPORTED_TARGET libmicrohttpd)
    needs("GNU libmicrohttpd" MICROHTTPD_FOUND libmicrohttpd-dev libmicrohttpd-devel libmicrohttpd)
    # 7.85 or later: CURLOPT_PROTOCOLS_STR. Only its HTTP is used; the OpenSSL variant is the one that Fedora and Arch
    # have, too.
    pkg_check_modules(CURL QUIET IMPORTED_TARGET libcurl>=7.85)
    needs("libcurl 7.85 or later" CURL_FOUND libcurl4-openssl-dev libcurl-devel curl)
  endif()
  needs("SQLite" SQLITE_FOUND libsqlite3-dev sqlite-devel sqlite)
  needs("Zstandard" ZSTD_FOUND libzstd-dev libzstd-devel zstd)
  needs("xxHash" XXHASH_FOUND libxxhash-dev xxhash-devel xxhash)
  needs("simdjson" SIMDJSON_FOUND libsimdjson-dev simdjson-devel simdjson)
  needs("CFITSIO" CFITSIO_FOUND libcfitsio-dev cfitsio-devel cfitsio)
  needs("HDF5" HDF5_FOUND libhdf5-dev hdf5-devel hdf5)
  if(MANOMETER_BENCHMARKS)
    pkg_check_modules(LMDB QUIET IMPORTED_TARGET lmdb) # a peer to compare with; optional
  endif()
endif()
find_path(EXPECTED_INCLUDE tl/expected.hpp)
needs("tl::expected (tl/expected.hpp)" EXPECTED_INCLUDE libexpected-dev expected-devel tl-expected)
set(qt_parts Core Test)
if(MANOMETER_QT_TARGETS)
  list(APPEND qt_parts Concurrent Gui Widgets)
endif()
foreach(part IN LISTS qt_parts)
  find_package(Qt6${part} 6.4 QUIET)
  needs("Qt 6.4 or later: ${part}" Qt6${part}_FOUND qt6-base-dev qt6-qtbase-devel qt6-base)
endforeach()
if(MANOMETER_QT_TARGETS)
  list(APPEND qt_parts Charts LinguistTools)
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
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS ${qt_parts})
