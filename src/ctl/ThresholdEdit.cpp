// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ThresholdEdit.h"

#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

namespace manometer::ctl {

using json::Value;

namespace {

std::string upperCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char each) {
        return each >= 'a' && each <= 'z' ? static_cast<char>(each - 0x20) : each;
    });
    return text;
}

// A number as JSON writes it; empty if the text is none.
std::string numberToken(std::string_view text)
{
    const auto value = Value::parse(text);
    return value && value->kind() == Value::Kind::Number ? value->text() : std::string();
}

// A change as the API names it: high.enter=75 is high.enter_percent=75, high.hold=20s is high.hold_ms=20000.
// What is not short for anything stays as it is.
std::string longForm(std::string_view change)
{
    constexpr std::array<std::string_view, 3> percents{"enter", "leave", "target"};
    const auto dot = change.find('.');
    const auto equals = change.find('=');
    if (dot == std::string_view::npos || equals == std::string_view::npos || equals < dot)
        return std::string(change);
    const std::string_view field = change.substr(dot + 1, equals - dot - 1);
    const std::string level(change.substr(0, dot + 1));
    const std::string_view value = change.substr(equals + 1);
    if (std::find(percents.begin(), percents.end(), field) != percents.end())
        return level + std::string(field) + "_percent=" + std::string(value);
    if (field != "hold")
        return std::string(change);
    // A duration is written like a time ago.
    const auto ago = parseTime('-' + std::string(value), 0);
    return ago && *ago <= 0 ? level + "hold_ms=" + std::to_string(-*ago) : std::string(change);
}

// The level of a change such as high.enter=75, with which the level's other percentages move; empty: it is
// another change.
std::string movedLevel(std::string_view change)
{
    const auto dot = change.find(".enter=");
    return std::string(dot == std::string_view::npos ? "" : change.substr(0, dot));
}

using Wanted = std::vector<std::pair<std::string, std::string>>; // name, number

// Where the other percentages of a level go when its enter goes there: their distances stay, as those of a
// handle in the window.
void addMoved(Wanted &wanted, const Value &thresholds, const std::string &level, std::string_view enter)
{
    const Value *fields = thresholds.find(level);
    const auto to = Value::parse(enter)->number();
    const auto from = fields ? numberAt(*fields, "enter_percent") : std::nullopt;
    if (!to || !from)
        return;
    for (const std::string_view field : {"leave_percent", "target_percent"})
        if (const auto percent = numberAt(*fields, field))
            wanted.emplace_back(level + '.' + std::string(field), numberText(*percent + *to - *from, 3));
}

} // namespace

std::string thresholdsText(const Value &thresholds)
{
    using Side = TextTable::Side;
    TextTable table{Side::Left, Side::Right, Side::Right, Side::Right, Side::Right};
    table.row({"LEVEL", "ENTER", "LEAVE", "HOLD", "TARGET"});
    // In the order of the levels; what is none of them stays behind.
    std::vector<std::pair<std::string, Value>> levels = thresholds.members();
    const auto rank = [](const auto &member) {
        constexpr std::array<std::string_view, 3> order{"elevated", "high", "critical"};
        return std::find(order.begin(), order.end(), member.first) - order.begin();
    };
    std::stable_sort(levels.begin(), levels.end(),
                     [&rank](const auto &one, const auto &other) { return rank(one) < rank(other); });
    for (const auto &[level, fields] : levels)
        table.row({shown(upperCase(level)), percentText(numberAt(fields, "enter_percent")),
                   percentText(numberAt(fields, "leave_percent")),
                   durationText(std::chrono::milliseconds(integerAt(fields, "hold_ms").value_or(0))),
                   percentText(numberAt(fields, "target_percent"))});
    return table.text();
}

Expected<std::string, std::string> editThresholds(const Value &thresholds,
                                                  std::span<const std::string_view> changes)
{
    Wanted wanted;
    Wanted moved;
    for (const std::string_view given : changes) {
        if (given.find(".hold=") != std::string_view::npos && longForm(given) == given)
            return Unexpected<std::string>('\'' + std::string(given) +
                                           "' needs a unit, as in high.hold=20s.");
        const std::string change = longForm(given);
        const auto equals = change.find('=');
        const std::string value = equals == std::string::npos ? "" : change.substr(equals + 1);
        const std::string number = numberToken(value);
        if (number.empty())
            return Unexpected<std::string>('\'' + std::string(given) +
                                           "' is not a change such as elevated.enter=65 or high.hold=20s.");
        wanted.emplace_back(change.substr(0, equals), number);
        if (const std::string level = movedLevel(given); !level.empty())
            addMoved(moved, thresholds, level, number);
    }
    wanted.insert(wanted.begin(), moved.begin(), moved.end()); // what is given itself comes later
    std::string known;
    json::Writer json;
    json.beginObject();
    for (const auto &[level, fields] : thresholds.members()) {
        json.member(level);
        json.beginObject();
        for (const auto &[field, value] : fields.members()) {
            std::string name = level;
            name.append(".").append(field);
            known += (known.empty() ? "" : ", ") + name;
            json.member(field);
            // Of a name that is given twice, the last value.
            const auto change = std::find_if(wanted.rbegin(), wanted.rend(),
                                             [&name](const auto &each) { return each.first == name; });
            if (change != wanted.rend())
                json.literal(change->second);
            else
                write(json, value);
        }
        json.endObject();
    }
    json.endObject();
    for (const auto &each : wanted) {
        const auto dot = each.first.find('.');
        const Value *level = thresholds.find(each.first.substr(0, dot));
        if (dot == std::string::npos || !level || !level->find(each.first.substr(dot + 1)))
            return Unexpected<std::string>("There is no threshold '" + each.first + "'. There are: " + known +
                                           '.');
    }
    return json.take();
}

} // namespace manometer::ctl
