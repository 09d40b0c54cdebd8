// SPDX-License-Identifier: GPL-3.0-or-later
//
// The options of exiftool's script, 12.57 to 13.59, and what they are for us. Internal to exiftool. Pure.
#pragma once

#include "exiftool/Arguments.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace manometer::exiftool {

enum class Effect : std::uint8_t {
    Reads,  // changes what is read or how it is written to stdout, and is in the options of the question
    Passes, // more than reading
};

struct Option
{
    Effect effect = Effect::Passes;
    bool hasValue = false;
};

// An option without its dash. -api, -charset, -echo, -lang, -use and -ver are not among them.
std::optional<Option> findOption(std::string_view written);

// Options whose effect on later commands, on the terminal or on the arguments behind them is not followed.
bool isUnknownOption(std::string_view lowerCaseName);

// Tags that are produced only if they are asked for, and depend on more than the file's contents and what is
// in its version: the time, the users' names, the volume.
bool isTagOfTheMoment(std::string_view lowerCaseTag);

// "NAME=VALUE" of -api: an option that changes this command's answer only, and depends on nothing else.
bool isKnownApiOption(std::string_view argument);
// A character set that exists, or a pair of a known kind of metadata and such a set.
bool isKnownCharset(std::string_view argument);
bool isKnownLanguage(std::string_view argument);

} // namespace manometer::exiftool
