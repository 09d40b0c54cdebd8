// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/Child.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace manometer::exiftool {

namespace {

struct Pipe
{
    answers::Descriptor read;
    answers::Descriptor write;

    bool open()
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return false;
        read.reset(ends[0]);
        write.reset(ends[1]);
        return true;
    }
};

// Passes a stream on, but for its end mark.
class MarkedStream
{
public:
    explicit MarkedStream(std::string_view mark)
        : m_mark(mark)
    {}

    bool isFound() const { return m_isFound; }

    // Returns what is known to be in front of the mark; holds what follows it.
    std::string take(std::string_view bytes)
    {
        m_held += bytes;
        if (m_isFound)
            return {};
        if (m_mark.empty())
            return std::exchange(m_held, {});
        if (const std::size_t at = m_held.find(m_mark); at != std::string::npos) {
            m_isFound = true;
            std::string before = m_held.substr(0, at);
            m_held.erase(0, at + m_mark.size());
            return before;
        }
        std::size_t held = std::min(m_held.size(), m_mark.size() - 1);
        while (held > 0 && !m_mark.starts_with(std::string_view(m_held).substr(m_held.size() - held)))
            --held;
        std::string before = m_held.substr(0, m_held.size() - held);
        m_held.erase(0, before.size());
        return before;
    }
    std::string takeRest() { return std::exchange(m_held, {}); }

private:
    const std::string m_mark;
    std::string m_held;
    bool m_isFound = false;
};

// What is there to be read; empty at the end.
std::string readPresent(answers::Descriptor &from)
{
    static std::array<char, 65536> bytes; // the stack may be small
    ssize_t length = 0;
    do
        length = ::read(from.get(), bytes.data(), bytes.size());
    while (length < 0 && errno == EINTR);
    if (length <= 0) {
        from.reset();
        return {};
    }
    return {bytes.data(), static_cast<std::size_t>(length)};
}

int outputError = 0; // of the last write to stdout that failed

bool isReady(int descriptor, int milliseconds)
{
    pollfd waited{.fd = descriptor, .events = POLLIN, .revents = 0};
    return descriptor >= 0 && ::poll(&waited, 1, milliseconds) > 0;
}

} // namespace

bool Child::start(const RealProgram &program, const std::vector<std::string> &arguments, Input input,
                  Outputs outputs)
{
    Pipe in;
    Pipe out;
    Pipe errors;
    const bool hasPipes = outputs == Outputs::Pipes;
    if ((input == Input::Pipe && !in.open()) || (hasPipes && (!out.open() || !errors.open())))
        return false;
    const pid_t parent = ::getpid();
    const pid_t process = ::fork();
    if (process < 0)
        return false;
    if (process == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent)
            ::_exit(1);
        if ((input == Input::Pipe && ::dup2(in.read.get(), STDIN_FILENO) < 0) ||
            (hasPipes &&
             (::dup2(out.write.get(), STDOUT_FILENO) < 0 || ::dup2(errors.write.get(), STDERR_FILENO) < 0)))
            ::_exit(1);
        become(program, arguments);
        ::_exit(127);
    }
    m_process = process;
    m_input = std::move(in.write);
    m_output = std::move(out.read);
    m_errors = std::move(errors.read);
    return true;
}

bool Child::send(std::string_view bytes)
{
    // A child that has ended must not end this process.
    const auto signalBefore = ::signal(SIGPIPE, SIG_IGN);
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_input.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    ::signal(SIGPIPE, signalBefore);
    return bytes.empty();
}

std::optional<std::string> Child::passUntil(std::string_view outputEnd, std::string_view errorsEnd,
                                            const Output &to)
{
    MarkedStream output(outputEnd);
    MarkedStream errors(errorsEnd);
    // stderr first: what a command writes to both is there before the end on stdout.
    const auto passErrors = [&](int wait) {
        while (isReady(m_errors.get(), wait))
            if (const std::string passed = errors.take(readPresent(m_errors)); !passed.empty())
                to.errors(passed);
    };
    while (m_output.isOpen()) {
        std::array<pollfd, 2> waited{{{m_output.get(), POLLIN, 0}, {m_errors.get(), POLLIN, 0}}};
        if (::poll(waited.data(), waited.size(), -1) < 0 && errno != EINTR)
            break;
        if (waited[0].revents == 0) {
            passErrors(0);
            continue;
        }
        const std::string bytes = readPresent(m_output);
        passErrors(0);
        if (const std::string passed = output.take(bytes); !passed.empty())
            to.output(passed);
        if (output.isFound())
            return errors.takeRest();
    }
    passErrors(-1);
    to.errors(errors.takeRest());
    to.output(output.takeRest());
    return std::nullopt;
}

void Child::passPresent(const Output &to)
{
    while (isReady(m_errors.get(), 0))
        if (const std::string bytes = readPresent(m_errors); !bytes.empty())
            to.errors(bytes);
    if (isReady(m_output.get(), 0))
        if (const std::string bytes = readPresent(m_output); !bytes.empty())
            to.output(bytes);
}

void Child::passRest(const Output &to)
{
    while (m_output.isOpen() || m_errors.isOpen()) {
        std::array<pollfd, 2> waited{{{m_output.get(), POLLIN, 0}, {m_errors.get(), POLLIN, 0}}};
        ::poll(waited.data(), waited.size(), -1);
        passPresent(to);
    }
}

int Child::waitForEnd()
{
    int status = 0;
    pid_t waited = -1;
    while (m_process > 0 && (waited = ::waitpid(m_process, &status, 0)) < 0 && errno == EINTR)
        continue;
    if (waited > 0)
        m_status = status;
    m_process = 0;
    return m_status;
}

bool Child::hasEnded()
{
    int status = 0;
    if (m_process > 0 && ::waitpid(m_process, &status, WNOHANG) == m_process) {
        m_process = 0;
        m_status = status;
    }
    return m_process <= 0;
}

bool Child::isIdle()
{
    // proc(5), /proc/PID/stat: behind the name in parentheses the state, and as the 14th and 15th field the
    // time in user and kernel mode, in ticks.
    const answers::Descriptor file(
        ::open(("/proc/" + std::to_string(m_process) + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 1024> bytes{};
    const ssize_t length = file.isOpen() ? ::read(file.get(), bytes.data(), bytes.size() - 1) : 0;
    const std::string_view text(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    const std::size_t name = text.rfind(')');
    char state = 0;
    unsigned long user = 0;
    unsigned long kernel = 0;
    if (name == std::string_view::npos ||
        std::sscanf(bytes.data() + name, ") %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &state,
                    &user, &kernel) != 3)
        return true;
    const unsigned long before = std::exchange(m_ticks, user + kernel);
    return state == 'S' && m_ticks - before <= 1;
}

void Child::kill()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL);
    waitForEnd();
}

void endProcess(int exitStatus)
{
    if (outputError == 0)
        ::_exit(exitStatus);
    writeAll(STDERR_FILENO, std::string("Unable to flush stdout: ") + std::strerror(outputError) + '\n');
    ::_exit(1);
}

void endLike(int status)
{
    if (WIFSIGNALED(status)) {
        const rlimit none{0, 0};
        ::setrlimit(RLIMIT_CORE, &none); // the core is the child's
        ::signal(WTERMSIG(status), SIG_DFL);
        ::raise(WTERMSIG(status));
    }
    endProcess(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
}

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EAGAIN) {
            pollfd ready{.fd = descriptor, .events = POLLOUT, .revents = 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            if (descriptor == STDOUT_FILENO)
                outputError = errno;
            return false;
        }
    }
    return true;
}

} // namespace manometer::exiftool
