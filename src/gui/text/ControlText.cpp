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
        return {Tr::tr("Stall window"), Tr::tr("Period over which stall time is added up.")};
    if (key == "stall_waited_ms")
        return {Tr::tr("Stall time"),
                Tr::tr("Tasks that wait for memory this long within the window raise the level by one.")};
    if (key == "stall_minimum_percent")
        return {Tr::tr("Minimum memory in use"),
                Tr::tr("Below this value, stalls are considered only while the kernel reclaims memory.")};
    if (key == "level_return_window_ms")
        return {Tr::tr("Treat as a relapse within"),
                Tr::tr("A level that returns within this time after it ended is held twice as long.")};
    if (key == "level_hold_maximum_ms")
        return {Tr::tr("Longest hold"), Tr::tr("Upper limit of the doubled hold.")};
    if (key == "trend_window_ms")
        return {Tr::tr("Forecast window"), Tr::tr("The slope is computed from the samples of this period.")};
    if (key == "trend_point_interval_ms")
        return {Tr::tr("Point spacing"), Tr::tr("Samples closer together add no information.")};
    if (key == "trend_minimum_span_ms")
        return {Tr::tr("Shortest sampled period"), Tr::tr("Nothing is forecast from a shorter period.")};
    if (key == "trend_minimum_tau_ratio")
        return {
            Tr::tr("Rising at a Kendall's tau of"),
            Tr::tr(
                "Share of rising pairs of samples minus the share of falling pairs; at 1 all pairs rise.")};
    if (key == "trend_warn_under_ms")
        return {Tr::tr("Warn when a level is closer than"),
                Tr::tr("A warning is an event, and a notification if notifications are on.")};
    if (key == "growth_hold_ms")
        return {Tr::tr("Wait after a cut"),
                Tr::tr("The limit does not grow back before the effect of the cut can be measured.")};
    if (key == "growth_flap_window_ms")
        return {Tr::tr("Treat pressure as a relapse within"),
                Tr::tr("Pressure that returns within this time after a fall doubles the wait.")};
    if (key == "growth_hold_maximum_ms")
        return {Tr::tr("Longest wait"), Tr::tr("Upper limit of the doubled wait.")};
    if (key == "growth_interval_ms")
        return {Tr::tr("Step interval"),
                Tr::tr("The limit grows in steps, so that the effect of each can be measured.")};
    if (key == "growth_step_percent")
        return {Tr::tr("Step size"), Tr::tr("Share of the configured limit.")};
    if (key == "growth_forecast_ms")
        return {Tr::tr("No growth when a level is closer than"),
                Tr::tr("The limit does not grow while the next level is expected within this time.")};
    if (key == "clean_up_interval_ms")
        return {Tr::tr("Interval at CRITICAL"), Tr::tr("The disk store is cleaned up when HIGH begins, then "
                                                       "at this interval while CRITICAL lasts.")};
    if (key == "futile_evicted_bytes")
        return {Tr::tr("Smallest eviction judged"),
                Tr::tr("The effect of a smaller eviction cannot be seen in memory use.")};
    if (key == "futile_returned_ratio")
        return {Tr::tr("Ineffective below"),
                Tr::tr("Share of the evicted bytes that are free again after 2 s.")};
    if (key == "futile_receipts")
        return {Tr::tr("Futile after this many in a row"),
                Tr::tr("After that, the disk store is not cleaned up and the limit does not grow until "
                       "NORMAL. Cuts continue.")};
    return {};
}

QString controlGroup(QByteArrayView key)
{
    if (key.startsWith("stall_"))
        return Tr::tr("Stalls");
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
