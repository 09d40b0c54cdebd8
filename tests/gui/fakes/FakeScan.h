// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scan that the test controls.
#pragma once

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
    void start(const QByteArray &folder) override { started = folder; }
    void readAgain(cache::EntryId entry) override { again += entry; }
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
