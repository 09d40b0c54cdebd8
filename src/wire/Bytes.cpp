// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Bytes.h"

#include "json/Utf8.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace manometer::wire {

QByteArray escapedBytes(const QByteArray &bytes)
{
    QByteArray text;
    text.reserve(bytes.size());
    qsizetype begin = 0; // of what is copied as it is
    for (qsizetype i = 0; i < bytes.size();) {
        const std::string_view rest(bytes.constData() + i, static_cast<std::size_t>(bytes.size() - i));
        const auto length = static_cast<qsizetype>(json::characterBytes(rest));
        if (length > 0 && bytes[i] != '\\') {
            i += length;
            continue;
        }
        text.append(bytes.constData() + begin, i - begin);
        text += length == 0 ? "\\x" + bytes.mid(i, 1).toHex().toUpper() : QByteArray("\\\\");
        begin = ++i;
    }
    return text.append(bytes.constData() + begin, bytes.size() - begin);
}

QByteArray unescapedBytes(const QByteArray &text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    qsizetype begin = 0; // of what is copied as it is
    for (qsizetype i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i)) {
        const bool isByte = i + 3 < text.size() && text[i + 1] == 'x';
        const bool isBackslash = i + 1 < text.size() && text[i + 1] == '\\';
        if (!isByte && !isBackslash) {
            ++i;
            continue;
        }
        bytes.append(text.constData() + begin, i - begin);
        bytes += isByte ? QByteArray::fromHex(text.mid(i + 2, 2)) : QByteArray("\\");
        i += isByte ? 4 : 2;
        begin = i;
    }
    return bytes.append(text.constData() + begin, text.size() - begin);
}

std::optional<QByteArray> strictlyUnescapedBytes(const QByteArray &text)
{
    QByteArray bytes = unescapedBytes(text);
    return escapedBytes(bytes) == text ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace manometer::wire
