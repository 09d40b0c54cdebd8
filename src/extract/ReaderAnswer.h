// SPDX-License-Identifier: GPL-3.0-or-later
//
// What exiftool prints of one file with -json -g1 -struct, checked and taken apart. Every value keeps the
// text that it was printed with; what is no JSON is repaired (json::Tolerance), so that one bad value never
// costs the others. Pure; any thread.
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
    QByteArray
        metadata;    // a JSON object of groups, without what is not of the file: SourceFile, ProcessingTime
    QString problem; // exiftool's Error: why the contents are not understood
    std::optional<std::chrono::nanoseconds>
        cost;        // exiftool's ProcessingTime, where it was asked for and is known
    Id3Versions id3; // of the tags that were read
};

// `argument` is the path that the reader was given: the answer has to be of that file. The error is for logs.
Expected<ReaderAnswer, QString> parseAnswer(const QByteArray &answer, const QByteArray &argument);

} // namespace manometer::extract
