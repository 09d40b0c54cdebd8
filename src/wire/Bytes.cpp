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
    for (qsizetype i = 0; i < bytes.size();) {
        const std::string_view rest(bytes.constData() + i, static_cast<std::size_t>(bytes.size() - i));
        const auto length = static_cast<qsizetype>(json::characterBytes(rest));
        if (length == 0)
            text += "\\x" + bytes.mid(i, 1).toHex().toUpper();
        else if (bytes[i] == '\\')
            text += "\\\\";
        else
            text += bytes.mid(i, length);
        i += std::max<qsizetype>(length, 1);
    }
    return text;
}

QByteArray unescapedBytes(const QByteArray &text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size() && text[i + 1] == 'x') {
            bytes += QByteArray::fromHex(text.mid(i + 2, 2));
            i += 3;
        } else if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '\\') {
            bytes += '\\';
            ++i;
        } else {
            bytes += text[i];
        }
    }
    return bytes;
}

std::optional<QByteArray> strictlyUnescapedBytes(const QByteArray &text)
{
    QByteArray bytes = unescapedBytes(text);
    return escapedBytes(bytes) == text ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace manometer::wire
