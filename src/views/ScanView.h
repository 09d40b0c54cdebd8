// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scans: fills the cache from a folder of the backend's machine, one scan at a time. Lives in the thread that
// creates it; signals arrive there. Nothing blocks; futures fail with a Failure.
#pragma once

#include "cache/EntryInfo.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

namespace manometer::views {

// Why files were skipped or failed, as far as these reasons go: ScanProgress has the sums.
struct ScanReasons
{
    quint64 links = 0; // skipped, like the next three
    quint64 pipes = 0; // FIFOs and sockets
    quint64 devices = 0;
    quint64 kernelFolders = 0; // pseudo file systems such as /proc
    quint64 noPermission = 0;  // failed, like the next three
    quint64 changedWhileRead = 0;
    quint64 timedOut = 0;
    quint64 tooLarge = 0;
};

struct ScanProgress
{
    bool running = false;
    bool cancelled = false; // it ended early
    bool oneFile = false;   // a readAgain(): `folder` is the file
    bool counting = true;   // the folder is still being counted: `found` is not final
    QByteArray folder{};
    quint64 found = 0;     // regular files found so far
    quint64 done = 0;      // of these, processed with any result
    quint64 fromCache = 0; // unchanged since they were last read
    quint64 read = 0;      // by the metadata reader
    quint64 failed = 0;
    // Among those read or from the cache: contents that are damaged, empty or do not match the file's name.
    quint64 notUnderstood = 0;
    quint64 empty = 0;       // of notUnderstood
    quint64 unknownType = 0; // like notUnderstood, but of a type that the reader does not know
    quint64 vanished = 0;    // files that no longer exist; their entries were dropped
    quint64 skipped = 0;     // links, FIFOs, sockets, devices: not read
    ScanReasons reasons{};
    double filesPerSecond = 0;
    qint64 elapsedMs = 0;
    QByteArray current{}; // a path being read
};

struct ScanFailure
{
    enum class Kind {
        // No file can be read: the metadata reader is not installed, or it does not start and `detail` says
        // why.
        NoReader,
        FolderUnreadable,
        Unreadable, // systemError says why
        ChangedWhileRead,
        ReaderFailed, // the reader crashed on this file or printed no valid answer
        TimedOut,
        TooLarge, // the metadata exceeds the size limit for one file
        // The file was read, but its contents are damaged, empty or do not match its name. `detail` is the
        // reader's message; the known facts are cached.
        NotUnderstood,
        NotStored, // neither memory nor disk stored it
    };
    Kind kind = Kind::Unreadable;
    QByteArray path{};
    int systemError = 0;
    QString detail{}; // the reader's message; not translated
    // An earlier failure, served from the cache: the file is not read again until it or the reader changes,
    // or by readAgain().
    bool isRemembered = false;
};

class ScanView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual ScanProgress progress() const = 0;
    // The most recent failures of the running or last scan, oldest first, bounded; progress() counts all of
    // them.
    virtual QList<ScanFailure> failures() const = 0;
    // Fails while a scan runs.
    virtual QFuture<void> start(const QByteArray &folder) = 0;
    // Reads the file of this entry again even if it is unchanged; reported like a scan of one file. Drops the
    // entry if the file no longer exists. Fails while a scan runs.
    virtual QFuture<void> readAgain(cache::EntryId entry) = 0;
    // Of any client's: a backend has one scan, which all clients see.
    virtual void cancel() = 0;

signals:
    void progressed(const manometer::views::ScanProgress &progress); // at most 10 a second, and at the end
    void failed(const manometer::views::ScanFailure &failure);
    void finished(const manometer::views::ScanProgress &progress);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::ScanProgress)
Q_DECLARE_METATYPE(manometer::views::ScanFailure)
