#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs those packages that are missing. Asks nothing; uses sudo only when not root.
#   install-packages.sh [LIST ...]   names of packages-LIST.txt beside this script; debian by default
# A line "a | b" in a list is the first of them that this release of Debian has.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

lists=()
for list in "${@:-debian}"; do
    lists+=("$here/packages-$list.txt")
done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system: install by hand what ${lists[*]} list." >&2
    exit 0
fi

# With what they provide: a later release may have put one package into another.
installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}, ${Provides}\n' |
    sed -n 's/^installed //p' | sed -e 's/ ([^)]*)//g' -e 's/, */\n/g')
is_installed() { grep -qxF "$1" <<<"$installed"; }

# A package that only others name cannot be installed.
is_available() { apt-cache show --no-all-versions "$1" 2>/dev/null | grep -q .; }

# Lines of alternatives whose first one in this release is not installed. A later one does not replace it: Debian 13 has
# the library of Debian 12, without the plugins, which have a package of their own. Without package lists it is not known
# which ones the release has; then each one that is installed will do.
missing=()
find_missing() {
    missing=()
    local alternatives package
    while read -r -a alternatives; do
        for package in "${alternatives[@]}"; do
            ! is_installed "$package" || continue 2
            ! is_available "$package" || break
        done
        missing+=("${alternatives[*]}")
    done < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' -e 's/|/ /g' "${lists[@]}")
}
find_missing

if [ ${#missing[@]} -eq 0 ]; then
    echo "All needed packages are installed."
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing and can only be installed by root: ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
install_missing() {
    local line package names=()
    for line in "${missing[@]}"; do
        for package in $line; do
            if is_available "$package"; then
                names+=("$package")
                continue 2
            fi
        done
        names+=("${line%% *}")
    done
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${names[@]}"
}
# The package lists of a new machine are empty or old; where they are not, updating them can be spared.
if ! install_missing >/dev/null 2>&1; then
    "${as_root[@]}" apt-get update
    find_missing
    install_missing
fi
