// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scan that the test controls.
#pragma once

#include "views/Failure.h"
#include "views/ScanView.h"

#include <QList>

namespace manometer::gui {

class FakeScan final : public views::ScanView
{
public:
    views::ScanProgress now;
    QList<views::ScanFailure> failed_;
    QByteArray started;
    QList<cache::EntryId> again;
    int cancels = 0;

    views::ScanProgress progress() const override { return now; }
    QList<views::ScanFailure> failures() const override { return failed_; }
    QFuture<void> start(const QByteArray &folder) override
    {
        if (now.running)
            return views::failed<void>(views::Failure::Kind::Refused, QStringLiteral("a scan is running"));
        started = folder;
        now.running = true;
        return views::done();
    }
    QFuture<void> readAgain(cache::EntryId entry) override
    {
        if (now.running)
            return views::failed<void>(views::Failure::Kind::Refused, QStringLiteral("a scan is running"));
        again += entry;
        return views::done();
    }
    void cancel() override { ++cancels; }

    void report(const views::ScanProgress &progress)
    {
        now = progress;
        emit progressed(now);
    }
    void fail(const views::ScanFailure &failure)
    {
        failed_ += failure;
        ++now.failed;
        emit failed(failure);
    }
    void end(bool cancelled)
    {
        now.running = false;
        emit progressed(now);
        now.cancelled = cancelled;
        emit finished(now);
    }
};

} // namespace manometer::gui
