// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/samples/SampleModel.h"

#include "gui/async/Answer.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace manometer::gui {

namespace {

// Samples are at most a second apart; with pressure::staleAfter more without one, something was missed.
constexpr qint64 breakAfterMs = 3000;
// Older history is kept thinner: a distance like the ones before is no gap. Two and a half times of it is.
constexpr double thinnerFactor = 2.5;
// And no history is kept thinner than one a minute.
constexpr qint64 thinnestStepMs = 60'000;

ChartSample chartSample(const service::SampleRecord &record)
{
    ChartSample sample;
    sample.monotonicMs = record.monotonicMs;
    sample.wallMs = record.wallMs;
    sample.applied = record.applied;
    if (record.gap) {
        sample.link = ChartSample::Link::Unknown;
        return sample;
    }
    sample.usedPercent = record.systemUsedPercent;
    if (record.cgroupUsedPercent > record.systemUsedPercent) {
        sample.usedPercent = record.cgroupUsedPercent;
        sample.basis = pressure::Basis::Cgroup;
    }
    // A process without memory does not exist: zero means that the figure was not to be had.
    if (record.processRssBytes > 0)
        sample.processRssMebibytes = static_cast<double>(record.processRssBytes) / (1024.0 * 1024.0);
    return sample;
}

} // namespace

ChartSample::Link linkOf(const ChartSample &previous, const ChartSample &sample,
                         std::optional<qint64> &lastStepMs)
{
    if (sample.link == ChartSample::Link::Unknown)
        return ChartSample::Link::Unknown;
    if (previous.link == ChartSample::Link::Unknown)
        return ChartSample::Link::Apart;
    const qint64 step = sample.monotonicMs - previous.monotonicMs;
    // The monotonic clock stands still during suspend, the wall clock does not.
    const qint64 suspended = (sample.wallMs - previous.wallMs) - step;
    if (suspended > breakAfterMs)
        return ChartSample::Link::Apart;
    const bool longer = lastStepMs
                            ? static_cast<double>(step) > thinnerFactor * static_cast<double>(*lastStepMs)
                            : step > thinnestStepMs;
    if (step > breakAfterMs && longer)
        return ChartSample::Link::Apart;
    lastStepMs = step;
    return ChartSample::Link::Joined;
}

SampleModel::SampleModel(service::MonitorView *monitor, MonitorClock clock, std::size_t capacity,
                         QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_capacity(std::max<std::size_t>(capacity, 2))
{
    connect(monitor, &service::MonitorView::sampled, this, [this](const service::SampleRecord &record) {
        append(record);
        m_clock.observe(record.monotonicMs);
        emit changed();
    });
    whenAnswered(monitor->samples({}), this,
                 [this](const service::SampleRecords &records) { fill(records); });
}

void SampleModel::fill(const service::SampleRecords &records)
{
    // Samples may have come while the past was on its way; the past ends where they begin.
    const ChartSamples live = std::exchange(m_samples, {});
    const auto end = live.empty() ? records.end()
                                  : std::find_if(records.begin(), records.end(),
                                                 [&live](const service::SampleRecord &record) {
                                                     return record.monotonicMs >= live.front().monotonicMs;
                                                 });
    std::optional<qint64> step;
    const auto put = [this, &step](ChartSample sample) {
        if (!m_samples.empty())
            sample.link = linkOf(m_samples.back(), sample, step);
        m_samples.push_back(sample);
        if (m_samples.size() > m_capacity)
            m_samples.pop_front();
    };
    std::for_each(records.begin(), end,
                  [&put](const service::SampleRecord &record) { put(chartSample(record)); });
    std::for_each(live.begin(), live.end(), put);
    if (m_samples.empty())
        return;
    if (live.empty())
        m_clock.observe(m_samples.back().monotonicMs,
                        std::max<qint64>(0, QDateTime::currentMSecsSinceEpoch() - m_samples.back().wallMs));
    emit changed();
}

void SampleModel::append(const service::SampleRecord &record)
{
    ChartSample sample = chartSample(record);
    if (!m_samples.empty()) {
        // A clock that went back is another boot or another monitor: what is here cannot be placed beside it.
        if (record.monotonicMs < m_samples.back().monotonicMs)
            m_samples.clear();
        else {
            // Live samples are never thinned.
            std::optional<qint64> step = 1;
            sample.link = linkOf(m_samples.back(), sample, step);
        }
    }
    m_samples.push_back(sample);
    if (m_samples.size() > m_capacity)
        m_samples.pop_front();
}

} // namespace manometer::gui
