// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/EventMarks.h"

#include <algorithm>
#include <utility>

namespace manometer::gui {

namespace {

// For several events in one mark: notes and incidents first, then the highest level.
std::pair<int, int> weight(const ChartEvent &event)
{
    switch (event.kind) {
    case ChartEvent::Kind::Incident:
        return {4, 0};
    case ChartEvent::Kind::Note:
        return {3, 0};
    case ChartEvent::Kind::Level:
        return {2, static_cast<int>(event.level)};
    case ChartEvent::Kind::Signal:
    case ChartEvent::Kind::Thresholds:
    case ChartEvent::Kind::Rehearsal:
        return {1, 0};
    case ChartEvent::Kind::Limit:
        break;
    }
    return {0, static_cast<int>(event.level)};
}

// The least x of another mark that does not touch this one or its number.
double endOf(const EventMark &mark)
{
    return mark.x + EventMark::width + (mark.positions.size() > 1 ? EventMark::countWidth : 0);
}

} // namespace

std::vector<EventMark> eventMarks(const std::vector<ChartEvent> &events, const TimeScale &scale,
                                  quint64 selected)
{
    std::vector<std::pair<double, const ChartEvent *>> visible;
    for (const ChartEvent &event : events) {
        if (event.atMs >= scale.beginMs() && event.atMs <= scale.endMs)
            visible.emplace_back(scale.x(event.atMs), &event);
    }
    std::stable_sort(visible.begin(), visible.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    std::vector<EventMark> marks;
    for (const auto &[x, event] : visible) {
        if (marks.empty() || x >= endOf(marks.back()))
            marks.push_back({.x = x, .event = *event, .positions = {}, .selected = false});
        EventMark &mark = marks.back();
        mark.positions.push_back(event->position);
        mark.selected = mark.selected || event->position == selected;
        if (weight(*event) > weight(mark.event))
            mark.event = *event;
    }
    return marks;
}

} // namespace manometer::gui
