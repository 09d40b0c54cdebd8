// SPDX-License-Identifier: GPL-3.0-or-later
//
// The samples that the chart can show: a bounded ring, filled with the monitor's history and then with live
// samples, also while the chart is paused. When it is full, it loads the history again, which the monitor
// thins out. Marks gaps; knows no colours or pixels. GUI thread; nothing blocks; without history the ring
// starts empty.
#pragma once

#include "gui/samples/DaySavings.h"
#include "gui/samples/MonitorClock.h"
#include "views/MonitorView.h"

#include <QObject>

#include <deque>

namespace manometer::gui {

struct ChartSample
{
    // Joined: the line continues from the previous sample. Apart: there is a gap before this sample.
    // Unknown: the read failed, nothing is drawn.
    enum class Link : quint8 { Joined, Apart, Unknown };

    qint64 monotonicMs = 0;
    qint64 wallMs = 0;
    qint32 bucketMs = 0; // duration of the bucket; 0: a single sample
    views::SampleRecord::Discontinuity discontinuity = views::SampleRecord::Discontinuity::None;
    pressure::Basis basis = pressure::Basis::Host;
    pressure::Level applied = pressure::Level::Normal;
    Link link = Link::Apart;
    double usedPercent = views::absent; // p: of the machine or the control group, by the present basis
    float lowestPercent = 0;            // of a bucket; usedPercent itself if the basis is the group
    float highestPercent = 0;
    double processRssMebibytes = views::absent;
    // The machine's memory in percent of it; NaN: unknown. What is left is free.
    float inUsePercent = static_cast<float>(views::absent);
    float buffersPercent = static_cast<float>(views::absent);
    float cachePercent = static_cast<float>(views::absent); // of the kernel
    float swapPercent = static_cast<float>(views::absent);  // used, of the swap; NaN: none, or unknown
    float stallPercent = static_cast<float>(views::absent); // PSI some avg10; in a bucket the highest
    float cacheEntries = 0; // NaN: unknown
    float cacheLimitEntries = 0;
    quint64 cacheHitsTotal = 0; // since the cache was opened
    quint64 cacheRequestsTotal = 0;
};

using ChartSamples = std::deque<ChartSample>; // ascending by monotonicMs

class SampleModel final : public QObject
{
    Q_OBJECT
public:
    // A week of history takes at most 34 000 samples of 96 bytes; the rest is for hours of live samples.
    static constexpr std::size_t defaultCapacity = 60'000;

    explicit SampleModel(views::MonitorView *monitor, MonitorClock clock = MonitorClock(),
                         std::size_t capacity = defaultCapacity, QObject *parent = nullptr);

    const ChartSamples &samples() const { return m_samples; }
    // The present on the monitor's monotonic clock; empty before the first sample.
    std::optional<qint64> nowMs() const { return m_clock.nowMs(); }
    // What answers from the cache saved today, by the present time zone.
    Savings savedToday(qint64 nowWallMs) const { return m_savings.on(nowWallMs); }
    // A time of the wall clock on the samples' monotonic clock, by the sample before it.
    qint64 monotonicMsOf(qint64 wallMs) const;
    // The samples have the cache's limit, but not its entries: those of a recording. Before any arrive.
    void setWithoutEntries() { m_isWithoutEntries = true; }
    // Loads the monitor's history again, after samples were missed.
    void askForPast();

signals:
    void changed();

private:
    ChartSample chartSample(const views::SampleRecord &record) const;
    void fill(const views::SampleRecords &records);
    void append(const views::SampleRecord &record);

    views::MonitorView *m_monitor;
    pressure::BasisChoice m_basis;
    ChartSamples m_samples;
    bool m_isWithoutEntries = false;
    DaySavings m_savings;
    MonitorClock m_clock;
    std::size_t m_sinceAsked = 0;
    std::size_t m_capacity;
};

// The link of a sample that follows `previous`.
ChartSample::Link linkOf(const ChartSample &previous, const ChartSample &sample);

} // namespace manometer::gui
