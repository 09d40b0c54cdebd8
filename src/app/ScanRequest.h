// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scan that --scan requests: logs its failures, one line per file, and keeps its outcome for the exit
// code (exitCodeOf). GUI thread; never blocks.
#pragma once

#include "app/Options.h"
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

    enum class Outcome : std::uint8_t {
        None,
        Running,
        Over,    // all files were read, or were in the cache
        Partial, // some files could not be read
        Cancelled,
        Impossible, // the folder does not exist or cannot be read, the metadata reader is missing, or none of
                    // the files could be read
    };
    Outcome outcome() const { return m_outcome; }

signals:
    void ended(); // once, after start(); outcome() is final

private:
    void end(Outcome outcome);
    void logOnce(const views::ScanFailure &failure);
    void finish(const views::ScanProgress &progress);

    views::ScanView *m_scan;
    Outcome m_outcome = Outcome::None;
    bool m_hasEnded = true;
    int m_logged = 0; // failures of this scan
};

// For a script: 1 if the scan was impossible; with --exit-when-scanned, unless all files were read. 0
// otherwise, and for a person, who sees the outcome.
int exitCodeOf(ScanRequest::Outcome outcome, const Options &options);

} // namespace manometer::app
