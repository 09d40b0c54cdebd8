// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Request.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace manometer::reader {

namespace {

// -1 for anything but a hexadecimal digit.
int digitOf(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return -1;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            bytes += text[at];
            continue;
        }
        if (text.size() - at < 3)
            return std::nullopt;
        const int high = digitOf(text[at + 1]);
        const int low = digitOf(text[at + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return bytes;
}

} // namespace

Expected<Request, std::string> parseRequest(std::string_view line)
{
    const std::size_t blank = line.find(' ');
    const std::string_view depth = line.substr(0, blank);
    Request request;
    if (depth == "standard")
        request.depth = Depth::Standard;
    else if (depth == "deep")
        request.depth = Depth::Deep;
    else if (depth != "quick")
        return Unexpected<std::string>("the depth is none of quick, standard and deep");
    auto path = decoded(blank == std::string_view::npos ? std::string_view() : line.substr(blank + 1));
    if (!path)
        return Unexpected<std::string>("the path has a % without two hexadecimal digits");
    if (path->empty())
        return Unexpected<std::string>("the path is missing");
    if (path->find('\0') != std::string::npos)
        return Unexpected<std::string>("the path has a zero byte");
    request.path = std::move(*path);
    return request;
}

std::string encodedPath(std::string_view path)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char character : path) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte > 0x20 && byte < 0x7f && character != '%') {
            text += character;
        } else {
            text += '%';
            text += digits[byte >> 4];
            text += digits[byte & 0xf];
        }
    }
    return text;
}

std::optional<RequestLines::Line> RequestLines::next()
{
    while (true) {
        const std::size_t end = m_pending.find('\n');
        if (end != std::string::npos) {
            Line line{m_pending.substr(0, end), m_isSkipping || end > longestLine};
            m_pending.erase(0, end + 1);
            m_isSkipping = false;
            return line;
        }
        if (m_pending.size() > longestLine) {
            m_pending.clear();
            m_isSkipping = true;
        }
        std::array<char, 4096> piece;
        const ssize_t count = ::read(m_descriptor, piece.data(), piece.size());
        if (count > 0)
            m_pending.append(piece.data(), static_cast<std::size_t>(count));
        else if (count == 0 || errno != EINTR)
            return std::nullopt;
    }
}

} // namespace manometer::reader
