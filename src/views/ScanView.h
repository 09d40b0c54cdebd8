// SPDX-License-Identifier: GPL-3.0-or-later
//
// Filling the cache from a folder: one scan at a time. Lives in the thread that made it; signals arrive
// there. Nothing blocks.
#pragma once

#include "cache/EntryInfo.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

namespace manometer::views {

struct ScanProgress
{
    bool running = false;
    bool cancelled = false; // it ended before its end
    bool oneFile = false;   // it was asked to be read again: `folder` is the file
    bool counting = true;   // the folder is still being walked: `found` is not final
    QByteArray folder;
    quint64 found = 0;     // regular files met so far
    quint64 done = 0;      // of these, finished one way or another
    quint64 fromCache = 0; // unchanged since they were last read
    quint64 read = 0;      // read anew
    quint64 failed = 0;
    quint64 notUnderstood = 0; // of those read or from the cache: contents that the reader makes nothing of
    quint64 vanished = 0;      // files that are gone, and entries that were dropped for it
    quint64 skipped = 0;       // links, FIFOs, sockets, devices: not read
    double filesPerSecond = 0;
    qint64 elapsedMs = 0;
    QByteArray current; // a path being read
};

struct ScanFailure
{
    enum class Kind {
        // No file can be read: the metadata reader is not installed or, where `detail` says why, does not
        // start.
        NoReader,
        FolderUnreadable,
        Unreadable, // systemError says why
        ChangedWhileRead,
        ReaderFailed, // the reader gave no answer for this file: it crashed or printed nonsense
        TimedOut,
        TooLarge, // the metadata exceeds what is accepted of one file
        // No failure to read: the contents are damaged, empty or not what the name says. `detail` has the
        // reader's
        // words; what is known of the file is cached.
        NotUnderstood,
        NotStored, // neither memory nor disk took it
    };
    Kind kind = Kind::Unreadable;
    QByteArray path;
    int systemError = 0;
    QString detail; // the reader's own words; not translated
    // It failed when it was read; it is not tried again until the file or the reader changes, or by
    // readAgain().
    bool isRemembered = false;
};

class ScanView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual ScanProgress progress() const = 0;
    // The newest failures of this or the last scan, oldest first, bounded; progress() counts all.
    virtual QList<ScanFailure> failures() const = 0;
    // Ignored while one runs.
    virtual void start(const QByteArray &folder) = 0;
    // Reads the file of this entry again, though it looks as it did: a scan of one file, in all else. If the
    // file is gone, so is the entry. Ignored while a scan runs.
    virtual void readAgain(cache::EntryId entry) = 0;
    virtual void cancel() = 0;

signals:
    void progressed(const manometer::views::ScanProgress &progress); // at most 10 a second, and the last
    void failed(const manometer::views::ScanFailure &failure);
    void finished(const manometer::views::ScanProgress &progress);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::ScanProgress)
Q_DECLARE_METATYPE(manometer::views::ScanFailure)
