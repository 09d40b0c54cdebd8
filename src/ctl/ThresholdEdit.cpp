// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ThresholdEdit.h"

#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"

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
    std::vector<std::pair<std::string, std::string>> wanted; // name, number
    for (const std::string_view change : changes) {
        const auto equals = change.find('=');
        const std::string_view value = equals == std::string_view::npos ? "" : change.substr(equals + 1);
        const std::string number = numberToken(value);
        if (number.empty())
            return Unexpected<std::string>('\'' + std::string(change) +
                                           "' is not a change such as elevated.enter_percent=65.");
        wanted.emplace_back(change.substr(0, equals), number);
    }
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
