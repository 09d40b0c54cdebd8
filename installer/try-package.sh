#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries the package as somebody who has just got it: in a bare Debian of its own (debootstrap), which is thrown
# away. Installs version 0.1.0, uses it, upgrades to this version, and looks whether cache and settings were
# kept; starts it without a display and on a virtual one, takes a picture; removes and purges it.
#   try-package.sh [FOLDER]     where the pictures and logs go; build/try-package by default
# As root. Builds version 0.1.0 first, from the commit of its release, unless FOLDER has it. Prints the time of
# each step.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$(realpath -m "${1:-$root/build/try-package}")
mkdir -p "$out"
log=$out/log
: >"$log"
. "$root/installer/bare-debian.sh"

check() { # words, condition: a command
    local words=$1
    shift
    if "$@"; then echo "   ok: $words"; else echo "FAILED: $words" >&2; exit 1; fi
}
as_user() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/op XDG_RUNTIME_DIR=/tmp/run "$@"; }

"$root/installer/install-packages.sh" debian package >>"$log"
[ -n "$(ls "$root"/build/package/manometer_*.deb 2>/dev/null)" ] || step "build the package" "$root/installer/package.sh"
deb=$(echo "$root"/build/package/manometer_*.deb)

# Version 0.1.0 had no packages yet: its program in a package of the least a package needs.
old_package() {
    local commit
    commit=$(git -C "$root" log --grep='^Release 0\.1\.0$' --format=%H -1)
    [ -n "$commit" ] || { echo "the commit 'Release 0.1.0' is not in this clone"; return 1; }
    mkdir "$work/source"
    git -C "$root" archive "$commit" >"$work/source.tar"
    tar -C "$work/source" -xf "$work/source.tar"
    cmake -S "$work/source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
    cmake --build "$work/build" --target manometer
    mkdir -p "$work/old/DEBIAN" "$work/old/usr/bin"
    install --strip "$work/build/bin/manometer" "$work/old/usr/bin/"
    printf '%s\n' "Package: manometer" "Version: 0.1.0" "Architecture: $(dpkg --print-architecture)" \
        "Maintainer: The Manometer developers <developers@manometer.example>" \
        "Depends: $(dpkg-deb --field "$deb" Depends)" \
        "Description: memory pressure monitor with a metadata cache that yields to it" >"$work/old/DEBIAN/control"
    dpkg-deb --root-owner-group --build "$work/old" "$out/manometer_0.1.0.deb"
}
[ -s "$out/manometer_0.1.0.deb" ] || step "build the package of 0.1.0" old_package

prepare_system() {
    inside apt-get update
    inside useradd --create-home --uid 1000 op
    cp "$out/manometer_0.1.0.deb" "$deb" "$system/var/tmp/"
}
step "make a bare Debian 12" make_system bookworm
step "prepare it" prepare_system
before=$(du -sxk "$system" | cut -f1)
step "install 0.1.0 and what it needs" inside apt-get install --yes --no-install-recommends /var/tmp/manometer_0.1.0.deb \
    libimage-exiftool-perl fonts-dejavu-core xvfb xauth
files=/usr/share/doc

old_run() {
    as_user env QT_QPA_PLATFORM=offscreen manometer --scan "$files" --exit-after 25 2>"$out/old.log"
}
mkdir -p "$system/home/op/.config/manometer"
# What version 0.1.0 wrote: thresholds alone. 97 % is where nothing that is tried here comes to.
cat >"$system/home/op/.config/manometer/settings.json" <<'JSON'
{"version": 1, "thresholds": {
  "elevated": {"enter_percent": 95, "leave_percent": 90, "hold_ms": 10000, "target_percent": 85},
  "high": {"enter_percent": 96, "leave_percent": 91, "hold_ms": 10000, "target_percent": 86},
  "critical": {"enter_percent": 97, "leave_percent": 92, "hold_ms": 10000, "target_percent": 87}}}
JSON
chown -R 1000:1000 "$system/home/op"
step "use 0.1.0: scan a folder" old_run
filled=$(du -sk "$system/home/op/.cache/manometer" | cut -f1)
check "0.1.0 filled its cache: $filled KiB" test "$filled" -gt 200

step "upgrade to this version" inside apt-get install --yes --no-install-recommends "/var/tmp/$(basename "$deb")"
check "the version is $(inside manometer --version)" test "$(inside manometer --version)" = \
    "manometer $(dpkg-deb --field "$deb" Version)"

# 80 % of pretended memory: HIGH by the defaults, NORMAL by the settings that were kept.
mkdir -p "$system/tmp/proc"
printf 'MemTotal: 16777216 kB\nMemFree: 100000 kB\nMemAvailable: 2500000 kB\n' >"$system/tmp/proc/meminfo"
ln -sfn /proc/self "$system/tmp/proc/self"
new_run() {
    as_user env QT_QPA_PLATFORM=offscreen manometer --proc-root /tmp/proc --cache-dir /home/op/.cache/manometer \
        --scan "$files" --exit-after 15 \
        --export-samples /tmp/samples.csv 2>"$out/new.log"
}
step "start it without a display, scan the same folder" new_run
cp "$system/tmp/samples.csv" "$out/"
report=$(grep -o '[0-9]* files.*' "$out/new.log" | tail -n 1)
check "the cache was kept: $report" awk -v report="$report" 'BEGIN {
    split(report, word, /[ ,]+/); exit !(word[1] > 0 && word[3] >= 0.95 * word[1]) }'
check "the settings were kept: 85 % is NORMAL by them" sh -c "tail -n 1 '$out/samples.csv' | grep -q ',NORMAL,'"
check "and HIGH without them" sh -c "chroot '$system' env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/tmp/other \
    QT_QPA_PLATFORM=offscreen manometer --proc-root /tmp/proc --cache-dir /tmp/other/cache --exit-after 3 \
    --export-samples /tmp/other.csv 2>/dev/null; tail -n 1 '$system/tmp/other.csv' | grep -q ',HIGH,'"

display_run() { # language
    as_user xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' manometer --language "$1" --scan "$files" \
        --exit-after 12 --screenshot "/tmp/$1.png"
    cp "$system/tmp/$1.png" "$out/"
}
for language in en de ar; do
    step "start it on a virtual display, in $language" display_run "$language"
    check "a picture of $(stat --format=%s "$out/$language.png") bytes: $out/$language.png" test -s "$out/$language.png"
done

without_reader() {
    local code=0
    inside apt-get remove --yes libimage-exiftool-perl
    as_user env QT_QPA_PLATFORM=offscreen manometer --scan /usr/share/icons --cache-dir /tmp/empty --exit-after 5 \
        2>"$out/without-reader.log" || code=$?
    [ "$code" -eq 1 ] # what was asked for could not be done
}
step "start it without the metadata reader: exit code 1" without_reader
check "it says what is missing: $(grep -i exiftool "$out/without-reader.log" | head -n 1 | cut -c1-100)" \
    grep -qi exiftool "$out/without-reader.log"

after=$(du -sxk "$system" | cut -f1)
size=$(stat --format=%s "$deb")
step "remove it" inside apt-get remove --yes manometer
check "nothing of it is left in /usr" test -z "$(find "$system/usr" -iname '*manometer*' -print -quit)"
check "the user's cache and settings stay" test -s "$system/home/op/.config/manometer/settings.json" -a \
    -d "$system/home/op/.cache/manometer"
step "install it again, purge it" inside sh -c "apt-get install --yes --no-install-recommends /var/tmp/$(basename "$deb") &&
    apt-get purge --yes manometer"
check "nothing of it is left in /usr and /etc" \
    test -z "$(find "$system/usr" "$system/etc" -iname '*manometer*' -print -quit)"
check "dpkg knows nothing of it" sh -c "! chroot '$system' dpkg-query --show manometer 2>/dev/null | grep -q ."
echo "Size: package $((size / 1024)) KiB, installed $(dpkg-deb --field "$deb" Installed-Size) KiB," \
    "with all it needs on a bare Debian $(((after - before) / 1024)) MiB."
echo "Tried in $SECONDS s."
