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
    async::whenAnswered(
        m_scan->start(folder), this, [] {}, [this](const QString &) { m_outcome = Outcome::Impossible; });
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
    if (m_outcome != Outcome::Running)
        return;
    const bool gotNothing = progress.failed > 0 && progress.read + progress.fromCache == 0;
    m_outcome = gotNothing ? Outcome::Impossible : Outcome::Over;
}

} // namespace manometer::app
