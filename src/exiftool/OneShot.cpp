// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/OneShot.h"

#include "exiftool/Asking.h"
#include "exiftool/Child.h"

#include <algorithm>
#include <sys/wait.h>
#include <unistd.h>

namespace manometer::exiftool {

void answerOnce(const RealProgram &program, const Command &command, const std::vector<std::string> &arguments)
{
    if (!command.echoes.empty())
        return;
    AnswerClient client(socketsToTry());
    Asking asking(program, client);
    const auto asked = asking.ask(command, false);
    if (!asked)
        return;
    if (const auto known = asking.find(*asked, Asking::Saves::Start)) {
        writeAll(STDERR_FILENO, known->errors);
        writeAll(STDOUT_FILENO, known->output);
        endProcess(known->status);
    }
    const auto begin = std::chrono::steady_clock::now();
    Child child;
    if (!child.start(program, arguments, Child::Input::Ours))
        return;
    answers::Answer answer;
    const auto collect = [](std::string &to, std::string_view bytes) {
        if (to.size() <= answers::mostAnswerBytes) // more is not kept
            to += bytes;
    };
    child.passRest({.output =
                        [&](std::string_view bytes) {
                            writeAll(STDOUT_FILENO, bytes);
                            collect(answer.output, bytes);
                        },
                    .errors =
                        [&](std::string_view bytes) {
                            writeAll(STDERR_FILENO, bytes);
                            collect(answer.errors, bytes);
                        }});
    const int end = child.waitForEnd();
    const std::uint64_t cost = microsecondsSince(begin);
    answer.costMicroseconds = cost - std::min(cost, asking.startMicroseconds());
    if (WIFEXITED(end)) {
        answer.status = WEXITSTATUS(end);
        asking.keep(*asked, std::move(answer));
    }
    endLike(end);
}

} // namespace manometer::exiftool
