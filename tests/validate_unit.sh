#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Validates a unit of the user's service manager with systemd-analyze, which says of an unknown key in words only: any
# output is a failure.
#   tests/validate_unit.sh UNIT PROGRAM    PROGRAM stands for the installed one, which must exist
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed "s,^ExecStart=.*,ExecStart=$2," "$1" >"$work/$(basename "$1")"
mkdir -m 700 "$work/run"
said=$(XDG_RUNTIME_DIR=$work/run systemd-analyze verify --user --man=no "$work/$(basename "$1")" 2>&1) || { echo "$said"; exit 1; }
[ -z "$said" ] || { echo "$said"; exit 1; }
