// SPDX-License-Identifier: GPL-3.0-or-later
//
// The public header of pressure/: reads the kernel's memory figures, derives a pressure level from them and
// the cache's limit from that. std only. Sources read files; everything else is a pure function of its
// arguments, so that the running program, the tests and a replay of a journal get the same results.
#pragma once

#include "pressure/Clock.h"
#include "pressure/Level.h"
#include "pressure/MemorySample.h"
#include "pressure/MemorySource.h"
#include "pressure/control/Control.h"
#include "pressure/control/Gauge.h"
#include "pressure/control/Governor.h"
#include "pressure/control/LimitPolicy.h"
#include "pressure/control/SampleSchedule.h"
#include "pressure/control/StallWatch.h"
#include "pressure/control/Thresholds.h"
#include "pressure/control/Trend.h"
#include "pressure/source/KernelMemorySource.h"
#include "pressure/source/MemoryHolders.h"
#include "pressure/source/PressureTrigger.h"
#include "pressure/source/SourceReport.h"
