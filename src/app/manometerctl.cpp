// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometerctl: controls a running Manometer through its local API. No Qt: scripts start it often.
#include "ctl/Run.h"

#include <csignal>
#include <cstdlib>
#include <vector>

int main(int argc, char **argv)
{
    // A closed pipe is an error of the write, after which the program ends quietly.
    std::signal(SIGPIPE, SIG_IGN);
    manometer::ctl::Surroundings surroundings;
    surroundings.search = manometer::client::Search::fromEnvironment();
    if (const char *path = std::getenv("PATH"))
        surroundings.programPath = path;
    surroundings.version = MANOMETER_VERSION;
    const std::vector<std::string_view> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return manometer::ctl::run(arguments, surroundings);
}
