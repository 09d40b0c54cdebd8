#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# desktop-file-validate over the desktop entry. SingleMainWindow is of version 1.5 of its specification, which
# desktop-file-utils knows from 0.27 on (Debian 12 has 0.26): an older one is given all the rest, as version 1.4.
#   tests/validate_desktop_entry.sh FILE
set -euo pipefail
file=$1
desktop-file-validate "$file" >/dev/null 2>&1 && exit 0
grep -qx 'SingleMainWindow=true' "$file"
rest=$(mktemp -d)
trap 'rm -rf "$rest"' EXIT
sed -e '/^SingleMainWindow=true$/d' -e 's/^Version=1\.5$/Version=1.4/' "$file" >"$rest/$(basename "$file")"
desktop-file-validate "$rest/$(basename "$file")"
