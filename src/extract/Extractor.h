// SPDX-License-Identifier: GPL-3.0-or-later
//
// The seam to whatever reads metadata out of files. Files are hostile: readers run in child processes,
// bounded in time, memory and output. An Extractor lives in one thread with an event loop; its signals arrive
// there. Nothing blocks. Each ticket that was handed in is answered by exactly one of extracted and failed,
// or by none after cancel().
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <chrono>

namespace manometer::extract {

struct Extraction
{
    QJsonObject metadata;             // groups of tags
    std::chrono::nanoseconds cost{0}; // from handing the file to the reader to its answer
};

struct ExtractFailure
{
    enum class Kind {
        NotStarted, // nothing can be read: there is no reader or, with a detail, it does not start
        Crashed,    // the reader died over this file, twice
        TimedOut,
        TooLarge,  // the answer exceeded what is accepted of one file
        Refused,   // the reader said why it cannot read this file
        Malformed, // the answer is not what the reader promises
    };
    Kind kind = Kind::Crashed;
    QString detail; // the reader's own words; not translated
};

class Extractor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // The name of what it produces, part of a cache entry's key.
    virtual QByteArray depth() const = 0;
    // `path` is absolute and leads to a regular file.
    virtual void extract(quint64 ticket, const QByteArray &path) = 0;
    // How many more files can be handed in before they only wait.
    virtual qsizetype room() const = 0;
    // Forgets all that was handed in and stops the readers.
    virtual void cancel() = 0;

signals:
    void extracted(quint64 ticket, const manometer::extract::Extraction &extraction);
    void failed(quint64 ticket, const manometer::extract::ExtractFailure &failure);
};

} // namespace manometer::extract
