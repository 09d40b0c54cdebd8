// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether the places that the options name can be used as they are meant: what is to be read is there, and
// what is to be written takes nothing else's place. Blocks for as long as some stat(2) calls take. An answer
// says what to print instead of running; nothing is one where all is well.
#pragma once

#include "app/Options.h"

#include <optional>

namespace manometer::app {

std::optional<Answer> findPlaceProblem(const Options &options);
// The part of it that may come about while the program runs, for just before the files are written.
std::optional<Answer> findOutputProblem(const Options &options);

} // namespace manometer::app
