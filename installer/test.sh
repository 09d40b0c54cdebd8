#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors and runs the tests, headless.
#   test.sh             the everyday suite
#   test.sh --sanitize  the suite under AddressSanitizer and UndefinedBehaviorSanitizer, then the tests of the
#                       targets without Qt under ThreadSanitizer
#   test.sh --soak      the everyday suite again and again until it fails or is stopped
# The last two give the randomised tests more rounds: 200 and 2000, unless MANOMETER_TEST_ROUNDS says otherwise.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_and_test() { # preset, then arguments for ctest
    local preset=$1
    shift
    echo "== $preset: configure and build"
    (cd "$root" && cmake --preset "$preset" && cmake --build --preset "$preset")
    echo "== $preset: test"
    (cd "$root" && ctest --preset "$preset" "$@")
}

mode=${1:-everyday}
case "$mode" in
    everyday | --sanitize | --soak) ;;
    *) sed -n '3,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac

"$root/installer/install-packages.sh"
case "$mode" in
    everyday) build_and_test release ;;
    --sanitize)
        export MANOMETER_TEST_ROUNDS=${MANOMETER_TEST_ROUNDS:-200}
        # Qt and its plugins keep a few allocations until the process ends: leaks are looked for in the
        # tests without Qt's GUI only (tests/CMakeLists.txt).
        build_and_test asan
        build_and_test tsan
        ;;
    --soak)
        export MANOMETER_TEST_ROUNDS=${MANOMETER_TEST_ROUNDS:-2000}
        build_and_test release --repeat until-fail:1000000
        ;;
esac
