// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event as a JSON object with its position in the log: the fields of its line (service/recording/events/
// FORMAT.md) after "position". Pure; any thread.
#pragma once

#include "views/Event.h"
#include "wire/EventLine.h"

#include <string>

namespace manometer::api {

inline std::string eventJson(const views::Event &event)
{
    const QByteArray line = wire::toLine(event).trimmed();
    return "{\"position\":" + std::to_string(event.position) + ',' + line.mid(1).toStdString();
}

} // namespace manometer::api
