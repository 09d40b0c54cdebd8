// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/Url.h"

namespace manometer::api {

namespace {

int digitOf(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

enum class Plus : bool { Itself, Blank };

std::optional<std::string> decoded(std::string_view text, Plus plus)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::Blank) {
            bytes += ' ';
        } else if (text[i] != '%') {
            bytes += text[i];
        } else {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = digitOf(text[i + 1]);
            const int low = digitOf(text[i + 2]);
            // No path and no word contains a NUL; as the end of a C string it would hide what follows.
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return bytes;
}

// Calls the function with each part between the separators; false as soon as it returns false.
template<typename Function>
bool forEachPart(std::string_view text, char separator, Function function)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (!function(text.substr(0, end)))
            return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

} // namespace

std::optional<Url> parseUrl(std::string_view target)
{
    Url url;
    if (!target.starts_with('/'))
        return std::nullopt;
    target.remove_prefix(1);
    const std::size_t mark = std::min(target.find('?'), target.size());
    const bool good =
        forEachPart(target.substr(0, mark), '/',
                    [&url](std::string_view part) {
                        const auto segment = decoded(part, Plus::Itself);
                        if (segment)
                            url.path.push_back(*segment);
                        return segment.has_value();
                    }) &&
        forEachPart(target.substr(std::min(mark + 1, target.size())), '&', [&url](std::string_view part) {
            const std::size_t equals = std::min(part.find('='), part.size());
            const auto name = decoded(part.substr(0, equals), Plus::Blank);
            const auto value = decoded(part.substr(std::min(equals + 1, part.size())), Plus::Blank);
            if (name && value)
                url.query.emplace_back(*name, *value);
            return name && value;
        });
    return good ? std::optional(url) : std::nullopt;
}

} // namespace manometer::api
