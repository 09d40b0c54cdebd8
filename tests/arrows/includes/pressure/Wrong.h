// SPDX-License-Identifier: GPL-3.0-or-later
//
// Never compiled: what the check of the arrows must find.
#include "cache/Cache.h"
#include "expected/Expected.h"

#include <QString>
