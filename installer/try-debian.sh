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
[ "$(id -u)" -eq 0 ] || { echo "try-debian.sh needs root: it makes a system of its own." >&2; exit 1; }
mkdir -p "$out"
log=$out/$release.log
work=$(mktemp -d)
system=$work/system
clean_up() {
    local each
    # What was started in there may run on, where this script was stopped.
    for each in /proc/[0-9]*; do
        [ "$(readlink "$each/root" 2>/dev/null)" != "$system" ] || kill -KILL "${each#/proc/}" 2>/dev/null || true
    done
    for each in root/.cache/ccache dev/shm dev/pts dev sys proc; do
        if mountpoint -q "$system/$each"; then umount "$system/$each" || umount --lazy "$system/$each" || true; fi
    done
    # Through a mount it would remove what is this machine's.
    if grep -qF " $system/" /proc/mounts; then
        echo "try-debian.sh: left in place, as something is still mounted there: $system" >&2
        return 1
    fi
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

step() { # words, command
    local words=$1 start=$SECONDS
    shift
    echo "== $words"
    "$@" >>"$log" 2>&1 || { tail -n 40 "$log" >&2; echo "FAILED: $words; all of it is in $log" >&2; exit 1; }
    echo "   $((SECONDS - start)) s"
}
# CCACHE_SLOPPINESS: without it ccache keeps nothing that has a precompiled header.
inside() {
    chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "$@"
}
: >"$log"

# step() asks for the outcome, and then bash goes on after what fails in a function: each says so itself.
make_system() {
    if [ -n "${TRY_DEBIAN_SYSTEM:-}" ]; then
        if [ -e "$TRY_DEBIAN_SYSTEM/usr/bin/c++" ] || [ -e "$TRY_DEBIAN_SYSTEM/root/manometer" ]; then
            echo "$TRY_DEBIAN_SYSTEM is not bare: it has a compiler, or a Manometer"
            return 1
        fi
        mkdir "$system" &&
            tar -C "$TRY_DEBIAN_SYSTEM" --one-file-system --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' \
                -cf "$work/bare.tar" . &&
            tar -C "$system" -xf "$work/bare.tar" || return 1
        rm "$work/bare.tar"
    else
        local mirror
        mirror=$(apt-get indextargets --format '$(SITE)' 'Identifier: Packages' "Release: $release" | sort -u | head -n 1)
        debootstrap --variant=minbase "$release" "$system" "${mirror:-http://deb.debian.org/debian}" || return 1
    fi
    # The ways to Debian's packages are this machine's.
    cp /etc/resolv.conf /etc/hosts "$system/etc/" 2>/dev/null || true
    apt-config dump | grep -i '^Acquire::.*proxy.*"http' >"$system/etc/apt/apt.conf.d/90proxy" || true
    mount -t proc proc "$system/proc" && mount -t sysfs -o ro sysfs "$system/sys" &&
        mount --bind /dev "$system/dev" || return 1
    local each
    for each in pts shm; do
        [ ! -d "/dev/$each" ] || mount --bind "/dev/$each" "$system/dev/$each" || return 1
    done
    if [ -n "${TRY_DEBIAN_CCACHE:-}" ]; then
        mkdir -p "$TRY_DEBIAN_CCACHE" "$system/root/.cache/ccache" &&
            mount --bind "$TRY_DEBIAN_CCACHE" "$system/root/.cache/ccache" || return 1
    fi
}
clone() {
    # Without git's own folder: a user may have downloaded it, too.
    mkdir "$system/root/manometer" && git -C "$root" archive HEAD >"$work/clone.tar" &&
        tar -C "$system/root/manometer" -xf "$work/clone.tar"
}

echo "Debian: $release; commit: $(git -C "$root" log -1 --format='%h %s')"
step "a bare system" make_system
step "a clean copy of HEAD" clone
step "installer/run.sh --exit-after 4" inside /root/manometer/installer/run.sh --exit-after 4
step "installer/run.sh --exit-after 4, a second time" inside /root/manometer/installer/run.sh --exit-after 4
step "installer/test.sh" inside /root/manometer/installer/test.sh
grep -E '^[0-9]+% tests passed' "$log" | tail -n 1
echo "Tried on $release in $SECONDS s."
