#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Validates the desktop entry with desktop-file-validate. SingleMainWindow belongs to version 1.5 of the specification,
# which desktop-file-utils supports from 0.27 on (Debian 12 has 0.26): for an older one it is removed and the version set
# to 1.4.
#   tests/validate_desktop_entry.sh FILE
set -euo pipefail
file=$1
desktop-file-validate "$file" >/dev/null 2>&1 && exit 0
grep -qx 'SingleMainWindow=true' "$file"
rest=$(mktemp -d)
trap 'rm -rf "$rest"' EXIT
sed -e '/^SingleMainWindow=true$/d' -e 's/^Version=1\.5$/Version=1.4/' "$file" >"$rest/$(basename "$file")"
desktop-file-validate "$rest/$(basename "$file")"
