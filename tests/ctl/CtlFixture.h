// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs manometerctl as a function against a fake server, with files or a terminal as its outputs.
#pragma once

#include "ctl/Run.h"
#include "support/FakeServer.h"

#include <QByteArray>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace manometer::test {

// A descriptor that is closed at the end.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }
    void set(int number) { m_number = number; }
    void close()
    {
        if (m_number >= 0)
            ::close(m_number);
        m_number = -1;
    }

private:
    int m_number;
};

// What was written to a file without a name.
class MemoryFile
{
public:
    explicit MemoryFile(const QByteArray &contents = {})
        : m_file(::memfd_create("manometerctl", MFD_CLOEXEC))
    {
        if (::write(m_file.number(), contents.constData(), size_t(contents.size())) != contents.size() ||
            ::lseek(m_file.number(), 0, SEEK_SET) != 0)
            qFatal("MemoryFile");
    }
    int descriptor() const { return m_file.number(); }
    QByteArray contents() const
    {
        QByteArray all(int(::lseek(m_file.number(), 0, SEEK_END)), '\0');
        if (::pread(m_file.number(), all.data(), size_t(all.size()), 0) != all.size())
            qFatal("MemoryFile");
        return all;
    }

private:
    Descriptor m_file;
};

// A terminal and its other end.
class Terminal
{
public:
    Terminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        if (::grantpt(m_master.number()) != 0 || ::unlockpt(m_master.number()) != 0)
            qFatal("Terminal");
        m_slave.set(::open(::ptsname(m_master.number()), O_RDWR | O_NOCTTY | O_CLOEXEC));
    }
    int descriptor() const { return m_slave.number(); }
    void type(std::string_view keys) const
    {
        if (::write(m_master.number(), keys.data(), keys.size()) < 0)
            qFatal("Terminal");
    }
    // What the terminal was sent so far.
    QByteArray shown() const
    {
        QByteArray all;
        std::array<char, 4096> piece{};
        for (;;) {
            pollfd watched{m_master.number(), POLLIN, 0};
            if (::poll(&watched, 1, 0) <= 0 || (watched.revents & POLLIN) == 0)
                return all;
            const ssize_t got = ::read(m_master.number(), piece.data(), piece.size());
            if (got <= 0)
                return all;
            all.append(piece.data(), got);
        }
    }

private:
    Descriptor m_master;
    Descriptor m_slave;
};

struct Ran
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

inline ctl::Surroundings surroundingsOf(const FakeServer &server)
{
    std::signal(SIGPIPE, SIG_IGN); // as main() does
    ctl::Surroundings surroundings;
    surroundings.search.address = "unix:" + server.path();
    surroundings.version = "1.2.3";
    return surroundings;
}

inline Ran runCtl(ctl::Surroundings surroundings, const std::vector<std::string_view> &arguments,
                  const QByteArray &input = {})
{
    const MemoryFile in(input);
    const MemoryFile out;
    const MemoryFile errors;
    surroundings.input = in.descriptor();
    surroundings.output = out.descriptor();
    surroundings.errors = errors.descriptor();
    Ran ran;
    ran.exitCode = ctl::run(arguments, surroundings);
    ran.output = out.contents();
    ran.errors = errors.contents();
    return ran;
}

inline Ran runCtl(const FakeServer &server, const std::vector<std::string_view> &arguments,
                  const QByteArray &input = {})
{
    return runCtl(surroundingsOf(server), arguments, input);
}

// Answers by "METHOD target": 200 and this body; anything else is 404 not_found.
inline FakeServer::Handler answering(std::map<std::string, std::string> bodies)
{
    return [bodies = std::move(bodies)](const FakeRequest &request) {
        const auto found = bodies.find(request.method + ' ' + request.target);
        return FakeReply{.pieces = {found == bodies.end()
                                        ? problemAnswer(404, "not_found", "There is no such route.")
                                        : httpAnswer(200, found->second)}};
    };
}

inline FakeServer::Handler refusing(int status, const std::string &reason)
{
    return [answer = problemAnswer(status, reason, "A detail.")](const FakeRequest &) {
        return FakeReply{.pieces = {answer}};
    };
}

} // namespace manometer::test
