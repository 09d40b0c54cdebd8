// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes an event as a line of JSON and reads it back; service/recording/events/FORMAT.md lists the fields.
// Pure; any thread.
#pragma once

#include "views/Event.h"

#include <QByteArray>

#include <optional>

namespace manometer::wire {

// Ends with a newline. Without the position, which is the log's.
QByteArray toLine(const views::Event &event);
// Only the fields of the event's kind, as a JSON object: no time, run or id.
QByteArray detailsOf(const views::Event &event);
// Empty if the line is not an event or its kind is unknown.
std::optional<views::Event> fromLine(const QByteArray &line);

} // namespace manometer::wire
