// SPDX-License-Identifier: GPL-3.0-or-later
//
// Validates the paths in the options: inputs must exist and be readable, and outputs must not replace the
// program's own files or, without --overwrite, existing ones. Any thread; blocks on stat(2). The result says
// what to print instead of running; empty if there is no problem.
#pragma once

#include "app/Options.h"

#include <optional>

namespace manometer::app {

std::optional<Answer> findPlaceProblem(const Options &options);
// Only the checks of outputs, to be repeated just before they are written.
std::optional<Answer> findOutputProblem(const Options &options);

} // namespace manometer::app
