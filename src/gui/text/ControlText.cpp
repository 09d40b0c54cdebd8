// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/ControlText.h"

#include "gui/text/Numbers.h"

#include <QCoreApplication>
#include <QLocale>

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ControlText)
};

} // namespace

ControlWords controlWords(QByteArrayView key)
{
    if (key == "stall_window_ms")
        return {Tr::tr("Waiting is counted over"),
                Tr::tr("How long the kernel's count of waiting tasks is watched at a time.")};
    if (key == "stall_waited_ms")
        return {Tr::tr("Tasks have to wait"),
                Tr::tr("Tasks that waited for memory this long within that time ask for one level more.")};
    if (key == "stall_minimum_percent")
        return {Tr::tr("Only with memory in use from"),
                Tr::tr("Below it, waiting counts only while the kernel reclaims memory.")};
    if (key == "level_return_window_ms")
        return {Tr::tr("A level's return is too soon within"),
                Tr::tr("A level that comes back this soon after it was left is held twice as long.")};
    if (key == "level_hold_maximum_ms")
        return {Tr::tr("A level is held at most"), Tr::tr("However often its hold was doubled.")};
    if (key == "trend_window_ms")
        return {Tr::tr("Looks back"), Tr::tr("The slope is taken from the samples of this time.")};
    if (key == "trend_point_interval_ms")
        return {Tr::tr("A point every"), Tr::tr("Samples that lie nearer together tell nothing new.")};
    if (key == "trend_minimum_span_ms")
        return {Tr::tr("Needs samples of"), Tr::tr("From less than this nothing is forecast.")};
    if (key == "trend_minimum_tau_ratio")
        return {
            Tr::tr("Rising from Kendall's tau of"),
            Tr::tr("The share of pairs of samples that rise less the share that fall: 1 is all of them.")};
    if (key == "trend_warn_under_ms")
        return {Tr::tr("Warns when a level is nearer than"),
                Tr::tr("A warning is an event, and a notification if those are wanted.")};
    if (key == "growth_hold_ms")
        return {Tr::tr("Waits after a cut"),
                Tr::tr("What was cut is not taken back before the cut could show.")};
    if (key == "growth_flap_window_ms")
        return {Tr::tr("Pressure's return is too soon within"),
                Tr::tr("Pressure that comes back this soon after a fall doubles the wait.")};
    if (key == "growth_hold_maximum_ms")
        return {Tr::tr("Waits at most"), Tr::tr("However often the wait was doubled.")};
    if (key == "growth_interval_ms")
        return {Tr::tr("A step every"),
                Tr::tr("The limit grows in steps, so that each can show in memory use.")};
    if (key == "growth_step_percent")
        return {Tr::tr("A step is"), Tr::tr("Share of the configured limit.")};
    if (key == "growth_forecast_ms")
        return {Tr::tr("Not when a level is nearer than"),
                Tr::tr("The limit does not grow while the next level would begin this soon.")};
    if (key == "clean_up_interval_ms")
        return {
            Tr::tr("At CRITICAL at most every"),
            Tr::tr("The disk store is cleaned up on entering HIGH, and this often while CRITICAL lasts.")};
    if (key == "futile_evicted_bytes")
        return {Tr::tr("Evictions are judged from"),
                Tr::tr("Below this size the figures of memory in use say nothing about an eviction.")};
    if (key == "futile_returned_ratio")
        return {Tr::tr("Poor if less comes back than"),
                Tr::tr("The share of the evicted bytes that the system has back within 2 s.")};
    if (key == "futile_receipts")
        return {Tr::tr("Futile after this many poor ones in a row"),
                Tr::tr("Then the disk store is not cleaned up again and the limit does not grow before "
                       "NORMAL. Cuts go on.")};
    return {};
}

QString controlGroup(QByteArrayView key)
{
    if (key.startsWith("stall_"))
        return Tr::tr("Waiting tasks");
    if (key.startsWith("level_"))
        return Tr::tr("Levels");
    if (key.startsWith("trend_"))
        return Tr::tr("Forecast");
    if (key.startsWith("growth_"))
        return Tr::tr("Growth of the limit");
    if (key.startsWith("clean_up_"))
        return Tr::tr("Disk clean-up");
    return key.startsWith("futile_") ? Tr::tr("Futile evictions") : QString();
}

QString controlValue(QByteArrayView key, double value)
{
    if (key.endsWith("_bytes"))
        return size(static_cast<quint64>(value));
    if (key.endsWith("_percent"))
        return threshold(value);
    const auto plain = [](double number) {
        return QLocale().toString(number, 'f', QLocale::FloatingPointShortest);
    };
    return key.endsWith("_ms") ? Tr::tr("%1\u00a0s").arg(plain(value / 1000)) : plain(value);
}

} // namespace manometer::gui::text
