// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/SourceText.h"

#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"

#include <QCoreApplication>

namespace manometer::gui::text {

using pressure::Signal;
using pressure::SignalState;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

QString place(const std::string &path)
{
    return text::pathInText(QByteArray::fromStdString(path));
}

QString whyNotThere(const pressure::SignalRow &row)
{
    if (!row.path.empty() && !isKernelFile(row.path))
        return Tr::tr("%1 does not exist.").arg(place(row.path));
    switch (row.signal) {
    case Signal::HostMemory:
        return Tr::tr(
            "It is missing. Without it the level cannot be determined. Check that /proc is mounted.");
    case Signal::HostStall:
    case Signal::HostTrigger:
        return Tr::tr("This kernel has no pressure stall information (PSI), or PSI is off. The kernel option "
                      "psi=1 turns it on.");
    case Signal::CgroupStall:
    case Signal::CgroupTrigger:
        return Tr::tr("Only version 2 control groups below the root provide it.");
    case Signal::CgroupLimit:
        return Tr::tr("No control group accounts for this program's memory. The level depends only on the "
                      "host's memory.");
    default:
        return Tr::tr("This kernel does not provide it.");
    }
}

QString whyRefused(const pressure::SignalRow &row)
{
    const bool trigger = row.signal == Signal::HostTrigger || row.signal == Signal::CgroupTrigger;
    // Kernels before 6.4 return EINVAL without CAP_SYS_RESOURCE.
    if (trigger)
        return Tr::tr("%1: %2. Kernels before 6.4 refuse it without CAP_SYS_RESOURCE; the counters are "
                      "polled instead.")
            .arg(place(row.path), qt_error_string(row.systemError));
    return Tr::tr("%1: %2.").arg(place(row.path), qt_error_string(row.systemError));
}

} // namespace

QString signalName(Signal signal)
{
    switch (signal) {
    case Signal::HostMemory:
        return Tr::tr("Host memory");
    case Signal::CgroupLimit:
        return Tr::tr("Control group limit");
    case Signal::HostStall:
        return Tr::tr("Host stalls, polled");
    case Signal::CgroupStall:
        return Tr::tr("Control group stalls, polled");
    case Signal::HostTrigger:
        return Tr::tr("Host stalls, wake-up");
    case Signal::CgroupTrigger:
        return Tr::tr("Control group stalls, wake-up");
    case Signal::OutOfMemory:
        return Tr::tr("Out-of-memory kills");
    case Signal::Reclaim:
        return Tr::tr("Reclaim and swap-in");
    case Signal::Notice:
        return Tr::tr("Service manager's notice");
    case Signal::OwnMemory:
        return Tr::tr("This program's RSS");
    case Signal::OwnFootprint:
        break;
    }
    return Tr::tr("This program's PSS");
}

QString signalState(SignalState state)
{
    switch (state) {
    case SignalState::Works:
        return Tr::tr("works");
    case SignalState::Estimated:
        return Tr::tr("estimated");
    case SignalState::Missing:
        return Tr::tr("missing");
    case SignalState::NotLimited:
        return Tr::tr("no limit");
    case SignalState::NotConfigured:
        return Tr::tr("not requested");
    case SignalState::Refused:
        return Tr::tr("refused");
    case SignalState::Malformed:
        break;
    }
    return Tr::tr("unusable");
}

QString signalDelay(const pressure::SignalRow &row)
{
    if (!row.delay)
        return QStringLiteral("–");
    return row.delay->count() == 0 ? Tr::tr("at once") : Tr::tr("≤ %1").arg(duration(row.delay->count()));
}

QString signalDetail(const pressure::SignalRow &row)
{
    switch (row.state) {
    case SignalState::Works:
        return place(row.path);
    case SignalState::Estimated:
        return Tr::tr("%1 has no MemAvailable (Linux before 3.14, WSL1). It is estimated like in the kernel, "
                      "from free memory, page cache, reclaimable slabs and watermarks.")
            .arg(place(row.path));
    case SignalState::Missing:
        return whyNotThere(row);
    case SignalState::NotLimited:
        return Tr::
            tr("No control group from %1 upwards has a limit. The level depends only on the host's memory.")
                .arg(place(row.path));
    case SignalState::NotConfigured:
        return Tr::tr("MEMORY_PRESSURE_WATCH is not set; systemd sets it for services with "
                      "MemoryPressureWatch=.");
    case SignalState::Refused:
        return whyRefused(row);
    case SignalState::Malformed:
        break;
    }
    return row.signal == Signal::Notice
               ? Tr::tr("MEMORY_PRESSURE_WATCH or MEMORY_PRESSURE_WRITE is invalid: %1").arg(place(row.path))
               : Tr::tr("%1 contains no usable values.").arg(place(row.path));
}

bool isKernelFile(const std::string &path)
{
    return path.starts_with("/proc/") || path.starts_with("/sys/");
}

QString sourceSummary(const pressure::SourceReport &report)
{
    if (report.rows.empty())
        return Tr::tr("Not checked yet.");
    QString summary;
    if (report.tightest) {
        const QString limit = size(report.tightest->limitBytes);
        summary =
            pressure::isOverLimit(*report.tightest)
                ? Tr::tr("The tightest limit above this program is %1, and %2 are in use. Over the limit the "
                         "kernel reclaims memory and slows the group down. This is treated as 100 % in use.")
                      .arg(limit, size(report.tightest->workingSetBytes))
                : Tr::tr("The tightest limit above this program is %1; %2 of it is in use. The level follows "
                         "this or the host's memory use, whichever is larger.")
                      .arg(limit, percent(pressure::cgroupUsedPercent(*report.tightest)));
    } else {
        summary = Tr::tr("No control group limit applies. The level depends only on the host's memory use.");
    }
    if (!report.footprint)
        return summary;
    return Tr::tr("%1 This program uses %2 (PSS), %3 of it private and dirty.")
        .arg(summary, size(report.footprint->proportionalBytes), size(report.footprint->privateDirtyBytes));
}

} // namespace manometer::gui::text
