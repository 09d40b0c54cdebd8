// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks and parses the answer of exiftool -json -g1 -struct for one file. Every value keeps the text that
// exiftool printed; invalid JSON is repaired (json::Tolerance), so that one bad value does not lose the
// others. Pure; any thread.
#pragma once

#include "expected/Expected.h"
#include "extract/Id3Versions.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace manometer::extract {

struct ReaderAnswer
{
    QByteArray metadata; // a JSON object of groups, without SourceFile and ProcessingTime
    QString problem;     // exiftool's Error: why it does not understand the contents
    std::optional<std::chrono::nanoseconds> cost; // exiftool's ProcessingTime, if present
    Id3Versions id3;                              // of the tags that were read
};

// `argument` is the path that was passed to the reader: the answer must describe that file. The error is for
// logs.
Expected<ReaderAnswer, QString> parseAnswer(const QByteArray &answer, const QByteArray &argument);

} // namespace manometer::extract
