// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads metadata with exiftool: a pool of persistent child processes and their queue. Children are started
// when there is work and stopped after idleBeforeStop without any. Lives in one thread with an event loop.
// extract() blocks on the file's first bytes, nothing else blocks; errors arrive as signals.
#pragma once

#include "extract/Extractor.h"
#include "extract/ReaderProcess.h"

#include <QQueue>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace manometer::extract {

class ExifToolExtractor final : public Extractor
{
    Q_OBJECT
public:
    struct Options
    {
        QString program = QStringLiteral("exiftool"); // looked up in PATH
        int children = 2;                             // each uses 50 MB and up to one core
        ReaderLimits limits{};
        std::chrono::milliseconds idleBeforeStop{10'000};
    };

    explicit ExifToolExtractor(const Options &options, QObject *parent = nullptr);
    ~ExifToolExtractor() override;

    void identify() override;
    QByteArray depth() const override { return QByteArrayLiteral("standard"); }
    void extract(quint64 ticket, const QByteArray &path) override;
    qsizetype room() const override;
    void cancel() override;

private:
    struct Request
    {
        quint64 ticket;
        QByteArray path;
        Id3Versions versions; // of the tag at the start of the file
    };

    void dispatch();
    void releaseReaders();
    ReaderProcess *addReader();
    ReaderProcess *availableReader(Id3Versions versions);
    void requeue(quint64 ticket, const QByteArray &path); // at the head
    void onFailed(quint64 ticket, const QByteArray &path, const ExtractFailure &failure);

    Options m_options;
    std::vector<std::unique_ptr<ReaderProcess>> m_readers;
    QQueue<Request> m_queue;
    std::optional<ReaderIdentity> m_identity;
    QByteArray m_identified; // the state of the program file when m_identity was requested
    bool m_isIdentifying = false;
    QSet<quint64> m_retried; // tickets whose reader crashed once
    QTimer m_idle;
};

} // namespace manometer::extract
