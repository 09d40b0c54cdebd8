// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a command to the question about its file, and the answer that is known or learned. Blocks.
#pragma once

#include "answers/Descriptor.h"
#include "exiftool/AnswerClient.h"
#include "exiftool/Arguments.h"
#include "exiftool/RealProgram.h"

#include <chrono>
#include <optional>
#include <string>
#include <sys/stat.h>

namespace manometer::exiftool {

std::uint64_t microsecondsSince(std::chrono::steady_clock::time_point begin);

class Asking
{
public:
    // Both outlive this object.
    Asking(const RealProgram &program, AnswerClient &client);

    // A question about a regular file that this user can read.
    struct Asked
    {
        answers::Descriptor file;
        std::string path{}; // absolute, as written
        std::string text{};
        struct stat before = {};
        Command::AccessTime accessTime = Command::AccessTime::Absent;
        std::chrono::system_clock::time_point since;
    };

    // Empty if the command is not one about one such file, or no Manometer is there to ask. `hasMwg`: an
    // earlier command of the process has loaded the MWG module.
    std::optional<Asked> ask(const Command &command, bool hasMwg);
    // With the present access time in its output. Each may save a start of exiftool, or reading alone.
    enum class Saves : std::uint8_t { Start, Reading };
    std::optional<answers::Answer> find(const Asked &asked, Saves saves);
    // How long exiftool takes to start, as far as is known.
    std::uint64_t startMicroseconds() const { return m_startMicroseconds; }
    // What the real exiftool has answered. Not kept if the file has changed since ask(), or a moment before,
    // or if it failed for a reason that may not last.
    void keep(const Asked &asked, answers::Answer answer);

    // The program or its library may have been replaced.
    void lookAgain();

private:
    bool knowProgram();

    const RealProgram &m_program;
    AnswerClient &m_client;
    const std::string m_folder; // where this process works
    std::vector<std::string> m_includeFolders;
    std::string m_programDigest; // empty: not known
    std::uint64_t m_startMicroseconds = 0;
};

} // namespace manometer::exiftool
