// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes and reads the fields of a struct as JSON. describe(fields, value) lists the fields of a struct once
// for both directions (EventFields.h for events, ViewFields.h for the views' values): it calls `fields`, a
// FieldWriter or a FieldReader, with a key and a member for each field. Pure; any thread.
//
// Numbers that are not finite are written as null, and null is read as NaN; bytes are escaped (Bytes.h);
// enumerations are words (Words.h); a duration is its count in the unit that the key names; a described
// struct is an object, a list an array. Reading: a missing field keeps its default, an unknown one is
// ignored, one of the wrong type makes the whole value invalid.
#pragma once

#include "json/Value.h"
#include "pressure/control/ControlNumbers.h"
#include "views/Event.h"
#include "wire/Bytes.h"
#include "wire/Words.h"

#include <QList>
#include <QString>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace manometer::wire {

namespace fields {

template<typename Value>
inline constexpr bool isList = false;
template<typename Item>
inline constexpr bool isList<QList<Item>> = true;
template<typename Item>
inline constexpr bool isList<std::vector<Item>> = true;

template<typename Value>
inline constexpr bool isArray = false; // a list of a fixed length
template<typename Item, std::size_t size>
inline constexpr bool isArray<std::array<Item, size>> = true;

template<typename Value>
inline constexpr bool isDuration = false;
template<typename Rep, typename Period>
inline constexpr bool isDuration<std::chrono::duration<Rep, Period>> = true;

template<typename Value>
inline constexpr bool isOptional = false;
template<typename Inner>
inline constexpr bool isOptional<std::optional<Inner>> = true;

} // namespace fields

class FieldWriter
{
public:
    explicit FieldWriter(json::Writer &json)
        : m_json(json)
    {}

    std::string_view prefix{}; // of the keys

    template<typename Value>
    void operator()(std::string_view key, const Value &value)
    {
        m_json.member(std::string(prefix).append(key));
        write(value);
    }
    // Writes null if there is no value; otherwise the caller describes the members of the value.
    template<typename Value>
    bool present(std::string_view key, const std::optional<Value> &value)
    {
        if (!value) {
            m_json.member(std::string(prefix).append(key));
            m_json.literal("null");
        }
        return value.has_value();
    }
    void changes(const QList<views::NumberChange> &numbers)
    {
        for (const views::NumberChange &number : numbers) {
            (*this)(("before_" + number.name).toStdString(), number.before);
            (*this)(("after_" + number.name).toStdString(), number.after);
        }
    }

    template<typename Value>
    void write(const Value &value)
    {
        if constexpr (std::is_same_v<Value, cache::EntryId>) {
            write(static_cast<std::uint64_t>(value));
        } else if constexpr (std::is_enum_v<Value>) {
            m_json.value(wordOf(value));
        } else if constexpr (std::is_same_v<Value, bool>) {
            m_json.literal(value ? "true" : "false");
        } else if constexpr (std::is_arithmetic_v<Value>) {
            std::array<char, 40> text{};
            const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
            m_json.literal(std::isfinite(static_cast<double>(value))
                               ? std::string_view(text.data(), static_cast<std::size_t>(end - text.data()))
                               : "null");
        } else if constexpr (std::is_same_v<Value, QByteArray>) {
            const QByteArray text = escapedBytes(value);
            m_json.value({text.constData(), static_cast<std::size_t>(text.size())});
        } else if constexpr (std::is_same_v<Value, QString>) {
            write(value.toUtf8());
        } else if constexpr (std::is_same_v<Value, std::string>) {
            write(QByteArray::fromStdString(value));
        } else if constexpr (fields::isDuration<Value>) {
            write(value.count());
        } else if constexpr (fields::isOptional<Value>) {
            if (value)
                write(*value);
            else
                m_json.literal("null");
        } else if constexpr (fields::isList<Value> || fields::isArray<Value>) {
            m_json.beginArray();
            for (const auto &item : value)
                write(item);
            m_json.endArray();
        } else {
            FieldWriter inner(m_json);
            m_json.beginObject();
            describe(inner, value);
            m_json.endObject();
        }
    }

private:
    json::Writer &m_json;
};

class FieldReader
{
public:
    explicit FieldReader(const json::Value &object)
        : m_object(object)
        , m_isGood(object.kind() == json::Value::Kind::Object)
    {}

    std::string_view prefix{};
    bool isGood() const { return m_isGood; }

    template<typename Value>
    void operator()(std::string_view key, Value &into)
    {
        if (const json::Value *given = find(key))
            m_isGood = read(*given, into) && m_isGood;
    }
    template<typename Value>
    bool present(std::string_view key, std::optional<Value> &into)
    {
        const json::Value *given = find(key);
        if (given && !given->isNull())
            into.emplace();
        return into.has_value();
    }
    // In the order of pressure::controlNumbers(), in which they were written.
    void changes(QList<views::NumberChange> &into)
    {
        for (const pressure::ControlNumber &number : pressure::controlNumbers()) {
            views::NumberChange change{.name = number.key};
            const std::string before = "before_" + change.name.toStdString();
            const std::string after = "after_" + change.name.toStdString();
            if (!find(before) && !find(after))
                continue;
            (*this)(before, change.before);
            (*this)(after, change.after);
            into.append(change);
        }
    }

    template<typename Value>
    static bool read(const json::Value &given, Value &into)
    {
        if constexpr (std::is_same_v<Value, cache::EntryId>) {
            std::uint64_t number = 0;
            const bool good = read(given, number);
            into = cache::EntryId(number);
            return good;
        } else if constexpr (std::is_enum_v<Value>) {
            const auto value =
                given.kind() == json::Value::Kind::String ? fromWord<Value>(given.text()) : std::nullopt;
            into = value.value_or(Value{});
            return value.has_value();
        } else if constexpr (std::is_same_v<Value, bool>) {
            into = given.boolean().value_or(false);
            return given.boolean().has_value();
        } else if constexpr (std::is_integral_v<Value>) {
            const auto value = given.integer<Value>();
            into = value.value_or(0);
            return value.has_value();
        } else if constexpr (std::is_floating_point_v<Value>) {
            const auto value = given.number();
            into = value.value_or(views::absent);
            return value.has_value() || given.isNull();
        } else if constexpr (std::is_same_v<Value, QByteArray>) {
            into = unescapedBytes(QByteArray::fromStdString(given.text()));
            return given.kind() == json::Value::Kind::String;
        } else if constexpr (std::is_same_v<Value, QString> || std::is_same_v<Value, std::string>) {
            QByteArray bytes;
            const bool good = read(given, bytes);
            if constexpr (std::is_same_v<Value, QString>)
                into = QString::fromUtf8(bytes);
            else
                into = bytes.toStdString();
            return good;
        } else if constexpr (fields::isDuration<Value>) {
            auto count = into.count();
            const bool good = read(given, count);
            into = Value(count);
            return good;
        } else if constexpr (fields::isOptional<Value>) {
            into.reset();
            if (given.isNull())
                return true;
            // Not emplace(): GCC 14 sees a value in it that is destroyed uninitialized.
            typename Value::value_type inner{};
            const bool good = read(given, inner);
            into = std::move(inner);
            return good;
        } else if constexpr (fields::isList<Value>) {
            into.clear();
            bool good = given.kind() == json::Value::Kind::Array;
            for (const json::Value &item : given.items())
                good = read(item, into.emplace_back()) && good;
            return good;
        } else if constexpr (fields::isArray<Value>) {
            bool good = given.kind() == json::Value::Kind::Array && given.items().size() == into.size();
            for (std::size_t i = 0; good && i < into.size(); ++i)
                good = read(given.items()[i], into[i]);
            return good;
        } else {
            FieldReader inner(given);
            describe(inner, into);
            return inner.isGood();
        }
    }

private:
    const json::Value *find(std::string_view key) const
    {
        return m_object.find(std::string(prefix).append(key));
    }

    const json::Value &m_object;
    bool m_isGood;
};

} // namespace manometer::wire
