// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Paths.h"

#include <QChar>
#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QRegularExpression>

#include <bit>

using namespace Qt::StringLiterals;

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Paths)
};

struct Decoded
{
    char32_t character = 0;
    qsizetype length = 0; // 0: no valid UTF-8 begins here
};

// Source: RFC 3629, section 3: no surrogates, no overlong forms, nothing above U+10FFFF.
Decoded decode(const QByteArray &bytes, qsizetype position)
{
    const auto at = [&bytes](qsizetype index) { return static_cast<unsigned char>(bytes.at(index)); };
    const unsigned char lead = at(position);
    if (lead < 0x80)
        return {.character = lead, .length = 1};
    const int length = std::countl_one(lead);
    if (length < 2 || length > 4 || position + length > bytes.size())
        return {};
    char32_t character = lead & (0xFFu >> (length + 1));
    for (qsizetype index = position + 1; index < position + length; ++index) {
        if ((at(index) & 0xC0) != 0x80)
            return {};
        character = (character << 6) | (at(index) & 0x3Fu);
    }
    constexpr char32_t leastOfLength[] = {0, 0, 0x80, 0x800, 0x10000};
    if (character < leastOfLength[length] || character > 0x10FFFF || QChar::isSurrogate(character))
        return {};
    return {.character = character, .length = length};
}

QString escapedByte(char byte)
{
    return u"\\x%1"_s.arg(static_cast<unsigned char>(byte), 2, 16, QLatin1Char('0'));
}

bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

enum class Shape : bool { OneLine, Lines };

// Nothing of the text may be mistaken for an escape, except in many lines, which are only read.
QString escaped(const QByteArray &bytes, Shape shape)
{
    QString shown;
    shown.reserve(bytes.size());
    for (qsizetype position = 0; position < bytes.size();) {
        const Decoded decoded = decode(bytes, position);
        if (decoded.length == 0) {
            shown += escapedByte(bytes.at(position));
            ++position;
            continue;
        }
        const char32_t character = decoded.character;
        if (shape == Shape::Lines && (character == U'\\' || character == U'\n' || character == U'\t'))
            shown += QChar(static_cast<char16_t>(character));
        else if (character == U'\\')
            shown += u"\\\\"_s; // so that the next character is not taken for an escape
        else if (character == U'\n')
            shown += u"\\n"_s;
        else if (character == U'\t')
            shown += u"\\t"_s;
        else if (character == U'\r')
            shown += u"\\r"_s;
        else if (character < 0x20 || character == 0x7F)
            shown += escapedByte(bytes.at(position));
        else if (isInvisible(character))
            shown += u"\\u{%1}"_s.arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'));
        else
            shown += QString::fromUcs4(&character, 1);
        position += decoded.length;
    }
    return shown;
}

} // namespace

QString path(const QByteArray &bytes)
{
    return escaped(bytes, Shape::OneLine);
}

QByteArray pathBytes(const QString &text)
{
    static const QRegularExpression escape(uR"(\\(?:([\\ntr])|x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]{1,6})\}))"_s);
    QByteArray bytes;
    qsizetype plainFrom = 0;
    for (auto matches = escape.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const auto code = static_cast<char32_t>(match.captured(3).toUInt(nullptr, 16));
        if (match.hasCaptured(3) && (code > 0x10FFFF || QChar::isSurrogate(code)))
            continue;
        bytes += QStringView(text).mid(plainFrom, match.capturedStart() - plainFrom).toUtf8();
        plainFrom = match.capturedEnd();
        const QString letter = match.captured(1);
        if (match.hasCaptured(3))
            bytes += QString::fromUcs4(&code, 1).toUtf8();
        else if (match.hasCaptured(2))
            bytes += static_cast<char>(match.captured(2).toUInt(nullptr, 16));
        else
            bytes += letter == u"n"_s ? '\n' : letter == u"t"_s ? '\t' : letter == u"r"_s ? '\r' : '\\';
    }
    return bytes + QStringView(text).mid(plainFrom).toUtf8();
}

QString lines(const QByteArray &bytes)
{
    return escaped(bytes, Shape::Lines);
}

QString isolated(const QString &text)
{
    // Source: UAX 9, first strong isolate and pop directional isolate.
    return QGuiApplication::layoutDirection() == Qt::RightToLeft ? u'\u2068' + text + u'\u2069' : text;
}

bool isPlainPath(const QByteArray &bytes)
{
    return path(bytes) == QString::fromUtf8(bytes).replace(u'\\', u"\\\\"_s);
}

QString withoutIsolates(const QString &text)
{
    return QString(text).remove(u'\u2068').remove(u'\u2069');
}

QString pathInText(const QByteArray &bytes)
{
    return isolated(path(bytes));
}

QString folderInText(const QByteArray &bytes)
{
    return bytes.isEmpty() ? Tr::tr("a folder", "whose name is left out") : pathInText(bytes);
}

QString fileInText(const QByteArray &bytes)
{
    return bytes.isEmpty() ? Tr::tr("a file", "whose name is left out") : pathInText(bytes);
}

QString fileName(const QString &file)
{
    return pathInText(QFile::encodeName(file));
}

} // namespace manometer::gui::text
