#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks that a desktop finds the program for a recording: the type's description is accepted by update-mime-database
# without a word, knows the file's name and its first bytes, and is the type that the desktop entry opens.
#   tests/mime_type.sh MIME_XML DESKTOP_ENTRY RECORDING
set -euo pipefail
xml=$1 entry=$2 recording=$3
type=application/x-manometer-recording
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/mime/packages"
cp "$xml" "$work/mime/packages/org.manometer.Manometer.xml"
fail() { echo "$1" >&2; exit 1; }
words=$(XDG_DATA_HOME=$work update-mime-database "$work/mime" 2>&1 | grep -v '^\*\*\*' || true)
[ -z "$words" ] || fail "update-mime-database: $words"
grep -qx "$type:\*\.manometer" "$work/mime/globs" || fail "the name of a recording is not known"
grep -aq ":$type\]" "$work/mime/magic" && grep -aqF "$(head -c 7 "$recording")" "$work/mime/magic" ||
    fail "the first bytes of a recording are not known"
grep -q "^MimeType=.*$type;" "$entry" || fail "the desktop entry does not open $type"
grep -q '^Exec=manometer %f$' "$entry" || fail "the desktop entry does not pass the file on"
