// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event as a line of JSON and back; the fields are in FORMAT.md. Pure; any thread.
#pragma once

#include "service/Event.h"

#include <QByteArray>

#include <optional>

namespace manometer::service {

// Ends with a newline. `run` tells the runs in one file apart: ids are unique within a run only.
QByteArray toLine(const Event &event, const QByteArray &run);
// The same without when and which: what happened, as a JSON object.
QByteArray detailsOf(const Event &event);
// Empty for what is no event, or one of a kind that is not known here.
std::optional<Event> fromLine(const QByteArray &line);

// Bytes as text that JSON can hold, and back: what is not UTF-8 becomes \xHH, a backslash becomes two.
QByteArray escapedBytes(const QByteArray &bytes);
QByteArray unescapedBytes(const QByteArray &text);

} // namespace manometer::service
