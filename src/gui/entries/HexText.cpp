// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/HexText.h"

#include <algorithm>

namespace manometer::gui {

namespace {

constexpr qsizetype bytesInALine = 16;

} // namespace

QString hexText(const QByteArray &bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    const qsizetype shown = std::min(bytes.size(), hexBytes);
    QByteArray text;
    text.reserve((shown / bytesInALine + 1) * 80);
    for (qsizetype line = 0; line < shown; line += bytesInALine) {
        text += QByteArray::number(line, 16).rightJustified(8, '0') + "  ";
        QByteArray readable;
        for (qsizetype at = line; at < line + bytesInALine; ++at) {
            if (at == line + bytesInALine / 2)
                text += ' ';
            if (at >= shown) {
                text += "   ";
                continue;
            }
            const auto byte = static_cast<unsigned char>(bytes[at]);
            text += digits[byte >> 4];
            text += digits[byte & 15];
            text += ' ';
            readable += byte >= 0x20 && byte < 0x7f ? bytes[at] : '.';
        }
        text += ' ' + readable + '\n';
    }
    return QString::fromLatin1(text);
}

} // namespace manometer::gui
