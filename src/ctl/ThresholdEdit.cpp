// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ThresholdEdit.h"

#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"
#include "pressure/control/MovedThreshold.h"
#include "pressure/control/Thresholds.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
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

// What is wrong with a value that is no number, in the words of its change.
std::string noNumber(std::string_view given, std::string_view value)
{
    std::string withPoint(value);
    std::replace(withPoint.begin(), withPoint.end(), ',', '.');
    const std::string quoted = '\'' + std::string(given) + '\'';
    if (withPoint != value && !numberToken(withPoint).empty())
        return quoted + ": decimals are written with a point, as in " + withPoint + '.';
    return quoted + " is not a change such as elevated.enter=65 or high.hold=20s.";
}

bool isPercentage(std::string_view name)
{
    return name.ends_with(".enter") || name.ends_with(".leave") || name.ends_with(".target") ||
           name.ends_with("_percent");
}

// A change without the % behind a percentage.
std::string_view withoutSign(std::string_view change)
{
    if (change.ends_with('%') && isPercentage(change.substr(0, change.find('='))))
        change.remove_suffix(1);
    return change;
}

// What is wrong with the value of a change in itself; empty if nothing is. `name` as the API has it.
std::string valueProblem(std::string_view given, const std::string &name, const std::string &number)
{
    const double value = Value::parse(number)->number().value_or(NAN);
    const std::string quoted = '\'' + std::string(given) + '\'';
    if (isPercentage(name) && !(value >= 0 && value <= 100))
        return quoted + ": a percentage is from 0 to 100.";
    const auto longest = std::chrono::milliseconds(pressure::maximumHold);
    if (name.ends_with("hold_ms") && !(value >= 0 && value <= static_cast<double>(longest.count())))
        return quoted + ": a hold is from 0 s to " + durationText(longest) + '.';
    return {};
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

// Where the other percentages of a level go when its enter goes there.
void addMoved(Wanted &wanted, const Value &thresholds, const std::string &level, std::string_view enter)
{
    const Value *fields = thresholds.find(level);
    const auto to = Value::parse(enter)->number();
    const auto from = fields ? numberAt(*fields, "enter_percent") : std::nullopt;
    if (!to || !from)
        return;
    const auto leave = numberAt(*fields, "leave_percent");
    const auto target = numberAt(*fields, "target_percent");
    const pressure::Threshold moved = pressure::movedTo(
        {.enterPercent = *from, .leavePercent = leave.value_or(NAN), .targetPercent = target.value_or(NAN)},
        *to);
    if (leave)
        wanted.emplace_back(level + ".leave_percent", numberText(moved.leavePercent, 3));
    if (target)
        wanted.emplace_back(level + ".target_percent", numberText(moved.targetPercent, 3));
}

// The thresholds of this JSON; empty if one of their fields is missing.
std::optional<pressure::Thresholds> parsed(const Value &thresholds)
{
    pressure::Thresholds result;
    const std::array levels{std::pair{"elevated", &result.elevated}, std::pair{"high", &result.high},
                            std::pair{"critical", &result.critical}};
    for (const auto &[name, into] : levels) {
        const Value *fields = thresholds.find(name);
        const auto enter = fields ? numberAt(*fields, "enter_percent") : std::nullopt;
        const auto leave = fields ? numberAt(*fields, "leave_percent") : std::nullopt;
        const auto hold = fields ? numberAt(*fields, "hold_ms") : std::nullopt;
        const auto target = fields ? numberAt(*fields, "target_percent") : std::nullopt;
        if (!enter || !leave || !hold || !target)
            return std::nullopt;
        *into = {.enterPercent = *enter,
                 .leavePercent = *leave,
                 .hold = std::chrono::milliseconds(static_cast<std::int64_t>(*hold)),
                 .targetPercent = *target};
    }
    return result;
}

// A rule that the changed thresholds break, with the values that do; empty: they keep all.
std::string agreementProblem(const pressure::Thresholds &thresholds)
{
    using Kind = pressure::ThresholdProblem::Kind;
    const auto problem = pressure::findProblem(thresholds);
    if (!problem)
        return {};
    const auto word = [](pressure::Level level) { return std::string(name(level)); };
    const auto percent = [](double value) { return numberText(value, 3) + " %"; };
    const pressure::Level level = problem->level;
    const pressure::Threshold &of = thresholds.of(level);
    const std::string enters = word(level) + " begins at " + percent(of.enterPercent);
    const std::string leaves = word(level) + " ends below " + percent(of.leavePercent);
    switch (problem->kind) {
    case Kind::LeaveNotBelowEnter:
        return leaves + ", but begins at " + percent(of.enterPercent) + ": leave must be lower than enter.";
    case Kind::TargetNotBelowEnter:
        return enters + ", but its target is " + percent(of.targetPercent) +
               ": target must be lower than enter.";
    case Kind::TooCloseToNext: {
        const pressure::Level next = pressure::oneAbove(level);
        return enters + ", but " + word(next) + " at " + percent(thresholds.of(next).enterPercent) +
               ": a level begins at least " + numberText(pressure::minimumGapPercent) +
               " point above the one below it.";
    }
    case Kind::LeaveBelowPrevious: {
        const pressure::Level previous = pressure::oneBelow(level);
        return leaves + ", but " + word(previous) + " below " +
               percent(thresholds.of(previous).leavePercent) +
               ": leave must not be lower than that of the level below.";
    }
    case Kind::OutOfRange:
        // What is given is within its range: leave or target was moved along.
        return enters + ", which moves its leave to " + percent(of.leavePercent) + " and its target to " +
               percent(of.targetPercent) + ", outside of 0 to 100: give them, too.";
    case Kind::HoldOutOfRange:
    case Kind::NotANumber:
        break;
    }
    return {}; // of what is in effect; the server says it
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

Expected<std::string, EditProblem> editThresholds(const Value &thresholds,
                                                  std::span<const std::string_view> changes)
{
    Wanted wanted;
    Wanted moved;
    for (const std::string_view given : changes) {
        const std::string change = longForm(withoutSign(given));
        const auto equals = change.find('=');
        const std::string value = equals == std::string::npos ? "" : change.substr(equals + 1);
        if (change == given && given.find(".hold=") != std::string_view::npos)
            return Unexpected(EditProblem{'\'' + std::string(given) +
                                          "': a hold is a whole number from 0 on and a unit (s, m, h), as in "
                                          "high.hold=20s."});
        const std::string number = numberToken(value);
        if (number.empty())
            return Unexpected(EditProblem{noNumber(given, value)});
        const std::string name = change.substr(0, equals);
        if (const std::string problem = valueProblem(given, name, number); !problem.empty())
            return Unexpected(EditProblem{problem});
        wanted.emplace_back(name, number);
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
            return Unexpected(
                EditProblem{"There is no threshold '" + each.first + "'. There are: " + known + '.'});
    }
    std::string edited = json.take();
    const auto values = Value::parse(edited);
    const auto draft = values ? parsed(*values) : std::nullopt;
    if (const std::string problem = draft ? agreementProblem(*draft) : std::string(); !problem.empty())
        return Unexpected(EditProblem{problem, refused});
    return edited;
}

} // namespace manometer::ctl
