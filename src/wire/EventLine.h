// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event as a line of JSON and back; the fields are in FORMAT.md. Pure; any thread.
#pragma once

#include "views/Event.h"

#include <QByteArray>

#include <optional>

namespace manometer::wire {

// Ends with a newline. `run` tells the runs in one file apart: ids are unique within a run only.
QByteArray toLine(const views::Event &event, const QByteArray &run);
// The same without when and which: what happened, as a JSON object.
QByteArray detailsOf(const views::Event &event);
// Empty for what is no event, or one of a kind that is not known here.
std::optional<views::Event> fromLine(const QByteArray &line);

} // namespace manometer::wire
