#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures in resources/screenshots/: the real program on a virtual display, a real folder scanned,
# memory pretended through --proc-root. Needs a release build (installer/run.sh) and optipng.
#   tests/screenshots.sh [FOLDER]     where to put them, resources/screenshots by default
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:-$root/resources/screenshots}
program=$root/build/release/bin/manometer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# A machine of 16 GiB of which so many tenths of a percent are used, changed by a rename as a whole.
pretend() { # folder, used in tenths of a percent
    local total=16777216
    printf 'MemTotal: %d kB\nMemFree: 100000 kB\nMemAvailable: %d kB\n' $total $((total / 1000 * (1000 - $2))) \
        >"$1/meminfo.new"
    mv "$1/meminfo.new" "$1/meminfo"
}

# Walks along a curve, a step every half second, until it is killed: "from to steps" a line, or "gone" for a
# signal that is lost for good.
play() { # folder, curve
    local from to steps i
    while read -r from to steps; do
        if [ "$from" = gone ]; then
            rm "$1/meminfo"
            return
        fi
        for ((i = 0; i <= steps; ++i)); do
            pretend "$1" $((from + (to - from) * i / (steps > 0 ? steps : 1) + RANDOM % 5 - 2))
            sleep 0.5
        done
    done <<<"$2"
    while sleep 0.5; do pretend "$1" $((to + RANDOM % 5 - 2)); done
}

picture() { # name, seconds, curve, further arguments of the program
    local name=$1 seconds=$2 curve=$3 home=$work/$1
    shift 3
    mkdir -p "$home/proc/pressure"
    ln -s /proc/self "$home/proc/self" # the program's own figures are real
    echo "some avg10=0.00 avg60=0.00 avg300=0.00 total=0
full avg10=0.00 avg60=0.00 avg300=0.00 total=0" >"$home/proc/pressure/memory"
    pretend "$home/proc" "${curve%% *}"
    play "$home/proc" "$curve" &
    local player=$!
    XDG_CACHE_HOME=$home XDG_CONFIG_HOME=$home XDG_STATE_HOME=$home \
        xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" \
        "$program" --proc-root "$home/proc" --exit-after "$seconds" --screenshot "$out/$name.png" "$@" 2>"$home/log" ||
        { cat "$home/log" >&2; kill $player; return 1; }
    kill $player 2>/dev/null || true
    wait $player 2>/dev/null || true
    optipng -quiet -o2 "$out/$name.png"
    echo "$out/$name.png"
}

scan=(--scan /usr/share/icons)
picture normal 40 "380 420 60" "${scan[@]}"
picture elevated 40 "520 680 30
680 690 60" "${scan[@]}"
picture high 40 "520 840 40
840 850 60" "${scan[@]}"
picture critical 40 "520 940 50
940 950 60" "${scan[@]}"
picture recovered 75 "450 840 16
840 840 6
840 450 6
450 430 200" "${scan[@]}"
picture stale 30 "700 710 30
gone" "${scan[@]}"
