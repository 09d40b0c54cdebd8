// SPDX-License-Identifier: GPL-3.0-or-later
//
// A running real exiftool, behind pipes. It ends with this process (PR_SET_PDEATHSIG). Blocks.
#pragma once

#include "answers/Descriptor.h"
#include "exiftool/RealProgram.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace manometer::exiftool {

// Gets what a child writes, in pieces: stderr before stdout where both are there.
struct Output
{
    std::function<void(std::string_view)> output;
    std::function<void(std::string_view)> errors;
};

class Child
{
public:
    enum class Input : unsigned char { Ours, Pipe };
    enum class Outputs : unsigned char { Ours, Pipes };

    Child() = default;
    ~Child() { kill(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    // False if no process can be made.
    bool start(const RealProgram &program, const std::vector<std::string> &arguments, Input input,
               Outputs outputs = Outputs::Pipes);
    bool isRunning() const { return m_process > 0; }
    pid_t process() const { return m_process; }

    bool send(std::string_view bytes); // to its stdin
    // Passes on what it writes until `outputEnd` appears on stdout, without that. All that was written to
    // stderr before is there then: what follows `errorsEnd` there (empty: there is none) is the answer. Empty
    // if it ended.
    std::optional<std::string> passUntil(std::string_view outputEnd, std::string_view errorsEnd,
                                         const Output &to);
    // The same until it ends.
    void passRest(const Output &to);
    int inputDescriptor() const { return m_input.get(); }
    void closeInput() { m_input.reset(); }

    // As of waitpid(2), after passRest(); waits for its end.
    int waitForEnd();
    // Whether it has ended; does not wait.
    bool hasEnded();
    // Whether it has used no processor, and waits for no disk, since the last call.
    bool isIdle();
    void kill();

private:
    void passPresent(const Output &to);

    pid_t m_process = 0;
    int m_status = 0;          // once it has ended
    unsigned long m_ticks = 0; // at the last check
    answers::Descriptor m_input;
    answers::Descriptor m_output;
    answers::Descriptor m_errors;
};

// Ends this process with this exit status; where output was lost with Perl's message about it, and 1.
[[noreturn]] void endProcess(int exitStatus);
// Ends this process as that one ended: with its exit status, or by its signal.
[[noreturn]] void endLike(int status);

// Writes all of it. Any failure but SIGPIPE, where the reader has gone, loses the bytes, which endProcess()
// reports for stdout. False: lost.
bool writeAll(int descriptor, std::string_view bytes);

} // namespace manometer::exiftool
