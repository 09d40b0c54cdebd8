// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sentences of events about settings and thresholds: only what changed. Pure.
#pragma once

#include "json/Value.h"

#include <string>

namespace manometer::ctl {

std::string thresholdsSentence(const json::Value &event);      // of "thresholds"
std::string replaySentence(const json::Value &event);
std::string settingsAppliedSentence(const json::Value &event); // of "settings_applied"
std::string settingsFileSentence(const json::Value &event);    // of "settings"

} // namespace manometer::ctl
