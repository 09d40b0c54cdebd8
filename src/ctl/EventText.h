// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events (a line of service/recording/events/FORMAT.md) as text for people. Pure.
#pragma once

#include "json/Value.h"

#include <cstdint>
#include <string>

namespace manometer::ctl {

// One line: time, kind, and a sentence; of a kind without a sentence its fields. Without a newline. With
// pressure_lost of the cache's statistics, the sentence of a cut ends with what it has cost so far.
std::string eventText(const json::Value &event, const json::Value *lost = nullptr);
// Of an event of the kind rehearsal that is no beginning: why it ended, and what it evicted.
std::string rehearsalEnd(const json::Value &event);
// The moment that the event is about.
std::int64_t momentOf(const json::Value &event);
// The fields of the event's kind, as a JSON object: no time, run, id or position.
std::string detailsOf(const json::Value &event);

} // namespace manometer::ctl
