// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometerctl as a function, for its main() and its tests. One thread; blocks until the command is done.
#pragma once

#include "client/Instance.h"

#include <span>
#include <string>
#include <string_view>

namespace manometer::ctl {

// What a program takes from its process.
struct Surroundings
{
    int input = 0;
    int output = 1;
    int errors = 2;
    client::Search search{};
    std::string programPath{}; // $PATH, in which doctor looks for exiftool
    std::string version{};     // of this program
};

// Runs the command of the arguments (without the program's name). The exit code.
int run(std::span<const std::string_view> arguments, const Surroundings &surroundings);

} // namespace manometer::ctl
