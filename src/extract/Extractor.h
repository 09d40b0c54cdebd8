// SPDX-License-Identifier: GPL-3.0-or-later
//
// The seam to whatever reads metadata out of files. Files are hostile: readers run in child processes,
// bounded in time, memory and output. An Extractor lives in one thread with an event loop; its signals arrive
// there. Nothing else blocks. Each ticket that was handed in is answered by exactly one of extracted and
// failed, or by none after cancel(). `extract` reads the file's first bytes, and blocks on that.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>

namespace manometer::extract {

// What reads. Metadata of a file is valid for one identity: another version, another library or other options
// may read the same bytes otherwise.
struct ReaderIdentity
{
    QByteArray name;    // of the program: exiftool
    QByteArray version; // as it says: 12.57
    QByteArray digest;  // 16 hexadecimal digits: XXH3-64 of all that its answers depend on besides the file

    friend bool operator==(const ReaderIdentity &, const ReaderIdentity &) = default;
};

struct Extraction
{
    QByteArray metadata{}; // a JSON object: groups of tags, each value with the text that the reader printed
    QString problem{}; // why the reader does not understand the contents, in its words; empty where it does
    // What reading this file took, by the reader's own clock: without its start and without waiting in a
    // queue.
    std::chrono::nanoseconds cost{0};
    ReaderIdentity reader{};
};

struct ExtractFailure
{
    enum class Kind {
        NotStarted, // nothing can be read: there is no reader or, with a detail, it does not start
        NotAsked,   // the reader could not be given the file
        Crashed,    // the reader died over this file, twice
        TimedOut,
        TooLarge,  // the answer exceeded what is accepted of one file
        Refused,   // the reader said why it cannot read this file
        Malformed, // the answer is not what the reader promises
    };
    Kind kind = Kind::Crashed;
    QString detail{}; // the reader's own words; not translated
};

class Extractor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // The name of what it produces, part of a cache entry's key.
    virtual QByteArray depth() const = 0;
    // Asks who reads. Answered by one of identified and unidentified, or by neither after cancel(). Starts a
    // reader only where what was known of it may be outdated.
    virtual void identify() = 0;
    // `path` is absolute and leads to a regular file.
    virtual void extract(quint64 ticket, const QByteArray &path) = 0;
    // How many more files can be handed in before they only wait.
    virtual qsizetype room() const = 0;
    // Forgets all that was handed in and stops the readers.
    virtual void cancel() = 0;

signals:
    void identified(const manometer::extract::ReaderIdentity &reader);
    void unidentified(const manometer::extract::ExtractFailure &failure);
    void extracted(quint64 ticket, const manometer::extract::Extraction &extraction);
    void failed(quint64 ticket, const manometer::extract::ExtractFailure &failure);
};

} // namespace manometer::extract
