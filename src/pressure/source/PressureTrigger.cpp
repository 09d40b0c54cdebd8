// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/PressureTrigger.h"

#include "pressure/source/KernelFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace manometer::pressure {

namespace {

using Kind = PressureTrigger::Kind;
using Outcome = PressureTrigger::Outcome;
using Wait = PressureTrigger::Wait;
using Watch = PressureTrigger::Watch;

// 100 ms of waiting in 2 s: half of StallConfig::waited, so that the sampler reads often when a vote is due.
constexpr std::string_view stallTrigger = "some 100000 2000000";

Watch failed(Watch watch, int error)
{
    watch.outcome = meansMissing(error) ? Outcome::Missing : Outcome::Refused;
    watch.systemError = error;
    return watch;
}

Watch armed(Watch watch, int descriptor, std::string_view request, Wait wait)
{
    if (!request.empty() &&
        ::write(descriptor, request.data(), request.size()) != static_cast<ssize_t>(request.size())) {
        watch = failed(std::move(watch), errno);
        ::close(descriptor);
        return watch;
    }
    watch.outcome = Outcome::Armed;
    watch.descriptor = descriptor;
    watch.wait = wait;
    return watch;
}

Watch stallWatch(Kind kind, const std::string &path)
{
    Watch watch{.kind = kind, .path = path};
    const int descriptor = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return failed(std::move(watch), errno);
    struct stat status = {};
    // A plain file of a fixture would accept the trigger and never fire.
    if (::fstat(descriptor, &status) != 0 || status.st_size != 0) {
        ::close(descriptor);
        return failed(std::move(watch), EOPNOTSUPP);
    }
    const std::string request(stallTrigger.data(), stallTrigger.size() + 1); // psi.rst: with its NUL
    return armed(std::move(watch), descriptor, request, Wait::Priority);
}

Watch connected(Watch watch, const std::string &request)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (watch.path.size() >= sizeof address.sun_path) {
        watch.outcome = Outcome::Invalid;
        return watch;
    }
    std::memcpy(address.sun_path, watch.path.c_str(), watch.path.size() + 1);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return failed(std::move(watch), errno);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        watch = failed(std::move(watch), errno);
        ::close(descriptor);
        return watch;
    }
    return armed(std::move(watch), descriptor, request, Wait::Readable);
}

Watch noticeWatch(const PressureWatchSetting &setting)
{
    Watch watch{.kind = Kind::Notice, .path = setting.path};
    // In the protocol, /dev/null means 'do not watch'.
    if (setting.path.empty() || setting.path == "/dev/null") {
        watch.outcome = Outcome::NotConfigured;
        return watch;
    }
    const auto request = decodeBase64(setting.writeBase64);
    watch.outcome = Outcome::Invalid;
    if (!request || setting.path.front() != '/')
        return watch;
    struct stat status = {};
    if (::stat(setting.path.c_str(), &status) != 0)
        return failed(std::move(watch), errno);
    if (S_ISSOCK(status.st_mode))
        return connected(std::move(watch), *request);
    // The kernel's files have no size; a file with one is not the kernel's, and must not be overwritten.
    if (!(S_ISREG(status.st_mode) && status.st_size == 0) && !S_ISFIFO(status.st_mode))
        return watch;
    const int descriptor = ::open(setting.path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return failed(std::move(watch), errno);
    return armed(std::move(watch), descriptor, *request,
                 S_ISREG(status.st_mode) ? Wait::Priority : Wait::Readable);
}

int base64Value(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return letter - 'A';
    if (letter >= 'a' && letter <= 'z')
        return letter - 'a' + 26;
    if (letter >= '0' && letter <= '9')
        return letter - '0' + 52;
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

} // namespace

PressureWatchSetting PressureWatchSetting::fromEnvironment()
{
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return std::string(value ? value : "");
    };
    return {.path = variable("MEMORY_PRESSURE_WATCH"), .writeBase64 = variable("MEMORY_PRESSURE_WRITE")};
}

PressureTrigger::PressureTrigger(const std::string &procRoot, const CgroupPlace &place,
                                 const PressureWatchSetting &setting)
{
    m_watches.push_back(stallWatch(Kind::HostStall, procRoot + "/pressure/memory"));
    m_watches.push_back(place.stallFolder.empty()
                            ? Watch{.kind = Kind::CgroupStall}
                            : stallWatch(Kind::CgroupStall, place.stallFolder + "/memory.pressure"));
    m_watches.push_back(noticeWatch(setting));
}

PressureTrigger::~PressureTrigger()
{
    for (const Watch &watch : m_watches)
        if (watch.descriptor >= 0)
            ::close(watch.descriptor);
}

PressureTrigger::Answer PressureTrigger::acknowledge(int descriptor)
{
    const auto watch = std::find_if(m_watches.begin(), m_watches.end(), [descriptor](const Watch &each) {
        return each.descriptor == descriptor;
    });
    if (descriptor < 0 || watch == m_watches.end())
        return Answer::Gone;
    if (watch->wait == Wait::Priority) {
        pollfd ready{.fd = descriptor, .events = POLLPRI, .revents = 0};
        // psi.rst: POLLERR means that the trigger's group was removed.
        if (::poll(&ready, 1, 0) < 0 || (ready.revents & (POLLERR | POLLNVAL)))
            return Answer::Gone;
        return watch->kind == Kind::Notice ? Answer::Notice : Answer::WakeUp;
    }
    std::array<char, 4096> taken{};
    ssize_t length = 0;
    bool some = false;
    // Bounded, so that a sender that writes without end cannot block us.
    for (int round = 0; round < 16 && (length = ::read(descriptor, taken.data(), taken.size())) > 0; ++round)
        some = true;
    if (some)
        return Answer::Notice;
    return length < 0 && (errno == EAGAIN || errno == EINTR) ? Answer::WakeUp : Answer::Gone;
}

std::optional<std::string> decodeBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string plain;
    for (std::size_t at = 0; at < text.size(); at += 4) {
        const std::string_view group = text.substr(at, 4);
        const bool last = at + 4 == text.size();
        const std::size_t padding = group[3] != '=' ? 0 : group[2] != '=' ? 1 : 2;
        if (padding > 0 && !last)
            return std::nullopt;
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const int value = i >= 4 - padding ? 0 : base64Value(group[i]);
            if (value < 0)
                return std::nullopt;
            bits = bits << 6 | static_cast<std::uint32_t>(value);
        }
        for (std::size_t i = 0; i < 3 - padding; ++i)
            plain += static_cast<char>(bits >> (16 - 8 * i) & 0xFF);
    }
    return plain;
}

} // namespace manometer::pressure
