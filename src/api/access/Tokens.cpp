// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/access/Tokens.h"

#include "files/OwnFile.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <optional>
#include <sys/random.h>

namespace manometer::api {

namespace {

constexpr std::size_t tokenBytes = 32;

std::optional<std::string> randomToken()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, tokenBytes> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return std::nullopt;
    std::string token;
    for (const unsigned char byte : bytes)
        token.append({digits[byte >> 4], digits[byte & 15]});
    return token;
}

// Takes as long for any two texts of equal length.
bool equalsInConstantTime(std::string_view left, std::string_view right)
{
    if (left.size() != right.size())
        return false;
    unsigned char difference = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        difference = static_cast<unsigned char>(difference | (left[i] ^ right[i]));
    return difference == 0;
}

} // namespace

Tokens::Tokens(const QString &folder)
    : m_readFile(folder + QStringLiteral("/read.token"))
    , m_controlFile(folder + QStringLiteral("/control.token"))
{}

Expected<std::unique_ptr<Tokens>, QString> Tokens::create(const QString &folder)
{
    std::unique_ptr<Tokens> tokens(new Tokens(folder));
    if (const auto made = tokens->replace(); !made)
        return Unexpected<QString>(made.error());
    return tokens;
}

Tokens::~Tokens()
{
    QFile::remove(m_readFile);
    QFile::remove(m_controlFile);
}

Authority Tokens::authorityOf(std::string_view token) const
{
    const std::scoped_lock lock(m_mutex);
    const bool isControl = equalsInConstantTime(token, m_control);
    const bool isRead = equalsInConstantTime(token, m_read);
    return isControl ? Authority::Control : isRead ? Authority::Read : Authority::None;
}

Expected<void, QString> Tokens::replace()
{
    const auto read = randomToken();
    const auto control = randomToken();
    if (!read || !control)
        return Unexpected<QString>(qt_error_string(errno));
    for (const auto &[file, token] : {std::pair(m_readFile, *read), std::pair(m_controlFile, *control)})
        if (const QString error = files::writeOwnFile(file, QByteArray::fromStdString(token + '\n'));
            !error.isEmpty())
            return Unexpected<QString>(error);
    const std::scoped_lock lock(m_mutex);
    m_read = *read;
    m_control = *control;
    return {};
}

} // namespace manometer::api
