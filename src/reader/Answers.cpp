// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Answers.h"

#include "json/Json.h"
#include "reader/Numbers.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace manometer::reader {

namespace {

// For the handlers. An answer has the path of one request, every byte of which may be encoded.
struct HandlerState
{
    volatile std::sig_atomic_t isReading = 0; // an answer is due, and none of it has been written
    volatile std::sig_atomic_t checksSinceClosed = 0;
    std::array<char, RequestLines::longestLine * 2 + 256> crashBegin = {};
    std::size_t crashBeginSize = 0;
};
HandlerState state;

// stdin is looked at this often while a file is read. It is closed for 100 ms before the process ends, so
// that short requests which were sent before are answered.
constexpr suseconds_t checkIntervalUs = 50'000;
constexpr int checksBeforeEnd = 3;

bool writeAll(const char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

// Async-signal-safe, as are the other handlers.
void onCrash(int signal)
{
    if (state.isReading != 0) {
        state.isReading = 0;
        const char *reason = "the library for this format crashed";
        if (signal == SIGXCPU)
            reason = "reading it takes too long";
        else if (signal == SIGBUS)
            reason = "the file could not be read";
        constexpr std::string_view end = "\",\"kind\":\"unreadable\",\"ended\":true}\n";
        writeAll(state.crashBegin.data(), state.crashBeginSize);
        writeAll(reason, std::strlen(reason));
        writeAll(end.data(), end.size());
    }
    ::_exit(exitCrashed);
}

void onCheck(int)
{
    const int error = errno;
    pollfd input{STDIN_FILENO, POLLRDHUP, 0};
    if (::poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLRDHUP | POLLERR | POLLNVAL)) != 0) {
        state.checksSinceClosed = state.checksSinceClosed + 1;
        if (state.checksSinceClosed >= checksBeforeEnd)
            ::_exit(exitUnanswered);
    }
    errno = error;
}

void handle(int signal, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

void checkStdin(suseconds_t intervalUs)
{
    const itimerval timer{{0, intervalUs}, {0, intervalUs}};
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

double processorSeconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

} // namespace

Answers::Answers(std::chrono::seconds longest)
    : m_longest(longest)
{
    // A stack of its own: a crash may be an overflow of the stack.
    static std::array<char, 32U << 10U> handlerStack;
    stack_t stack = {};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGXCPU})
        handle(signal, onCrash, SA_ONSTACK);
    handle(SIGALRM, onCheck, SA_RESTART);
    handle(SIGTERM, SIG_DFL, 0);
    handle(SIGPIPE, SIG_DFL, 0);
    // A parent may have blocked them.
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

Answers::~Answers()
{
    checkStdin(0);
}

void Answers::begin(std::string_view encodedPath)
{
    m_path = encodedPath;
    m_begin = Clock::now();
    m_lastProgress = m_begin;
    m_processorSecondsAtBegin = processorSeconds();
    if (m_longest.count() > 0) {
        // For what progress() cannot notice: a library that does not return.
        rlimit limit = {};
        ::getrlimit(RLIMIT_CPU, &limit);
        limit.rlim_cur =
            static_cast<rlim_t>(m_processorSecondsAtBegin) + static_cast<rlim_t>(m_longest.count()) + 2;
        ::setrlimit(RLIMIT_CPU, &limit);
    }
    json::Writer writer;
    writer.beginObject();
    writer.member("path", m_path);
    writer.member("ok");
    writer.literal("false");
    const std::string begin = writer.text() + ",\"error\":\"";
    state.crashBeginSize = std::min(begin.size(), state.crashBegin.size());
    std::memcpy(state.crashBegin.data(), begin.data(), state.crashBeginSize);
    state.isReading = 1;
    checkStdin(checkIntervalUs);
}

bool Answers::progress(double ratio)
{
    using namespace std::chrono_literals;
    const Clock::time_point now = Clock::now();
    if (now - m_lastProgress < 100ms)
        return true;
    m_lastProgress = now;
    json::Writer writer;
    writer.beginObject();
    writer.member("progress");
    writer.literal(numberText(std::min(1.0, std::max(0.0, ratio)), 4));
    writer.endObject();
    const std::string line = writer.text() + '\n';
    // Shorter than PIPE_BUF: written whole, or not at all.
    if (!writeAll(line.data(), line.size()))
        ::_exit(exitUnanswered);
    return m_longest.count() == 0 ||
           processorSeconds() - m_processorSecondsAtBegin < static_cast<double>(m_longest.count());
}

void Answers::succeed(std::string_view format, std::string_view metadata)
{
    json::Writer writer;
    writer.reserve(metadata.size() + m_path.size() + 128);
    writer.beginObject();
    writer.member("path", m_path);
    writer.member("ok");
    writer.literal("true");
    writer.member("seconds");
    writer.literal(numberText(secondsSinceBegin(), 6));
    writer.member("format", format);
    writer.member("metadata");
    writer.document(metadata);
    writer.endObject();
    end(writer.text());
}

void Answers::fail(const Failure &failure)
{
    json::Writer writer;
    writer.beginObject();
    writer.member("path", m_path);
    writer.member("ok");
    writer.literal("false");
    writer.member("seconds");
    writer.literal(numberText(secondsSinceBegin(), 6));
    writer.member("error", failure.reason);
    writer.member("kind", wordOf(failure.kind));
    writer.endObject();
    end(writer.text());
}

void Answers::end(std::string_view line)
{
    state.isReading = 0;
    if (!writeAll(line.data(), line.size()) || !writeAll("\n", 1))
        ::_exit(exitUnanswered);
    checkStdin(0);
}

double Answers::secondsSinceBegin() const
{
    return std::chrono::duration<double>(Clock::now() - m_begin).count();
}

} // namespace manometer::reader
