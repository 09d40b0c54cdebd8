#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks which packages installer/install-packages.sh installs, with a dpkg and an apt of its own that only note what they are
# asked for.
#   tests/install_packages.sh INSTALLER_FOLDER
# shellcheck disable=SC2016 # the programs expand their variables themselves
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/installer"
cp "$1/install-packages.sh" "$work/installer/"
export FAKE=$work

program() {
    printf '#!/usr/bin/env bash\n%s\n' "$2" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
program dpkg-query 'cat "$FAKE/installed"'
program apt-cache 'grep -x "Package: ${*: -1}" "$FAKE/available" || exit 100'
program id 'echo 0'
# Without package lists nothing can be installed that is not installed already.
program apt-get '[ "$1" != update ] || { cp "$FAKE/release" "$FAKE/available"; exit 0; }
shift 3
for package in "$@"; do grep -qx "Package: $package" "$FAKE/available" || exit 100; done
printf "%s " "$@" >"$FAKE/asked"'

failed=0
# expect WHAT INSTALLED AVAILABLE RELEASE LINE PACKAGES: lists of names; AVAILABLE before the first update.
expect() {
    local names
    for names in 2 3 4; do
        printf '%s\n' ${!names} | sed '/^$/d' >"$work/list$names"
    done
    sed 's/.*/installed &, /' "$work/list2" >"$work/installed"
    sed 's/^/Package: /' "$work/list3" >"$work/available"
    sed 's/^/Package: /' "$work/list4" >"$work/release"
    printf '%s   # why\n' "$5" >"$work/installer/packages-debian.txt"
    : >"$work/asked"
    PATH=$work/bin:$PATH bash "$work/installer/install-packages.sh" >"$work/output" 2>&1 ||
        { echo "$1: failed: $(cat "$work/output")"; failed=1; }
    if [ "$(xargs <"$work/asked")" != "$6" ]; then
        echo "$1: installs '$(xargs <"$work/asked")' instead of '$6'"
        failed=1
    fi
}
svg='plugins | library'
expect 'a package that is installed'            'one'     'one' 'one' 'one' ''
expect 'a package that is missing'              ''        'one' 'one' 'one' 'one'
expect 'a release with both, none installed'    ''        'library plugins' 'library plugins' "$svg" 'plugins'
expect 'a release with both, the library there' 'library' 'library plugins' 'library plugins' "$svg" 'plugins'
expect 'a release with both, the plugins there' 'plugins' 'library plugins' 'library plugins' "$svg" ''
expect 'a release without the first'            ''        'library' 'library' "$svg" 'library'
expect 'a release without the first, installed' 'library' 'library' 'library' "$svg" ''
expect 'no package lists, a later one there'    'library' 'library' 'library plugins' "$svg" ''
expect 'no package lists, none there'           ''        '' 'library plugins' "$svg" 'plugins'
expect 'no package lists, another one missing'  'library' 'library' 'library plugins one' "$svg
one" 'plugins one'
exit $failed
