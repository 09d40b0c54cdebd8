// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/events/EventLine.h"

#include "service/Clock.h"
#include "service/ControlNumbers.h"
#include "service/recording/events/EventFields.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace manometer::service {

namespace {

// How many bytes the UTF-8 character at the front has, 0 if it is none (RFC 3629: no overlong forms, no
// surrogates, nothing above U+10FFFF).
qsizetype utf8Length(const char *text, qsizetype left)
{
    const auto at = [text](qsizetype i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = at(0);
    if (first < 0x80)
        return 1;
    const qsizetype length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || length > left)
        return 0;
    for (qsizetype i = 1; i < length; ++i)
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    const unsigned char second = at(1);
    const bool good = !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second > 0x9F) &&
                      !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second > 0x8F);
    return good ? length : 0;
}

QByteArray quoted(const QByteArray &utf8)
{
    QByteArray text = "\"";
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            text += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            text += "\\u00" + QByteArray(1, c).toHex();
        else
            text += c;
    }
    return text + '"';
}

struct LineWriter
{
    QByteArray &line;
    const char *prefix = "";

    void value(const char *key, const QByteArray &text)
    {
        line += line.isEmpty() ? "{\"" : ",\"";
        line += prefix;
        line += key;
        line += "\":" + text;
    }
    template<typename Value>
    void operator()(const char *key, const Value &given)
    {
        if constexpr (std::is_enum_v<Value>) {
            const auto word = wordsOf<Value>().at(static_cast<std::size_t>(given));
            value(key, quoted(QByteArray(word.data(), static_cast<qsizetype>(word.size()))));
        } else if constexpr (std::is_same_v<Value, bool>) {
            value(key, given ? "true" : "false");
        } else if constexpr (std::is_integral_v<Value>) {
            value(key, QByteArray::number(given));
        } else if constexpr (std::is_same_v<Value, double>) {
            std::array<char, 40> text{};
            const auto end = std::to_chars(text.data(), text.data() + text.size(), given).ptr;
            value(key, std::isfinite(given) ? QByteArray(text.data(), end - text.data()) : "null");
        } else if constexpr (std::is_same_v<Value, QByteArray>) {
            value(key, quoted(escapedBytes(given)));
        } else if constexpr (std::is_same_v<Value, QString>) {
            value(key, quoted(escapedBytes(given.toUtf8())));
        } else if constexpr (std::is_same_v<Value, std::string>) {
            value(key, quoted(escapedBytes(QByteArray::fromStdString(given))));
        } else {
            (*this)(key, given.count()); // a duration, in the unit that the key names
        }
    }
    template<typename Value>
    bool present(const char *key, const std::optional<Value> &given)
    {
        if (!given)
            value(key, "null");
        return given.has_value();
    }
    void changes(const QList<NumberChange> &numbers)
    {
        for (const NumberChange &number : numbers) {
            (*this)(QByteArray("before_" + number.name).constData(), number.before);
            (*this)(QByteArray("after_" + number.name).constData(), number.after);
        }
    }
};

struct LineReader
{
    const QJsonObject &object;
    const char *prefix = "";
    bool good = true;

    QJsonValue value(const char *key) const
    {
        return object.value(QLatin1StringView(QByteArray(QByteArray(prefix) + key)));
    }
    // What an earlier version did not write keeps its default; what is of another type is no event of ours.
    template<typename Value>
    void operator()(const char *key, Value &into)
    {
        const QJsonValue given = value(key);
        if (given.isUndefined())
            return;
        if constexpr (std::is_enum_v<Value>) {
            constexpr auto words = wordsOf<Value>();
            const QByteArray word = given.toString().toUtf8();
            const auto found = std::find(words.begin(), words.end(),
                                         std::string_view(word.data(), std::size_t(word.size())));
            good = good && found != words.end();
            into = found == words.end() ? Value{} : static_cast<Value>(found - words.begin());
        } else if constexpr (std::is_same_v<Value, bool>) {
            good = good && given.isBool();
            into = given.toBool();
        } else if constexpr (std::is_integral_v<Value>) {
            good = good && given.isDouble();
            into = static_cast<Value>(given.toInteger());
        } else if constexpr (std::is_same_v<Value, double>) {
            good = good && (given.isDouble() || given.isNull());
            into = given.toDouble(absent);
        } else if constexpr (std::is_same_v<Value, QByteArray> || std::is_same_v<Value, QString> ||
                             std::is_same_v<Value, std::string>) {
            good = good && given.isString();
            const QByteArray bytes = unescapedBytes(given.toString().toUtf8());
            if constexpr (std::is_same_v<Value, QByteArray>)
                into = bytes;
            else if constexpr (std::is_same_v<Value, QString>)
                into = QString::fromUtf8(bytes);
            else
                into = bytes.toStdString();
        } else {
            auto count = into.count();
            (*this)(key, count);
            into = Value(count);
        }
    }
    template<typename Value>
    bool present(const char *key, std::optional<Value> &into)
    {
        const QJsonValue given = value(key);
        if (!given.isUndefined() && !given.isNull())
            into.emplace();
        return into.has_value();
    }
    // In the order of the table, which is the order they were written in.
    void changes(QList<NumberChange> &into)
    {
        for (const ControlNumber &number : controlNumbers()) {
            NumberChange change{.name = number.key};
            const QByteArray before = "before_" + change.name;
            const QByteArray after = "after_" + change.name;
            if (value(before.constData()).isUndefined() && value(after.constData()).isUndefined())
                continue;
            (*this)(before.constData(), change.before);
            (*this)(after.constData(), change.after);
            into.append(change);
        }
    }
};

template<std::size_t Index = 0>
void emplaceKind(EventKinds &what, std::size_t index)
{
    if constexpr (Index < std::variant_size_v<EventKinds>) {
        if (Index == index)
            what.emplace<Index>();
        else
            emplaceKind<Index + 1>(what, index);
    }
}

} // namespace

QByteArray escapedBytes(const QByteArray &bytes)
{
    QByteArray text;
    text.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = utf8Length(bytes.constData() + i, bytes.size() - i);
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

QByteArray toLine(const Event &event, const QByteArray &run)
{
    QByteArray line;
    LineWriter writer{.line = line};
    writer.value("time_utc",
                 quoted(utcTime(event.wallMs).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")).toUtf8()));
    writer("unix_ms", event.wallMs);
    writer("monotonic_ms", event.monotonicMs);
    writer("run", run);
    writer("id", event.id);
    const auto kind = kindWords[event.what.index()];
    writer.value("kind", quoted(QByteArray(kind.data(), static_cast<qsizetype>(kind.size()))));
    std::visit([&writer](const auto &what) { describe(writer, what); }, event.what);
    return line + "}\n";
}

QByteArray detailsOf(const Event &event)
{
    QByteArray line;
    LineWriter writer{.line = line};
    std::visit([&writer](const auto &what) { describe(writer, what); }, event.what);
    return line.isEmpty() ? QByteArrayLiteral("{}") : line + '}';
}

std::optional<Event> fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QByteArray kind = object.value(QLatin1StringView("kind")).toString().toUtf8();
    const std::string_view written(kind.constData(), std::size_t(kind.size()));
    const std::string_view word =
        written == formerSettingsApplied ? kindWords[kindOf<SettingsAppliedEvent>()] : written;
    const auto found = std::find(kindWords.begin(), kindWords.end(), word);
    if (found == kindWords.end() || !object.value(QLatin1StringView("unix_ms")).isDouble())
        return std::nullopt;
    Event event{.id = 0, .wallMs = 0, .monotonicMs = 0, .what = {}};
    LineReader reader{.object = object};
    reader("unix_ms", event.wallMs);
    reader("monotonic_ms", event.monotonicMs);
    reader("id", event.id);
    emplaceKind(event.what, static_cast<std::size_t>(found - kindWords.begin()));
    std::visit([&reader](auto &what) { describe(reader, what); }, event.what);
    return reader.good ? std::optional(event) : std::nullopt;
}

} // namespace manometer::service
