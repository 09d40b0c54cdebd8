// SPDX-License-Identifier: GPL-3.0-or-later
//
// FileAccessDate in an answer: the only part of it that changes without the file.
#pragma once

#include "answers/AnswerStore.h"
#include "exiftool/Arguments.h"

#include <ctime>
#include <optional>
#include <string>

namespace manometer::exiftool {

// As exiftool writes it, in the local time zone; after ConvertUnixTime() of ExifTool.pm.
std::string accessTimeText(std::time_t time);

// Notes in `answer` where its access time stands, or that it holds for this one only. `before` and `after`:
// the file's access time before and after the reading. False: it cannot be known what the answer holds for.
bool describeAccessTime(answers::Answer &answer, Command::AccessTime kind, const timespec &before,
                        const timespec &after);

// The answer's output with the present access time. Empty if it does not fit.
std::optional<std::string> outputWith(const answers::Answer &answer, std::time_t accessTime);

} // namespace manometer::exiftool
