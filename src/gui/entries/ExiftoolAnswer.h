// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cache entry that holds an answer of the exiftool command (service/entries/KnownAnswers.h has its format):
// what was asked, and what exiftool wrote. Pure functions; any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <optional>

namespace manometer::gui {

struct ExiftoolAnswer
{
    QByteArrayList options; // of the command; raw bytes
    QByteArray output;
    QByteArray errors;
    int status = 0; // the command's exit status
};

// Such an entry has a depth of its own.
bool isExiftoolAnswer(const QByteArray &depth);
// The depth for a cell or a sentence: 'exiftool answer' in place of a hash.
QString depthText(const QByteArray &depth);
// Empty if the document is not an answer.
std::optional<ExiftoolAnswer> exiftoolAnswerIn(const QByteArray &document);
// The options in one line, and what exiftool wrote in lines of their own. Safe to show (text/Paths.h).
QString optionsText(const ExiftoolAnswer &answer);
QString outputText(const ExiftoolAnswer &answer);

} // namespace manometer::gui
