#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the window in all layouts, palettes, sizes and languages to resources/screenshots/window/, with an hour of
# generated data (tests/gui/PlausibleDay.h). Needs a build of the target window_picture, ImageMagick and optipng.
# Pictures at 200 % are kept for one palette only; the others are for inspection.
#   tests/window_pictures.sh [BUILD] [FOLDER]     build/debug and resources/screenshots/window by default
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${1:-$root/build/debug}/tests/gui/window_picture
out=${2:-$root/resources/screenshots/window}
mkdir -p "$out"
picture() { # name, scale, options
    local name=$1 scale=$2
    shift 2
    QT_SCALE_FACTOR=$scale xvfb-run -a -s "-screen 0 2700x1800x24" "$program" "$out/$name.png" "$@" 2>/dev/null
    # 128 colours: no visible loss, a third of the size.
    convert "$out/$name.png" -colors 128 "PNG8:$out/$name.png"
    optipng -quiet -o1 "$out/$name.png"
    echo "$out/$name.png"
}
number=0
for layout in monitor tune browse review; do
    number=$((number + 1))
    for palette in light dark contrast; do
        for scale in 1 2; do
            picture "$layout-$palette-$scale" "$scale" --palette "$palette" --press "Ctrl+$number"
        done
    done
    picture "$layout-arabic" 1 --language ar --press "Ctrl+$number"
    picture "$layout-small" 1 --size 800x480 --press "Ctrl+$number"
    picture "$layout-german" 1 --language de --press "Ctrl+$number"
done
rm -f "$out"/*-light-2.png "$out"/*-contrast-2.png # for inspection only: too large to keep
for dock in cacheDock holdersDock sourcesDock scanDock; do
    picture "$dock" 1 --dock "$dock"
    picture "$dock-empty" 1 --dock "$dock" --empty
done
for palette in light dark contrast; do
    picture "programs-$palette" 1 --palette "$palette" --press "Ctrl+3 Ctrl+5"
done
picture programs-german 1 --language de --press "Ctrl+3 Ctrl+5"
picture programs-arabic 1 --language ar --press "Ctrl+3 Ctrl+5"
picture programs-small 1 --size 800x480 --press "Ctrl+3 Ctrl+5"
for palette in light dark contrast; do
    picture "folders-$palette" 1 --palette "$palette" --press "Ctrl+3 Ctrl+6"
done
picture folders-german 1 --language de --press "Ctrl+3 Ctrl+6"
picture folders-arabic 1 --language ar --press "Ctrl+3 Ctrl+6"
picture folders-small 1 --size 800x480 --press "Ctrl+3 Ctrl+6"
picture programs-empty 1 --empty --press "Ctrl+3 Ctrl+5"
picture empty 1 --empty
for palette in light dark contrast; do
    picture "composition-$palette" 1 --palette "$palette" --press "Ctrl+1 C"
done
picture composition-german 1 --language de --press "Ctrl+1 C End"
picture composition-arabic 1 --language ar --press "Ctrl+1 C End"
picture composition-small 1 --size 800x480 --press "Ctrl+1 C"
draft="T T PgDown PgDown PgDown PgDown PgDown"
for palette in light dark contrast; do
    picture "draft-$palette" 1 --size 1440x900 --palette "$palette" --press "$draft"
done
picture draft-german 1 --language de --press "$draft"
picture draft-arabic 1 --language ar --press "$draft"
picture draft-small 1 --size 800x480 --dock whatIfDock --press "$draft"
for language in en de ar; do
    picture "suggest-$language" 1 --language "$language" --press "Ctrl+Shift+T Return"
done
picture paused 1 --press "Space"
picture crosshair 1 --hover 0.45
picture event-selected 1 --press "P P P"
picture help 1 --press "F1"
picture settings 1 --press "Ctrl+,"
picture settings-german 1 --language de --press "Ctrl+,"
picture settings-arabic 1 --language ar --press "Ctrl+,"
picture help-arabic 1 --language ar --press "F1"
for language in en de ar; do
    picture "welcome-$language" 1 --language "$language" --welcome --empty
done
for state in stale disk-full critical high normal warned; do
    picture "state-$state" 1 --state "$state"
done
