#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds a release and packs it: build/package/manometer_VERSION_ARCH.deb and a .tar.gz.
# What lintian says of the package at the level of an error or a warning is a failure.
#   package.sh           build and pack
#   package.sh --twice   the same a second time, in another folder and from nothing, and compare byte by byte
# MANOMETER_WEBSITE, if set, is the address of the home page that the package names.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mode=${1:-once}
case "$mode" in
    once | --twice) ;;
    *) sed -n '3,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac

"$root/installer/install-packages.sh" debian package

# The time of all that is packed: the commit's, or, outside of a clone, that of the changelog.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null || stat --format=%Y "$root/CHANGELOG.md")
fi
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
umask 022

pack() { # source, build folder
    # Qt's resources carry that time: what was built for another is built anew.
    [ "$(cat "$2/source-date" 2>/dev/null)" = "$SOURCE_DATE_EPOCH" ] || rm -rf "$2"
    mkdir -p "$2"
    echo "$SOURCE_DATE_EPOCH" >"$2/source-date"
    # Hardened as Debian's own packages; paths of this machine stay out of it.
    local flags
    flags=$(cd "$1" && DEB_BUILD_MAINT_OPTIONS=hardening=+all DEB_CXXFLAGS_MAINT_STRIP=-g dpkg-buildflags --get CXXFLAGS)
    flags+=" $(DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --get CPPFLAGS)"
    cmake -S "$1" --preset package -B "$2" -DMANOMETER_WEBSITE="${MANOMETER_WEBSITE:-https://manometer.example}" \
        -DCMAKE_CXX_FLAGS="$flags -ffile-prefix-map=$1=. -ffile-prefix-map=$2=build" \
        -DCMAKE_EXE_LINKER_FLAGS="$(DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --get LDFLAGS) -pie"
    cmake --build "$2"
    (cd "$2" && rm -f ./*.deb ./*.tar.gz && cpack)
}

build=$root/build/package
pack "$root" "$build"
deb=$(echo "$build"/manometer_*.deb)
tgz=$(echo "$build"/manometer-*.tar.gz)

"$root/tests/validate_desktop_entry.sh" "$root/resources/desktop/org.manometer.Manometer.desktop"
appstreamcli validate --no-net "$build/installed/org.manometer.Manometer.metainfo.xml"
lintian --fail-on error,warning "$deb"

if [ "$mode" = --twice ]; then
    again=$(mktemp -d)
    trap 'rm -rf "$again"' EXIT
    mkdir "$again/another-place"
    tar -C "$root" --exclude=./build --exclude=./.git -cf - . | tar -C "$again/another-place" -xf -
    CCACHE_DISABLE=1 pack "$again/another-place" "$again/another-build"
    cmp "$deb" "$again/another-build/$(basename "$deb")"
    cmp "$tgz" "$again/another-build/$(basename "$tgz")"
    echo "Built twice: the same bytes."
fi
ls -l "$deb" "$tgz"
sha256sum "$deb" "$tgz"
