// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Json.h"

#include "ctl/Texts.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace manometer::ctl {

const json::Value *memberAt(const json::Value &object, std::string_view path)
{
    const json::Value *value = &object;
    while (value && !path.empty()) {
        const auto dot = path.find('.');
        value = value->find(path.substr(0, dot));
        path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
    }
    return value;
}

std::optional<double> numberAt(const json::Value &object, std::string_view path)
{
    const json::Value *value = memberAt(object, path);
    return value ? value->number() : std::nullopt;
}

std::optional<std::int64_t> integerAt(const json::Value &object, std::string_view path)
{
    const json::Value *value = memberAt(object, path);
    return value ? value->integer<std::int64_t>() : std::nullopt;
}

std::uint64_t countAt(const json::Value &object, std::string_view path)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(integerAt(object, path).value_or(0), 0));
}

bool isTrueAt(const json::Value &object, std::string_view path)
{
    const json::Value *value = memberAt(object, path);
    return value && value->boolean().value_or(false);
}

std::string textAt(const json::Value &object, std::string_view path)
{
    const json::Value *value = memberAt(object, path);
    return value && value->kind() == json::Value::Kind::String ? value->text() : std::string();
}

std::string shownAt(const json::Value &object, std::string_view path)
{
    return shownEscaped(textAt(object, path));
}

void write(json::Writer &json, const json::Value &value)
{
    switch (value.kind()) {
    case json::Value::Kind::Null:
        json.literal("null");
        break;
    case json::Value::Kind::Boolean:
    case json::Value::Kind::Number:
        json.literal(value.text());
        break;
    case json::Value::Kind::String:
        json.value(value.text());
        break;
    case json::Value::Kind::Array:
        json.beginArray();
        for (const json::Value &item : value.items())
            write(json, item);
        json.endArray();
        break;
    case json::Value::Kind::Object:
        json.beginObject();
        for (const auto &[name, member] : value.members()) {
            json.member(name);
            write(json, member);
        }
        json.endObject();
        break;
    }
}

void write(json::Writer &json, std::string_view name, double number)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    json.member(name);
    json.literal({text.data(), static_cast<std::size_t>(end - text.data())});
}

} // namespace manometer::ctl
