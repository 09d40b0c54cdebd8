// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/Decimation.h"

#include <algorithm>
#include <cmath>

namespace manometer::gui {

namespace {

double valueOf(const ChartSample &sample, Series series)
{
    switch (series) {
    case Series::SystemUsed:
        return sample.usedPercent;
    case Series::ProcessRss:
        return sample.processRssMebibytes;
    case Series::CacheEntries:
        return double(sample.cacheEntries);
    case Series::Swap:
        return double(sample.swapPercent);
    case Series::Stalls:
        return double(sample.stallPercent);
    case Series::CacheLimit:
        break;
    }
    return double(sample.cacheLimitEntries);
}

// The extremes of one pixel column, in time order.
class Column
{
public:
    void take(const QPointF &point)
    {
        if (m_empty) {
            m_lowest = m_highest = point;
            m_empty = false;
            return;
        }
        if (point.y() < m_lowest.y())
            m_lowest = point;
        if (point.y() > m_highest.y())
            m_highest = point;
    }
    void flush(QPolygonF &line)
    {
        if (m_empty)
            return;
        const bool lowestFirst = m_lowest.x() <= m_highest.x();
        line << (lowestFirst ? m_lowest : m_highest);
        if (m_lowest != m_highest)
            line << (lowestFirst ? m_highest : m_lowest);
        m_empty = true;
    }

private:
    bool m_empty = true;
    QPointF m_lowest;
    QPointF m_highest;
};

} // namespace

ChartSamples::const_iterator firstToDraw(const ChartSamples &samples, const TimeScale &scale)
{
    auto first =
        std::lower_bound(samples.begin(), samples.end(), scale.beginMs(),
                         [](const ChartSample &sample, qint64 time) { return sample.monotonicMs < time; });
    return first == samples.begin() ? first : std::prev(first);
}

Lines decimate(const ChartSamples &samples, const TimeScale &scale, Series series)
{
    Lines lines;
    QPolygonF line;
    Column column;
    double columnIndex = 0;
    const auto endStretch = [&] {
        column.flush(line);
        if (!line.isEmpty())
            lines.stretches.push_back(std::exchange(line, {}));
    };
    for (auto sample = firstToDraw(samples, scale); sample != samples.end(); ++sample) {
        if (sample->monotonicMs > scale.endMs)
            break;
        const double value = valueOf(*sample, series);
        if (sample->link != ChartSample::Link::Joined || !std::isfinite(value))
            endStretch();
        if (sample->link == ChartSample::Link::Unknown || !std::isfinite(value))
            continue;
        const QPointF point(scale.x(sample->monotonicMs), value);
        if (std::floor(point.x()) != columnIndex)
            column.flush(line);
        columnIndex = std::floor(point.x());
        column.take(point);
        double lowest = value;
        double highest = value;
        // A bucket's mean hides its extremes, so they are drawn at its beginning.
        if (series == Series::SystemUsed && sample->bucketMs > 0) {
            lowest = std::fmin(value, double(sample->lowestPercent));
            highest = std::fmax(value, double(sample->highestPercent));
            column.take({point.x(), lowest});
            column.take({point.x(), highest});
        }
        if (sample->monotonicMs >= scale.beginMs()) {
            lines.lowest = std::fmin(lines.lowest, lowest);
            lines.highest = std::fmax(lines.highest, highest);
        }
    }
    endStretch();
    return lines;
}

Lines hitRatio(const ChartSamples &samples, const TimeScale &scale)
{
    constexpr double stretchPixels = 6;
    const auto stretchMs = std::max<qint64>(
        1, std::llround(static_cast<double>(scale.spanMs) * stretchPixels / std::max(scale.width, 1.0)));
    Lines lines;
    QPolygonF line;
    const auto endStretch = [&] {
        if (!line.isEmpty())
            lines.stretches.push_back(std::exchange(line, {}));
    };
    const ChartSample *from = nullptr;
    for (auto sample = firstToDraw(samples, scale); sample != samples.end(); ++sample) {
        if (sample->monotonicMs > scale.endMs)
            break;
        // Counters that decreased belong to another run.
        if (sample->link != ChartSample::Link::Joined || !from ||
            sample->cacheRequestsTotal < from->cacheRequestsTotal ||
            sample->cacheHitsTotal < from->cacheHitsTotal) {
            endStretch();
            from = sample->link == ChartSample::Link::Unknown ? nullptr : &*sample;
            continue;
        }
        // Aligned to the clock, not to the left edge, so that the line does not flicker while the chart
        // scrolls.
        if (sample->monotonicMs / stretchMs == from->monotonicMs / stretchMs)
            continue;
        const quint64 requests = sample->cacheRequestsTotal - from->cacheRequestsTotal;
        if (requests == 0) {
            endStretch();
        } else {
            const auto hits = static_cast<double>(sample->cacheHitsTotal - from->cacheHitsTotal);
            const double percent = 100.0 * hits / static_cast<double>(requests);
            line << QPointF((scale.x(from->monotonicMs) + scale.x(sample->monotonicMs)) / 2, percent);
            lines.lowest = std::fmin(lines.lowest, percent);
            lines.highest = std::fmax(lines.highest, percent);
        }
        from = &*sample;
    }
    endStretch();
    return lines;
}

namespace {

LevelRun::Signal signalBefore(const ChartSample &sample)
{
    using Discontinuity = views::SampleRecord::Discontinuity;
    return sample.discontinuity == Discontinuity::Start     ? LevelRun::Signal::NotRunning
           : sample.discontinuity == Discontinuity::Suspend ? LevelRun::Signal::Suspended
                                                            : LevelRun::Signal::Missing;
}

} // namespace

std::vector<LevelRun> levelRuns(const ChartSamples &samples, const TimeScale &scale)
{
    using Signal = LevelRun::Signal;
    std::vector<LevelRun> runs;
    for (auto sample = firstToDraw(samples, scale); sample != samples.end(); ++sample) {
        if (sample->monotonicMs > scale.endMs)
            break;
        const qint64 from = std::max(sample->monotonicMs, scale.beginMs());
        // A level applies from its sample until the next one; during a gap it is unknown.
        if (!runs.empty()) {
            runs.back().toMs = from;
            const Signal before = signalBefore(*sample);
            const bool isGap = sample->link == ChartSample::Link::Apart || before != Signal::Missing;
            if (isGap && (before != Signal::Missing || runs.back().signal == Signal::Known)) {
                const auto previous = std::prev(sample);
                runs.back().toMs =
                    std::clamp(previous->monotonicMs + previous->bucketMs, runs.back().fromMs, from);
                runs.push_back(
                    {.fromMs = runs.back().toMs, .toMs = from, .level = previous->applied, .signal = before});
            }
        }
        const auto signal = sample->link == ChartSample::Link::Unknown ? Signal::Missing : Signal::Known;
        if (runs.empty() || runs.back().level != sample->applied || runs.back().signal != signal)
            runs.push_back({.fromMs = from, .toMs = from, .level = sample->applied, .signal = signal});
    }
    return runs;
}

} // namespace manometer::gui
