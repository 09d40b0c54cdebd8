// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads metadata with exiftool: a few kept-open children and the queue that feeds them. Children are started
// when there is work and stopped when there has been none for a while. Lives in one thread with an event
// loop.
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
        int children = 2;                             // each costs 50 MB and up to a core
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
        Id3Versions versions; // of the tag that the file begins with
    };

    void feed();
    void dismissReaders();
    ReaderProcess *addReader();
    ReaderProcess *freeReader(Id3Versions versions);
    void putBack(quint64 ticket, const QByteArray &path); // first in the queue
    void onFailed(quint64 ticket, const QByteArray &path, const ExtractFailure &failure);

    Options m_options;
    std::vector<std::unique_ptr<ReaderProcess>> m_readers;
    QQueue<Request> m_queue;
    std::optional<ReaderIdentity> m_identity;
    QByteArray m_identified; // the program file, as it was when m_identity was asked
    bool m_isIdentifying = false;
    QSet<quint64> m_secondTry; // a reader died over them, which need not have been their fault
    QTimer m_idle;
};

} // namespace manometer::extract
