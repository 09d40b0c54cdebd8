// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/Run.h"

#include "exiftool/Arguments.h"
#include "exiftool/Child.h"
#include "exiftool/OneShot.h"
#include "exiftool/RealProgram.h"
#include "exiftool/StayOpen.h"

#include <sys/stat.h>
#include <unistd.h>

namespace manometer::exiftool {

namespace {

constexpr int commandNotFound = 127; // as a shell says

// The end of a file or a terminal is not the end of what comes: the real one looks for more.
bool isStdinFromProgram()
{
    struct stat status = {};
    return ::fstat(STDIN_FILENO, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

} // namespace

int run(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const RealProgram program = findRealProgram(argc > 0 ? argv[0] : nullptr);
    if (program.path.empty()) {
        writeAll(STDERR_FILENO,
                 program.wrong.empty()
                     ? "manometer-exiftool: there is no other exiftool on this machine\n"
                     : "manometer-exiftool: this is not another exiftool: " + program.wrong + '\n');
        return commandNotFound;
    }
    if (isEnvironmentOrdinary(program)) {
        const Command command = understand(arguments);
        if (command.nature == Command::Nature::Read || command.nature == Command::Nature::Version) {
            answerOnce(program, command, arguments);
        } else if (command.nature == Command::Nature::Unknown && isStdinFromProgram()) {
            if (auto line = stayOpenLineOf(arguments))
                StayOpen(program, std::move(*line)).run();
        }
    }
    become(program, arguments);
    writeAll(STDERR_FILENO, "manometer-exiftool: " + program.path + " cannot be started\n");
    return commandNotFound;
}

} // namespace manometer::exiftool
