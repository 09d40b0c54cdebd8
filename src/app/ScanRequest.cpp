// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ScanRequest.h"

#include "app/EventLogging.h"
#include "async/Answer.h"

namespace manometer::app {

using views::ScanFailure;
using views::ScanProgress;
using views::ScanView;

namespace {

// One line per failed file; the scan's end reports the total.
constexpr int maxLoggedFailures = 100;

} // namespace

ScanRequest::ScanRequest(ScanView *scan, QObject *parent)
    : QObject(parent)
    , m_scan(scan)
{
    connect(scan, &ScanView::failed, this, &ScanRequest::logOnce);
    connect(scan, &ScanView::finished, this, &ScanRequest::finish);
}

void ScanRequest::start(const QByteArray &folder)
{
    m_outcome = Outcome::Running;
    m_hasEnded = false;
    async::whenAnswered(
        m_scan->start(folder), this, [] {}, [this](const QString &) { end(Outcome::Impossible); });
}

void ScanRequest::end(Outcome outcome)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_outcome = outcome;
    emit ended();
}

void ScanRequest::logOnce(const ScanFailure &failure)
{
    using Kind = ScanFailure::Kind;
    const bool isFile = failure.kind != Kind::FolderUnreadable && failure.kind != Kind::NoReader;
    if (!isFile || m_logged < maxLoggedFailures)
        logFailure(failure);
    else if (m_logged == maxLoggedFailures)
        logFurtherFailures();
    if (isFile)
        ++m_logged;
    else if (m_outcome == Outcome::Running)
        m_outcome = Outcome::Impossible;
}

void ScanRequest::finish(const ScanProgress &progress)
{
    m_logged = 0;
    const bool gotNothing = progress.failed > 0 && progress.read + progress.fromCache == 0;
    end(m_outcome == Outcome::Impossible ? Outcome::Impossible
        : progress.cancelled             ? Outcome::Cancelled
        : gotNothing                     ? Outcome::Impossible
        : progress.failed > 0            ? Outcome::Partial
                                         : Outcome::Over);
}

int exitCodeOf(ScanRequest::Outcome outcome, const Options &options)
{
    using Outcome = ScanRequest::Outcome;
    if (options.exitWhenScanned)
        return outcome == Outcome::Over ? 0 : 1;
    return options.isScripted() && outcome == Outcome::Impossible ? 1 : 0;
}

} // namespace manometer::app
