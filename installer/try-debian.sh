#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries both commands of the README as a new user would: in a bare Debian (debootstrap), on a clean clone of HEAD,
# without a display. The Debian is thrown away in the end. Prints the time of each step; fails at the first that fails.
#   try-debian.sh [12|13|bookworm|trixie] [FOLDER]     13 by default; FOLDER gets the log, build/try-debian by default
# As root. With TRY_DEBIAN_SYSTEM, a folder from debootstrap --variant=minbase, a copy of that is taken instead of
# making one. With TRY_DEBIAN_CCACHE, a folder, compilers' results of earlier tries are taken from there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case "${1:-13}" in
    12 | bookworm) release=bookworm ;;
    13 | trixie) release=trixie ;;
    *) sed -n '3,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
out=$(realpath -m "${2:-$root/build/try-debian}")
mkdir -p "$out"
log=$out/$release.log
: >"$log"
. "$root/installer/bare-debian.sh"

if [ -n "${TRY_DEBIAN_SYSTEM:-}" ]; then
    for each in usr/bin/c++ root/manometer; do
        [ ! -e "$TRY_DEBIAN_SYSTEM/$each" ] || { echo "$TRY_DEBIAN_SYSTEM is not bare: it has /$each" >&2; exit 1; }
    done
fi
share_ccache() {
    mkdir -p "$TRY_DEBIAN_CCACHE" "$system/root/.cache/ccache"
    mount --bind "$TRY_DEBIAN_CCACHE" "$system/root/.cache/ccache"
}
# CCACHE_SLOPPINESS: without it ccache keeps nothing that has a precompiled header. The other two: results do not depend
# on where the sources are.
as_new_user() {
    inside CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime \
        CCACHE_BASEDIR=/root/manometer CCACHE_NOHASHDIR=true "$@"
}
clone() {
    # Without git's own folder: a user may have downloaded it, too.
    mkdir "$system/root/manometer"
    git -C "$root" archive HEAD >"$work/clone.tar"
    tar -C "$system/root/manometer" -xf "$work/clone.tar"
}

echo "Debian: $release; commit: $(git -C "$root" log -1 --format='%h %s')"
step "a bare system" make_system "$release" "${TRY_DEBIAN_SYSTEM:-}"
[ -z "${TRY_DEBIAN_CCACHE:-}" ] || step "compilers' results of earlier tries" share_ccache
step "a clean copy of HEAD" clone
step "installer/run.sh --exit-after 4" as_new_user /root/manometer/installer/run.sh --exit-after 4
step "installer/run.sh --exit-after 4, a second time" as_new_user /root/manometer/installer/run.sh --exit-after 4
step "installer/test.sh" as_new_user /root/manometer/installer/test.sh
grep -E '^[0-9]+% tests passed' "$log" | tail -n 1
echo "Tried on $release in $SECONDS s."
