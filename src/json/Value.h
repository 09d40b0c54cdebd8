// SPDX-License-Identifier: GPL-3.0-or-later
//
// A JSON document as a tree in memory, for messages of known shape. Numbers keep their text, so that 64-bit
// integers are exact. Values; std only; any thread; nothing blocks. Memory: a few times the document's size;
// for large documents use json::read() with a Handler.
#pragma once

#include "expected/Expected.h"
#include "json/Json.h"

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace manometer::json {

class Value
{
public:
    enum class Kind : std::uint8_t { Null, Boolean, Number, String, Array, Object };
    using Member = std::pair<std::string, Value>;

    // Strict JSON (RFC 8259).
    static Expected<Value, ReadError> parse(std::string_view document);

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    // Of a string its text in UTF-8, of a number its text as written; else empty.
    const std::string &text() const { return m_text; }
    std::optional<bool> boolean() const;
    std::optional<double> number() const;
    // Empty also where the number is not written as an integer, or does not fit.
    template<std::integral Integer>
    std::optional<Integer> integer() const
    {
        Integer value = 0;
        const char *end = m_text.data() + m_text.size();
        const auto read = std::from_chars(m_text.data(), end, value);
        if (m_kind != Kind::Number || read.ec != std::errc() || read.ptr != end)
            return std::nullopt;
        return value;
    }
    const std::vector<Value> &items() const { return m_items; }
    const std::vector<Member> &members() const { return m_members; }
    // Of members with the same name the last one; null where there is none.
    const Value *find(std::string_view name) const;

private:
    class Builder;

    Kind m_kind = Kind::Null;
    std::string m_text;
    std::vector<Value> m_items;
    std::vector<Member> m_members;
};

} // namespace manometer::json
