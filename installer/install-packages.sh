#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs those packages that are missing. Asks nothing; uses sudo only when not root.
#   install-packages.sh [LIST ...]   names of packages-LIST.txt beside this script; debian by default
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

missing=()
while read -r package; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' -e 's/[[:space:]]//g' "${lists[@]}")

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
install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends
    "${missing[@]}")
# The package lists of a new machine are empty or old; where they are not, updating them can be spared.
if ! "${install[@]}" >/dev/null 2>&1; then
    "${as_root[@]}" apt-get update
    "${install[@]}"
fi
