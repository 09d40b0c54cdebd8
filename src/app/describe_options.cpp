// SPDX-License-Identifier: GPL-3.0-or-later
//
// describe_options: generates documentation from the table of options of a program, for the build and the
// package.
//   describe_options PROGRAM man TEMPLATE   its manual page: TEMPLATE with @OPTIONS@, @COMMANDS@ and
//   @VERSION@
//                                           filled in
//   describe_options PROGRAM bash|zsh|fish  its completion for that shell
// Writes to standard output, in English. Exit code 1 if the template cannot be read, 2 for other arguments.
#include "app/OptionTable.h"
#include "ctl/CommandTable.h"
#include "options/Descriptions.h"

#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>

using namespace manometer;

namespace {

std::optional<options::Program> programNamed(std::string_view name)
{
    for (const options::Program &each : {app::describedProgram(app::Program::Window),
                                         app::describedProgram(app::Program::Daemon), ctl::program()})
        if (each.name == name)
            return each;
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto program = arguments.empty() ? std::nullopt : programNamed(arguments[0]);
    std::string text;
    if (program && arguments.size() == 3 && arguments[1] == "man") {
        std::ifstream file(arguments[2]);
        std::ostringstream page;
        if (!file || !(page << file.rdbuf())) {
            std::fprintf(stderr, "%s cannot be read\n", arguments[2].c_str());
            return 1;
        }
        text = options::manualPage(*program, page.str(), MANOMETER_VERSION);
    } else if (program && arguments.size() == 2 && arguments[1] == "bash") {
        text = options::bashCompletion(*program);
    } else if (program && arguments.size() == 2 && arguments[1] == "zsh") {
        text = options::zshCompletion(*program);
    } else if (program && arguments.size() == 2 && arguments[1] == "fish") {
        text = options::fishCompletion(*program);
    } else {
        std::fputs("describe_options PROGRAM man TEMPLATE | bash | zsh | fish\n", stderr);
        return 2;
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
