// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers/Asker.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace manometer::answers {

namespace {

constexpr std::array<std::string_view, 10> interpreters{"bash", "dash",   "java", "node", "perl",
                                                        "php",  "python", "ruby", "sh",   "zsh"};

// The beginning of a file in /proc/PID; empty if it cannot be read.
std::string beginningOf(pid_t process, const char *name)
{
    const std::string path = "/proc/" + std::to_string(process) + '/' + name;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    std::array<char, 4096> bytes{};
    const ssize_t length = ::read(file, bytes.data(), bytes.size());
    ::close(file);
    return {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
}

// proc(5), /proc/PID/stat: the second field is a name in parentheses, of any bytes; the fourth the parent.
pid_t parentOf(pid_t process)
{
    const std::string stat = beginningOf(process, "stat");
    const std::size_t name = stat.rfind(')');
    return name == std::string::npos || name + 4 >= stat.size() ? 0 : std::atoi(stat.c_str() + name + 4);
}

bool isInterpreter(std::string_view name)
{
    while (!name.empty() && (('0' <= name.back() && name.back() <= '9') || name.back() == '.'))
        name.remove_suffix(1);
    return std::find(interpreters.begin(), interpreters.end(), name) != interpreters.end();
}

} // namespace

std::string askerOf(pid_t exiftool)
{
    const pid_t asker = parentOf(exiftool);
    if (asker <= 0)
        return {};
    std::string name = beginningOf(asker, "comm");
    if (!name.empty() && name.back() == '\n')
        name.pop_back();
    if (!isInterpreter(name))
        return name;
    const std::string command = beginningOf(asker, "cmdline"); // arguments, each with a NUL behind it
    const std::size_t first = command.find('\0');
    if (first == std::string::npos || first + 1 >= command.size() || command[first + 1] == '-')
        return name;
    const std::string script(command.c_str() + first + 1);
    return name + ' ' + script.substr(script.find_last_of('/') + 1);
}

} // namespace manometer::answers
