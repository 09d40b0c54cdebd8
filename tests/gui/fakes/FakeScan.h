// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scan that goes as the test says.
#pragma once

#include "service/ScanView.h"

#include <QList>

namespace manometer::gui {

class FakeScan final : public service::ScanView
{
public:
    service::ScanProgress now;
    QList<service::ScanFailure> failed_;
    QByteArray started;
    QList<cache::EntryId> again;
    int cancels = 0;

    service::ScanProgress progress() const override { return now; }
    QList<service::ScanFailure> failures() const override { return failed_; }
    void start(const QByteArray &folder) override { started = folder; }
    void readAgain(cache::EntryId entry) override { again += entry; }
    void cancel() override { ++cancels; }

    void report(const service::ScanProgress &progress)
    {
        now = progress;
        emit progressed(now);
    }
    void fail(const service::ScanFailure &failure)
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
