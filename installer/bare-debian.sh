# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by try-debian.sh and try-package.sh: a bare Debian in a folder that is removed at exit.
# Sets: work, a temporary folder; system, the root of the Debian in it. Uses: log, the file that gets all output.
[ "$(id -u)" -eq 0 ] || { echo "$(basename "$0") needs root: it makes a system of its own." >&2; exit 1; }
work=$(mktemp -d)
system=$work/system

clean_up() {
    local each
    # What was started in there may still run, where the script was stopped.
    for each in /proc/[0-9]*; do
        [ "$(readlink "$each/root" 2>/dev/null)" != "$system" ] || kill -KILL "${each#/proc/}" 2>/dev/null || true
    done
    for each in root/.cache/ccache dev/shm dev/pts dev sys proc; do
        if mountpoint -q "$system/$each"; then umount "$system/$each" || umount --lazy "$system/$each" || true; fi
    done
    # Removal through a mount would remove this machine's files.
    if grep -qF " $system/" /proc/mounts; then
        echo "$(basename "$0"): left in place, as something is still mounted there: $system" >&2
        return 1
    fi
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

# Runs a command in a subshell and prints its time; ends the script where it fails.
step() { # words, command
    local words=$1 start=$SECONDS code
    shift
    echo "== $words"
    # Not in a condition: there bash would ignore set -e in the whole command, and go on after a failed line.
    set +e
    (set -e; "$@") >>"$log" 2>&1
    code=$?
    set -e
    if [ "$code" -ne 0 ]; then
        tail -n 40 "$log" >&2
        echo "FAILED: $words; all of it is in $log" >&2
        exit 1
    fi
    echo "   $((SECONDS - start)) s"
}

make_system() { # release, then a folder with such a system to copy, or nothing
    local mirror each
    if [ -n "${2:-}" ]; then
        mkdir "$system"
        tar -C "$2" --one-file-system --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' -cf "$work/bare.tar" .
        tar -C "$system" -xf "$work/bare.tar"
        rm "$work/bare.tar"
    else
        mirror=$(apt-get indextargets --format '$(SITE)' 'Identifier: Packages' "Release: $1" | sort -u | head -n 1)
        debootstrap --variant=minbase "$1" "$system" "${mirror:-http://deb.debian.org/debian}"
    fi
    # It reaches Debian's packages as this machine does.
    cp /etc/resolv.conf /etc/hosts "$system/etc/" 2>/dev/null || true
    apt-config dump | grep -i '^Acquire::.*proxy.*"http' >"$system/etc/apt/apt.conf.d/90proxy" || true
    mount -t proc proc "$system/proc"
    mount -t sysfs -o ro sysfs "$system/sys"
    mount --bind /dev "$system/dev"
    for each in pts shm; do
        [ ! -d "/dev/$each" ] || mount --bind "/dev/$each" "$system/dev/$each"
    done
}

# Runs a command in the Debian, with an environment of its own.
inside() {
    chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
