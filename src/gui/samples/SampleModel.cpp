// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/samples/SampleModel.h"

#include "async/Answer.h"
#include "gui/text/Times.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace manometer::gui {

namespace {

// Samples are at most 1 s apart; a distance above that plus pressure::staleAfter is a gap.
constexpr qint64 breakAfterMs = 3000;

} // namespace

ChartSample SampleModel::chartSample(const views::SampleRecord &record) const
{
    ChartSample sample;
    sample.monotonicMs = record.monotonicMs;
    sample.wallMs = record.wallMs;
    sample.applied = record.applied;
    sample.bucketMs = record.bucketMs;
    sample.discontinuity = record.discontinuity;
    sample.cacheEntries =
        static_cast<float>(m_isWithoutEntries ? views::absent : double(record.cacheEntries));
    sample.cacheLimitEntries = static_cast<float>(record.cacheLimitEntries);
    sample.cacheHitsTotal = record.cacheHitsTotal;
    sample.cacheRequestsTotal = record.cacheRequestsTotal;
    if (record.gap) {
        sample.link = ChartSample::Link::Unknown;
        return sample;
    }
    sample.usedPercent = record.systemUsedPercent;
    sample.lowestPercent = static_cast<float>(record.systemUsedMinPercent);
    sample.highestPercent = static_cast<float>(record.systemUsedMaxPercent);
    sample.basis = pressure::judgedBasis(record.systemUsedPercent, record.cgroupUsedPercent, m_basis);
    if (sample.basis == pressure::Basis::Cgroup) {
        sample.usedPercent = record.cgroupUsedPercent;
        sample.lowestPercent = sample.highestPercent = static_cast<float>(sample.usedPercent);
    }
    if (const auto &composition = record.composition; composition && record.systemTotalBytes > 0) {
        const auto share = [&record](quint64 bytes) {
            return static_cast<float>(pressure::percentOf(bytes, record.systemTotalBytes));
        };
        sample.buffersPercent = share(composition->buffersBytes);
        sample.cachePercent = share(composition->cacheBytes);
        sample.inUsePercent = std::max(0.0F, 100.0F - share(composition->freeBytes) - sample.buffersPercent -
                                                 sample.cachePercent);
        if (composition->swapTotalBytes > 0)
            sample.swapPercent = static_cast<float>(
                pressure::percentOf(composition->swapUsedBytes, composition->swapTotalBytes));
    }
    sample.stallPercent = static_cast<float>(record.psiSomeAvg10Percent);
    // Zero means that the value was not available.
    if (record.processRssBytes > 0)
        sample.processRssMebibytes = static_cast<double>(record.processRssBytes) / (1024.0 * 1024.0);
    return sample;
}

ChartSample::Link linkOf(const ChartSample &previous, const ChartSample &sample)
{
    using Discontinuity = views::SampleRecord::Discontinuity;
    if (sample.link == ChartSample::Link::Unknown)
        return ChartSample::Link::Unknown;
    if (previous.link == ChartSample::Link::Unknown)
        return ChartSample::Link::Apart;
    // A change of the wall clock does not break the line; only its labels jump.
    if (sample.discontinuity == Discontinuity::Start || sample.discontinuity == Discontinuity::Suspend)
        return ChartSample::Link::Apart;
    const qint64 unseen = sample.monotonicMs - previous.monotonicMs - previous.bucketMs;
    return unseen > breakAfterMs ? ChartSample::Link::Apart : ChartSample::Link::Joined;
}

SampleModel::SampleModel(views::MonitorView *monitor, MonitorClock clock, std::size_t capacity,
                         QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_basis(monitor->status().basisChoice)
    , m_savings(text::localZone())
    , m_clock(std::move(clock))
    , m_capacity(std::max<std::size_t>(capacity, 2))
{
    connect(monitor, &views::MonitorView::sampled, this, [this](const views::SampleRecord &record) {
        append(record);
        m_clock.observe(record.monotonicMs);
        emit changed();
    });
    // The past is shown by the present basis, like the thresholds beside it.
    connect(monitor, &views::MonitorView::statusChanged, this, [this](const views::MonitorStatus &status) {
        if (std::exchange(m_basis, status.basisChoice) != status.basisChoice)
            askForPast();
    });
    askForPast();
}

qint64 SampleModel::monotonicMsOf(qint64 wallMs) const
{
    if (m_samples.empty())
        return wallMs;
    // Ascending, but where the clock was set back.
    const auto after =
        std::upper_bound(m_samples.begin(), m_samples.end(), wallMs,
                         [](qint64 time, const ChartSample &sample) { return time < sample.wallMs; });
    const ChartSample &before = after == m_samples.begin() ? *after : *std::prev(after);
    return before.monotonicMs + wallMs - before.wallMs;
}

void SampleModel::askForPast()
{
    m_sinceAsked = 0;
    async::whenAnswered(m_monitor->samples({}), this,
                        [this](const views::SampleRecords &records) { fill(records); });
}

void SampleModel::fill(const views::SampleRecords &records)
{
    if (records.empty())
        return;
    m_savings.takeAll(records);
    // Samples may have arrived while the past was loading; they are appended to it.
    const ChartSamples held = std::exchange(m_samples, {});
    const auto live = std::find_if(held.begin(), held.end(), [&records](const ChartSample &sample) {
        return sample.monotonicMs > records.back().monotonicMs;
    });
    const auto put = [this](ChartSample sample) {
        if (!m_samples.empty())
            sample.link = linkOf(m_samples.back(), sample);
        m_samples.push_back(sample);
        if (m_samples.size() > m_capacity)
            m_samples.pop_front();
    };
    std::for_each(records.begin(), records.end(),
                  [this, &put](const views::SampleRecord &record) { put(chartSample(record)); });
    std::for_each(live, held.end(), put);
    if (held.empty())
        m_clock.observe(m_samples.back().monotonicMs,
                        std::max<qint64>(0, QDateTime::currentMSecsSinceEpoch() - m_samples.back().wallMs));
    emit changed();
}

void SampleModel::append(const views::SampleRecord &record)
{
    m_savings.take(record);
    ChartSample sample = chartSample(record);
    if (!m_samples.empty()) {
        // A clock that went back means another boot or another monitor; the present samples no longer fit.
        if (record.monotonicMs < m_samples.back().monotonicMs)
            m_samples.clear();
        else
            sample.link = linkOf(m_samples.back(), sample);
    }
    m_samples.push_back(sample);
    ++m_sinceAsked;
    if (m_samples.size() <= m_capacity)
        return;
    m_samples.pop_front();
    // The monitor's history still has the removed samples, at a lower resolution.
    if (m_sinceAsked > m_capacity / 4)
        askForPast();
}

} // namespace manometer::gui
