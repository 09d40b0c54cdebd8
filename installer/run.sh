#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Manometer and starts it. Arguments are handed to the program.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

"$root/installer/install-packages.sh"
echo "Building in $root/build/release"
(cd "$root" && cmake --preset release)
cmake --build "$root/build/release" --target manometer

program="$root/build/release/bin/manometer"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ -n "${QT_QPA_PLATFORM:-}" ]; then
    exec "$program" "$@"
fi
echo "There is no display: starting on a virtual one (Xvfb). --screenshot FILE shows what it shows."
exec xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" "$program" "$@"
