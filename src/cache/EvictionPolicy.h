// SPDX-License-Identifier: GPL-3.0-or-later
//
// The policy of the memory tier, for simulations of it: a template over the caller's elements that stores
// nothing (policy/S3Fifo.h).
#pragma once

#include "cache/policy/S3Fifo.h"
