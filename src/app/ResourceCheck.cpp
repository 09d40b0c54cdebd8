// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ResourceCheck.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <latch>
#include <pthread.h>
#include <sys/resource.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

namespace manometer::app {

namespace {

// 24 threads run at rest without a display; the desktop's and the cache's helpers come on top.
constexpr std::size_t neededThreads = 40;
// Measured maximum: 73, during a scan into a cache of a million entries; clients of the API have up to 128.
constexpr std::size_t neededDescriptors = 224;
// Measured minimum: 107 KiB, mostly for nested layouts and styles; nested files may need more.
constexpr rlim_t neededStackBytes = 1u << 20;

std::string because(int systemError)
{
    return std::string(": ") + std::strerror(systemError) + '.';
}

// A process may raise its soft limit up to the hard one.
rlim_t raised(int resource, rlim_t wanted)
{
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < wanted) {
        const rlim_t before = limit.rlim_cur;
        limit.rlim_cur = std::min(wanted, limit.rlim_max);
        if (::setrlimit(resource, &limit) != 0)
            return before;
    }
    return limit.rlim_cur;
}

std::optional<std::string> findMissingStack()
{
    const rlim_t stack = raised(RLIMIT_STACK, neededStackBytes);
    // The C library took the threads' default stack size from the limit at the start.
    pthread_attr_t standard;
    std::size_t threadStack = 0;
    if (::pthread_getattr_default_np(&standard) == 0) {
        if (::pthread_attr_getstacksize(&standard, &threadStack) == 0 && threadStack < neededStackBytes &&
            ::pthread_attr_setstacksize(&standard, neededStackBytes) == 0)
            ::pthread_setattr_default_np(&standard);
        ::pthread_attr_destroy(&standard);
    }
    if (stack >= neededStackBytes)
        return std::nullopt;
    return "Manometer needs a stack of " + std::to_string(neededStackBytes / 1024) + " KiB, but only " +
           std::to_string(stack / 1024) + " KiB is allowed. Raise the limit with ulimit -s.";
}

std::optional<std::string> findMissingDescriptors()
{
    raised(RLIMIT_NOFILE, 4 * neededDescriptors);
    std::vector<int> taken;
    int error = 0;
    while (taken.size() < neededDescriptors && error == 0) {
        const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        if (descriptor >= 0)
            taken.push_back(descriptor);
        else
            error = errno;
    }
    for (const int descriptor : taken)
        ::close(descriptor);
    if (error != EMFILE && error != ENFILE)
        return std::nullopt; // no /dev/null is another lack
    return "Manometer needs " + std::to_string(neededDescriptors) + " more open files, but only " +
           std::to_string(taken.size()) + " are allowed" + because(error) +
           " Raise the limit with ulimit -n.";
}

std::optional<std::string> findMissingThreads()
{
    std::latch allTried(1);
    std::vector<std::thread> taken;
    taken.reserve(neededThreads);
    int error = 0;
    while (taken.size() < neededThreads && error == 0) {
        try {
            taken.emplace_back([&allTried] { allTried.wait(); });
        } catch (const std::system_error &refused) {
            error = refused.code().value();
        }
    }
    allTried.count_down();
    for (std::thread &thread : taken)
        thread.join();
    if (error == 0)
        return std::nullopt;
    return "Manometer needs " + std::to_string(neededThreads) + " more threads, but only " +
           std::to_string(taken.size()) + " are allowed" + because(error) +
           " Raise the limit with ulimit -u, or pids.max of the control group.";
}

} // namespace

std::optional<std::string> findMissingResource()
{
    for (const auto find : {&findMissingStack, &findMissingDescriptors, &findMissingThreads})
        if (auto missing = find())
            return missing;
    return std::nullopt;
}

} // namespace manometer::app
