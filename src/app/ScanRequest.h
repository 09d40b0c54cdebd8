// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scan that --scan requests: logs its failures, one line per file, and keeps its outcome for the exit
// code. GUI thread; never blocks.
#pragma once

#include "views/ScanView.h"

#include <QObject>

#include <cstdint>

namespace manometer::app {

class ScanRequest final : public QObject
{
    Q_OBJECT
public:
    // Logs the failures of every scan of this view, also of those that start() did not begin.
    explicit ScanRequest(views::ScanView *scan, QObject *parent = nullptr);

    void start(const QByteArray &folder);

    // Impossible: the folder does not exist or cannot be read, the metadata reader is missing, or none of the
    // files could be read.
    enum class Outcome : std::uint8_t { None, Running, Over, Impossible };
    Outcome outcome() const { return m_outcome; }

private:
    void logOnce(const views::ScanFailure &failure);
    void finish(const views::ScanProgress &progress);

    views::ScanView *m_scan;
    Outcome m_outcome = Outcome::None;
    int m_logged = 0; // failures of this scan
};

} // namespace manometer::app
