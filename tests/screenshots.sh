#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the screenshots in resources/screenshots/: the real program on a virtual display, scanning a real folder, with
# simulated memory use (--proc-root). Needs a release build (installer/run.sh) and optipng.
#   tests/screenshots.sh [FOLDER [attached|programs|walkthrough]]
# FOLDER: output folder, resources/screenshots by default. attached: only the windows that are attached to a daemon;
# programs: only the one that shows who uses exiftool; walkthrough: only the example recording with a draft. The last two
# need xdotool.
# Takes seven minutes: all scenes run in parallel, each long enough for a history.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:-$root/resources/screenshots}
build=$root/build/${BUILD:-release}
program=$build/bin/manometer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# Simulates a machine of 16 GiB with the given use; replaces meminfo atomically.
pretend() { # folder, used in tenths of a percent
    local total=16777216
    printf 'MemTotal: %d kB\nMemFree: 100000 kB\nMemAvailable: %d kB\n' $total $((total / 1000 * (1000 - $2))) \
        >"$1/meminfo.new"
    mv "$1/meminfo.new" "$1/meminfo"
}

# Plays a curve, a step every half second, until it is killed. Each line is "from to steps", or "gone" to remove the
# memory figures.
play() { # folder, curve
    local from to steps i last
    while read -r from to steps; do
        if [ "$from" = gone ]; then
            rm "$1/meminfo"
            return
        fi
        for ((i = 0; i <= steps; ++i)); do
            pretend "$1" $((from + (to - from) * i / (steps > 0 ? steps : 1) + RANDOM % 5 - 2))
            sleep 0.5
        done
        last=$to
    done <<<"$2"
    while sleep 0.5; do pretend "$1" $((last + RANDOM % 5 - 2)); done
}

picture() { # name, first X display number to try, seconds, curve
    local name=$1 display=$2 seconds=$3 curve=$4 home=$work/$1
    mkdir -p "$home/proc/pressure"
    ln -s /proc/self "$home/proc/self" # the program's own figures are real
    echo "some avg10=0.00 avg60=0.00 avg300=0.00 total=0
full avg10=0.00 avg60=0.00 avg300=0.00 total=0" >"$home/proc/pressure/memory"
    pretend "$home/proc" "${curve%% *}"
    export XDG_CACHE_HOME=$home XDG_CONFIG_HOME=$home XDG_STATE_HOME=$home/state
    local run=(xvfb-run --auto-servernum --server-num="$display" --server-args="-screen 0 1600x1000x24"
        "$program" --proc-root "$home/proc" --scan /usr/share/icons)
    "${run[@]}" --exit-after 60 2>/dev/null # fills the store, so that the next scan is answered from it
    play "$home/proc" "$curve" &
    local player=$!
    "${run[@]}" --exit-after "$seconds" --overwrite --screenshot "$out/$name.png" 2>"$home/log" || cat "$home/log" >&2
    kill $player 2>/dev/null || true
    wait $player 2>/dev/null || true
    optipng -quiet -o2 "$out/$name.png"
    echo "$out/$name.png"
}

# Two windows attached to one daemon: one while it runs, one some seconds after it was killed.
attached() { # first X display number to try, seconds, curve
    local display=$1 seconds=$2 curve=$3 home=$work/attached window
    mkdir -p "$home/proc/pressure"
    mkdir -m 700 "$home/run"
    ln -s /proc/self "$home/proc/self"
    echo "some avg10=0.00 avg60=0.00 avg300=0.00 total=0
full avg10=0.00 avg60=0.00 avg300=0.00 total=0" >"$home/proc/pressure/memory"
    pretend "$home/proc" "${curve%% *}"
    export XDG_CACHE_HOME=$home XDG_CONFIG_HOME=$home XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/run
    "${program}d" --proc-root "$home/proc" --scan /usr/share/icons 2>/dev/null &
    local daemon=$!
    play "$home/proc" "$curve" &
    local player=$!
    sleep $((seconds - 30))
    window=(xvfb-run --auto-servernum --server-num="$display" --server-args="-screen 0 1600x1000x24" "$program" --proc-root "$home/proc"
        --connect "unix:$home/run/manometer-rehearsal/api.sock")
    "${window[@]}" --exit-after 10 --overwrite --screenshot "$out/attached.png" 2>/dev/null
    "${window[@]}" --exit-after 20 --overwrite --screenshot "$out/lost.png" 2>/dev/null &
    local lost=$!
    sleep 8
    kill -KILL $daemon
    wait $lost || true
    kill $player 2>/dev/null || true
    wait 2>/dev/null || true
    optipng -quiet -o2 "$out/attached.png" "$out/lost.png"
}

# Programs ask our exiftool for the same files again and again, each in its way, beside a window with their figures.
programs() { # X display number to try, seconds, curve
    local display=$1 seconds=$2 curve=$3 home=$work/programs
    mkdir -p "$home/proc/pressure" "$home/pictures"
    mkdir -m 700 "$home/run"
    ln -s /proc/self "$home/proc/self"
    echo "some avg10=0.00 avg60=0.00 avg300=0.00 total=0
full avg10=0.00 avg60=0.00 avg300=0.00 total=0" >"$home/proc/pressure/memory"
    pretend "$home/proc" "${curve%% *}"
    python3 "$root/tests/exiftool/corpus.py" "$home/pictures" >/dev/null
    cat >"$home/index_library.py" <<'PYTHON'
import pathlib, subprocess, sys
exiftool = subprocess.Popen([sys.argv[1], "-stay_open", "True", "-@", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
files = [str(file) for file in pathlib.Path(sys.argv[2]).rglob("*.*") if "\n" not in str(file)]
while True:
    for file in files:
        exiftool.stdin.write(f"-json\n-G\n-n\n{file}\n-execute\n".encode(errors="surrogateescape"))
        exiftool.stdin.flush()
        while exiftool.stdout.readline() != b"{ready}\n":
            pass
PYTHON
    cat >"$home/thumbnails.sh" <<'SHELL'
while sleep 0.2; do
    for file in "$2"/*.jpg; do "$1" -b -ThumbnailImage "$file"; done
done >/dev/null 2>&1
SHELL
    export XDG_CACHE_HOME=$home XDG_CONFIG_HOME=$home XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/run
    export MANOMETER_SOCKET=$home/run/manometer-rehearsal/exiftool.sock
    play "$home/proc" "$curve" &
    local player=$! clients=()
    xvfb-run --auto-servernum --server-num="$display" --server-args="-screen 0 1600x1000x24" bash -c '
        "$1" --proc-root "$2" --exit-after "$3" --overwrite --screenshot "$4" 2>/dev/null &
        sleep $(($3 - 8))
        xdotool mousemove 118 531 click 1 sleep 1 mousemove 1240 579 click 1 sleep 1 mousemove 640 790
        wait' - "$program" "$home/proc" "$seconds" "$out/programs.png" &
    local window=$!
    sleep 5
    python3 "$home/index_library.py" "$build/lib/manometer/bin/exiftool" "$home/pictures" 2>/dev/null &
    clients+=($!)
    bash "$home/thumbnails.sh" "$build/lib/manometer/bin/exiftool" "$home/pictures" &
    clients+=($!)
    wait $window || true
    kill "${clients[@]}" $player 2>/dev/null || true
    wait 2>/dev/null || true
    optipng -quiet -o2 "$out/programs.png"
}

# The README's walk-through: the example recording in the layout Tune, with HIGH at 75 %.
walkthrough() { # X display number to try
    local home=$work/walkthrough
    mkdir -p -m 700 "$home"
    export XDG_CACHE_HOME=$home XDG_CONFIG_HOME=$home XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home
    xvfb-run --auto-servernum --server-num="$1" --server-args="-screen 0 1600x1000x24" bash -c '
        "$1" "$2" --exit-after 14 --overwrite --screenshot "$3" 2>/dev/null &
        sleep 5
        window=$(xdotool search --onlyvisible --name Manometer | tail -n 1)
        xdotool windowfocus "$window" windowsize "$window" 1440 900
        sleep 1
        xdotool key ctrl+2
        sleep 1
        xdotool key t key t # the handle of HIGH
        for _ in 1 2 3 4 5; do xdotool key Next; done
        wait' - "$program" "$root/resources/recordings/example.manometer" "$out/walkthrough.png"
    optipng -quiet -o2 "$out/walkthrough.png"
}

if [ "${2:-}" = walkthrough ]; then
    walkthrough 190
    exit
fi
if [ "${2:-}" = programs ]; then
    programs 180 90 "420 430 40
430 640 60
640 650 400"
    exit
fi
if [ "${2:-}" = attached ]; then # only these two
    attached 170 130 "520 640 80
640 840 60
840 850 400"
    exit
fi
walkthrough 190 &
attached 170 330 "520 640 200
640 840 200
840 850 400" &
programs 180 330 "420 430 200
430 640 100
640 650 400" &
picture normal 110 330 "380 420 300
420 400 300" &
picture elevated 120 330 "520 560 200
560 680 200
680 690 200" &
picture high 130 330 "520 640 200
640 840 200
840 850 200" &
picture critical 140 330 "520 700 200
700 940 200
940 950 200" &
picture recovered 150 330 "450 460 120
460 840 80
840 850 60
850 450 60
450 430 300" &
picture stale 160 330 "700 710 560
gone" &
wait
