// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometer-reader: metadata and statistics of scientific files, for a program that starts it.
#include "reader/Run.h"

int main(int argc, char **argv)
{
    return manometer::reader::run(argc, argv);
}
