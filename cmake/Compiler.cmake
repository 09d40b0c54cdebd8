# SPDX-License-Identifier: GPL-3.0-or-later
# How our own targets are compiled: they link manometer_compiler. What Qt's tools generate as targets of their own does
# not. Set by the presets: MANOMETER_WARNINGS_AS_ERRORS, MANOMETER_SANITIZE.
add_library(manometer_compiler INTERFACE)
target_compile_features(manometer_compiler INTERFACE cxx_std_20)
target_compile_options(manometer_compiler INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wconversion -Wno-sign-conversion -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlaps in "text" + std::to_string(n) where there are none (GCC bug 105651).
  target_compile_options(manometer_compiler INTERFACE -Wno-restrict)
endif()
if(MANOMETER_WARNINGS_AS_ERRORS)
  target_compile_options(manometer_compiler INTERFACE -Werror)
endif()
if(MANOMETER_SANITIZE)
  target_compile_options(manometer_compiler INTERFACE -fsanitize=${MANOMETER_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(manometer_compiler INTERFACE -fsanitize=${MANOMETER_SANITIZE})
endif()
