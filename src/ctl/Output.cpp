// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Output.h"

#include "ctl/Texts.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace manometer::ctl {

namespace {

constexpr std::size_t bufferBytes = 32 << 10;

} // namespace

Output::Output(int descriptor)
    : m_descriptor(descriptor)
    , m_isTerminal(::isatty(descriptor) == 1)
{}

void Output::write(std::string_view text)
{
    if (m_isTerminal)
        m_buffer += withoutControls(text);
    else
        m_buffer += text;
    if (m_buffer.size() >= bufferBytes)
        flush();
}

void Output::writeLine(std::string_view text)
{
    write(text);
    m_buffer += '\n';
}

void Output::control(std::string_view sequence)
{
    if (m_isTerminal)
        m_buffer += sequence;
}

void Output::flush()
{
    std::string_view rest = m_buffer;
    while (!rest.empty() && !m_isClosed && m_error == 0) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            m_isClosed = true;
        } else if (errno == EAGAIN) { // another program has set O_NONBLOCK on the shared terminal or pipe
            pollfd watched{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
            static_cast<void>(::poll(&watched, 1, -1));
        } else if (errno != EINTR) {
            m_error = errno;
        }
    }
    m_buffer.clear();
}

bool Output::isClosed()
{
    if (!m_isClosed) {
        pollfd watched{.fd = m_descriptor, .events = 0, .revents = 0};
        m_isClosed = ::poll(&watched, 1, 0) > 0 && (watched.revents & (POLLERR | POLLHUP)) != 0;
    }
    return m_isClosed;
}

} // namespace manometer::ctl
