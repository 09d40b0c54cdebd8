// SPDX-License-Identifier: GPL-3.0-or-later
//
// Interface of a metadata reader. Files are hostile: implementations run the reader in child processes with
// bounded time, memory and output. An Extractor lives in one thread with an event loop and emits its signals
// there. Each ticket is answered by exactly one of extracted and failed, or by none after cancel(). extract()
// blocks on reading the file's first bytes; nothing else blocks.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>

namespace manometer::extract {

// Identifies a reader. Metadata is valid for one identity: another version, library or option may give other
// metadata for the same bytes.
struct ReaderIdentity
{
    QByteArray name;    // of the program: exiftool
    QByteArray version; // as the program reports it: 12.57
    QByteArray digest;  // 16 hexadecimal digits: XXH3-64 of everything but the file that affects the answers

    friend bool operator==(const ReaderIdentity &, const ReaderIdentity &) = default;
};

struct Extraction
{
    QByteArray metadata{}; // a JSON object: groups of tags, each value as the reader printed it
    QString problem{};     // the reader's message if it does not understand the contents; empty if it does
    // How long it takes to read the file: without the reader's start and without waiting in a queue. The
    // reader's own measurement if it has one.
    std::chrono::nanoseconds cost{0};
    ReaderIdentity reader{};
};

struct ExtractFailure
{
    enum class Kind {
        NotStarted, // there is no reader or, with a detail, it does not start: no file can be read
        NotAsked,   // the file could not be passed to the reader
        Crashed,    // the reader crashed on this file, twice
        TimedOut,
        TooLarge,  // the answer exceeds the limit for one file
        Refused,   // the reader reports that it cannot read this file
        Malformed, // the answer does not have the reader's documented format
    };
    Kind kind = Kind::Crashed;
    QString detail{}; // the reader's message or ours; not translated
    std::chrono::nanoseconds cost{0}; // as Extraction::cost; 0 if the reader was not given the file
};

class Extractor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // The name of the kind of metadata that it produces, part of a cache entry's key.
    virtual QByteArray depth() const = 0;
    // Requests the reader's identity. Answered by one of identified and unidentified, or by neither after
    // cancel(). Starts a reader only if the known identity may be outdated.
    virtual void identify() = 0;
    // `path` is absolute and leads to a regular file.
    virtual void extract(quint64 ticket, const QByteArray &path) = 0;
    // How many more files can be accepted before they would only wait in the queue.
    virtual qsizetype room() const = 0;
    // Drops all pending tickets and stops the readers.
    virtual void cancel() = 0;

signals:
    void identified(const manometer::extract::ReaderIdentity &reader);
    void unidentified(const manometer::extract::ExtractFailure &failure);
    void extracted(quint64 ticket, const manometer::extract::Extraction &extraction);
    void failed(quint64 ticket, const manometer::extract::ExtractFailure &failure);
};

} // namespace manometer::extract
