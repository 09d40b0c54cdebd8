// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs this test program again as a child process with a role. Fork and exec: after a mere fork of a
// multi-threaded program, no threads may be started.
#pragma once

#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace manometer::cache {

// `outputEnd`: a descriptor that becomes the child's standard output; -1 for ours.
inline pid_t startChild(const char *role, const std::string &argument, int outputEnd = -1)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    if (outputEnd >= 0)
        ::dup2(outputEnd, STDOUT_FILENO);
    ::execl("/proc/self/exe", "child", role, argument.c_str(), nullptr);
    ::_exit(127);
}

// The child's exit status, or -1 if it was killed by a signal.
inline int waitForChild(pid_t child)
{
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

} // namespace manometer::cache
