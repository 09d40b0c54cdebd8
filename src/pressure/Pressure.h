// SPDX-License-Identifier: GPL-3.0-or-later
//
// The public face of pressure/: what the kernel says about memory, what it means, and what follows.
// std only. Sources read files; everything else is a pure function of its arguments, so that the running
// program, the tests and a replay of a recorded day get the same answers.
#pragma once

#include "pressure/Gauge.h"
#include "pressure/Governor.h"
#include "pressure/KernelMemorySource.h"
#include "pressure/Level.h"
#include "pressure/LimitPolicy.h"
#include "pressure/MemorySample.h"
#include "pressure/MemorySource.h"
#include "pressure/SampleSchedule.h"
#include "pressure/Thresholds.h"
