#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors and runs the tests, headless.
#   test.sh             the everyday suite
#   test.sh --sanitize  the suite under AddressSanitizer and UndefinedBehaviorSanitizer, then the tests of the
#                       targets without Qt under ThreadSanitizer, then half a minute of each fuzzer
#   test.sh --lint      clang-tidy and clazy over src: what they find is a failure
#   test.sh --soak      the cached metadata of all files in MANOMETER_COMPARE_FOLDERS (/usr/share/doc and
#                       /usr/share/icons by default) against exiftool's own answers, the window for an hour, then
#                       the everyday suite until it fails or is stopped
# --sanitize and --soak give the randomised tests more rounds: 200 and 2000, unless MANOMETER_TEST_ROUNDS says otherwise.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Configures, builds and tests by a workflow preset. Says at the end which cases were skipped, and why, as a skipped
# case is not a passed one; the last line is CTest's own, once more.
build_and_test() { # preset
    local preset=$1 code=0
    local results=$root/build/$preset/Testing/Temporary
    rm -f "$results"/LastTest*.log
    echo "== $preset"
    (cd "$root" && cmake --workflow --preset "$preset") || code=$?
    [ ! -e "$results/LastTest.log" ] || report_skips "$results"
    return "$code"
}

report_skips() { # folder with CTest's logs
    local total failed=0
    echo "== skipped cases"
    awk '/^[0-9]+\/[0-9]+ Testing: / { test = $3 }
        /^SKIP   : / { sub(/^SKIP   : /, "  " test ": "); print; count++ }
        END { if (!count) print "  none" }' "$1/LastTest.log"
    total=$(grep -c '^[0-9]*/[0-9]* Testing: ' "$1/LastTest.log") || true
    [ ! -e "$1/LastTestsFailed.log" ] || failed=$(wc -l <"$1/LastTestsFailed.log")
    echo "$((100 * (total - failed) / total))% tests passed, $failed tests failed out of $total"
}

# Debian 12 has version 14, which the project is written for; a later Debian the one it has.
first_of() { # commands
    local each
    for each; do
        ! command -v "$each" >/dev/null || { echo "$each"; return; }
    done
    echo "none of these is installed: $*" >&2
    return 1
}

# Each fuzzer of tests/fuzz for half a minute, on from what earlier runs have found. What makes one fail stays
# in build/fuzz as crash-…, and is repeated by giving it to the program as its only argument.
fuzz() {
    "$root/installer/install-packages.sh" fuzz
    local build=$root/build/fuzz fuzzers=(fuzz_disk_row fuzz_shard_file fuzz_journal fuzz_json fuzz_answer) fuzzer
    echo "== fuzz"
    CLANGXX=$(first_of clang++-14 clang++)
    export CLANGXX
    (cd "$root" && cmake --workflow --preset fuzz)
    for fuzzer in "${fuzzers[@]}"; do
        echo "== fuzz: $fuzzer"
        mkdir -p "$build/corpus/$fuzzer"
        MANOMETER_FUZZ_SEEDS=$build/corpus/$fuzzer "$build/tests/fuzz/$fuzzer" -max_total_time=30 -timeout=20 \
            -max_len=65536 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 -artifact_prefix="$build/" \
            "$build/corpus/$fuzzer"
    done
}

lint() {
    "$root/installer/install-packages.sh" lint
    local build=$root/build/lint
    (cd "$root" && cmake --preset lint)
    # What moc and uic make, without which nothing can be read.
    ninja -C "$build" -t targets all | sed -n 's/^\([^/]*_autogen\): phony$/\1/p' | xargs ninja -C "$build"
    echo "== lint: clang-tidy"
    "$(first_of run-clang-tidy-14 run-clang-tidy)" -quiet -p "$build" -header-filter="$root/src/.*" "$root/src/.*" 2>/dev/null | tee "$build/tidy.log"
    echo "== lint: clazy"
    # The rooms that link Qt.
    git -C "$root" ls-files 'src/api/*.cpp' 'src/app/*.cpp' 'src/async/*.cpp' 'src/exports/*.cpp' 'src/extract/*.cpp' 'src/files/*.cpp' \
        'src/gui/*.cpp' 'src/recorded/*.cpp' 'src/remote/*.cpp' 'src/reports/*.cpp' 'src/service/*.cpp' 'src/views/*.cpp' 'src/wire/*.cpp' | sed "s,^,$root/," |
        xargs -P 2 -n 8 clazy-standalone -p "$build" -checks=level0,level1 -header-filter="$root/src/.*" \
            -extra-arg=-Wno-unknown-warning-option 2>&1 | tee "$build/clazy.log"
    if grep -hE "^$root/src/.*(warning|error):" "$build/tidy.log" "$build/clazy.log" | sort -u | grep .; then
        echo "lint: the lines above have to be looked at" >&2
        return 1
    fi
    echo "lint: nothing found"
}

mode=${1:-everyday}
case "$mode" in
    everyday | --sanitize | --lint | --soak) ;;
    *) sed -n '3,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac

"$root/installer/install-packages.sh" debian test
case "$mode" in
    everyday) build_and_test test ;;
    --sanitize)
        export MANOMETER_TEST_ROUNDS=${MANOMETER_TEST_ROUNDS:-200}
        # Qt and its plugins keep a few allocations until the process ends: leaks are looked for in the
        # tests without Qt's GUI only (tests/CMakeLists.txt).
        build_and_test asan
        build_and_test tsan
        fuzz
        ;;
    --lint) lint ;;
    --soak)
        export MANOMETER_TEST_ROUNDS=${MANOMETER_TEST_ROUNDS:-2000}
        build_and_test test
        echo "== the cache against exiftool"
        # Names of folders, divided by blanks.
        read -ra folders <<<"${MANOMETER_COMPARE_FOLDERS:-/usr/share/doc /usr/share/icons}"
        "$root/build/test/tests/compare/compare_answers" "${folders[@]}"
        echo "== the window for an hour"
        python3 "$root/tests/soak_window.py" "$root/build/test/bin/manometer"
        (cd "$root" && ctest --preset test --repeat until-fail:1000000)
        ;;
esac
