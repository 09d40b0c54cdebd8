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
#include <utility>
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

    QByteArray depth() const override { return QByteArrayLiteral("standard"); }
    void extract(quint64 ticket, const QByteArray &path) override;
    qsizetype room() const override;
    void cancel() override;

private:
    void feed();
    void dismissReaders();
    ReaderProcess *freeReader();
    void onFailed(quint64 ticket, const QByteArray &path, const ExtractFailure &failure);

    Options m_options;
    std::vector<std::unique_ptr<ReaderProcess>> m_readers;
    QQueue<std::pair<quint64, QByteArray>> m_queue;
    QSet<quint64> m_secondTry; // a reader died over them, which need not have been their fault
    QTimer m_idle;
};

} // namespace manometer::extract
