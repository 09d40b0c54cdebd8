// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of manometerctl's commands and options: the only source for its parser, --help, its manual page
// and its completions. Its texts are in English only. Pure; any thread.
#pragma once

#include "options/Table.h"

namespace manometer::ctl {

options::Program program();

} // namespace manometer::ctl
