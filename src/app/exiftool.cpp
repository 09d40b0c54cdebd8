// SPDX-License-Identifier: GPL-3.0-or-later
//
// exiftool (manometer-exiftool): the real one, with its answers from the cache where they are known.
#include "exiftool/Run.h"

int main(int argc, char **argv)
{
    return manometer::exiftool::run(argc, argv);
}
