// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/ChartPicture.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Times.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QGraphicsLayout>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// Above the axes and the grid, which Qt Charts keeps below 10; the crosshair above all.
constexpr double dataLayer = 100;
constexpr double leastCacheScale = 10; // entries; gives an empty cache a scale, too

template<typename... Items>
void each(const auto &function, Items *...items)
{
    (function(static_cast<ChartItem *>(items)), ...);
}

// What ends in the visible time or begins in it, cut to it.
DraftLevels inView(const DraftLevels &levels, const TimeScale &time)
{
    DraftLevels seen;
    const auto cut = [&time](const auto &from, auto &to) {
        for (auto each : from) {
            each.fromMs = std::max(each.fromMs, time.beginMs());
            each.toMs = std::min(each.toMs, time.endMs);
            if (each.fromMs < each.toMs)
                to.push_back(each);
        }
    };
    cut(levels.runs, seen.runs);
    cut(levels.differences, seen.differences);
    return seen;
}

} // namespace

ChartPicture::ChartPicture(QChart *chart, const SampleModel *samples, ThresholdModel *thresholds)
    : m_chart(chart)
    , m_samples(samples)
    , m_thresholds(thresholds)
    , m_axes(chart)
    , m_composition(new CompositionItem(m_frame, m_colors, chart))
    , m_plot(new PlotItem(m_frame, m_colors, chart))
    , m_marks(new MarksItem(m_frame, m_colors, chart))
    , m_lanes(new LanesItem(m_frame, m_colors, chart))
    , m_histogram(new HistogramItem(m_frame, m_colors, chart))
    , m_overview(new OverviewItem(m_frame, m_colors, chart))
    , m_brush(new BrushItem(m_frame, m_colors, chart))
    , m_crosshair(new CrosshairItem(m_frame, m_colors, chart))
    , m_handles(thresholds, m_frame, chart, dataLayer + 2)
{
    m_composition->setZValue(dataLayer - 1); // below the bands and the curve
    each([](ChartItem *item) { item->setZValue(dataLayer); }, m_plot, m_lanes, m_histogram, m_overview);
    each([](ChartItem *item) { item->setZValue(dataLayer + 1); }, m_marks, m_brush);
    m_crosshair->setZValue(dataLayer + 3);
    chart->legend()->hide();
    chart->setBackgroundRoundness(0);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
}

qint64 ChartPicture::wallOffsetMs() const
{
    if (m_samples->samples().empty())
        return 0;
    const ChartSample &newest = m_samples->samples().back();
    return newest.wallMs - newest.monotonicMs;
}

void ChartPicture::setColors(const QPalette &palette, const QFont &font)
{
    m_colors = ChartPalette::from(palette);
    m_font = font;
    m_lineHeight = QFontMetricsF(font).height();
    m_chart->setBackgroundBrush(m_colors.plot);
    m_chart->setPlotAreaBackgroundBrush(m_colors.plot);
    m_chart->setPlotAreaBackgroundVisible(true);
    m_axes.setColors(m_colors, font);
    m_handles.setColors(m_colors);
    each([](ChartItem *item) { item->changed(); }, m_composition, m_plot, m_marks, m_lanes, m_histogram,
         m_overview, m_crosshair);
}

void ChartPicture::resize(const QSizeF &size)
{
    m_size = size;
    m_chart->setMargins(ChartAreas::margins(size, m_lineHeight, m_rows).toMargins());
}

bool ChartPicture::setRoomAtLegend(double above, double beside)
{
    if (m_wanted.aboveLegend == above && m_wanted.besideLegend == beside)
        return false;
    m_wanted.aboveLegend = above;
    m_wanted.besideLegend = beside;
    return true;
}

QRectF ChartPicture::legendRow() const
{
    const ChartAreas &areas = m_frame.areas;
    const double right = areas.legend.left() + PlotItem::legendWidth(m_font, m_frame.systemLegend) +
                         CompositionItem::legendWidth(m_font, m_frame.memoryLegend);
    return QRectF(QPointF(0, areas.legend.top()), QPointF(right, areas.marks.top()))
        .translated(0, -m_rows.aboveLegend);
}

void ChartPicture::layOut(const TimeWindow &window)
{
    const ChartSamples &samples = m_samples->samples();
    const bool hasMore = !samples.empty() && (samples.front().monotonicMs < window.beginMs() ||
                                              samples.back().monotonicMs > window.endMs());
    ChartRows wanted = m_wanted;
    wanted.overview = hasMore ? ChartRows::Overview::Shown : ChartRows::Overview::Hidden;
    wanted.draftRibbon = m_rows.draftRibbon;
    // While a handle is dragged, nothing else moves.
    if (wanted == m_rows || m_thresholds->dragged())
        return;
    m_rows = wanted;
    resize(m_size);
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();
    m_chart->resize(m_size);
}

bool ChartPicture::setDraftLevels(DraftLevels levels)
{
    m_draftLevels = std::move(levels);
    if (m_draftLevels.runs.empty() || m_frame.areas.draftRibbon.isEmpty())
        return true;
    m_frame.draftLevels = inView(m_draftLevels, m_frame.time);
    m_lanes->changed();
    return false;
}

void ChartPicture::show(const TimeWindow &window, const QString &mark)
{
    const QRectF plot = m_chart->plotArea();
    if (plot.isEmpty())
        return;
    m_axes.setPlotHeight(plot.height());
    const ChartSamples &samples = m_samples->samples();
    ChartFrame frame;
    m_rows.draftRibbon =
        m_draftLevels.runs.empty() ? ChartRows::DraftRibbon::Hidden : ChartRows::DraftRibbon::Shown;
    frame.areas = ChartAreas::around(plot, m_chart->rect(), m_lineHeight, m_rows);
    frame.time = {
        .endMs = window.endMs(), .spanMs = window.spanMs(), .left = plot.left(), .width = plot.width()};
    frame.percent = {.minimum = 0, .maximum = 100, .top = plot.top(), .height = plot.height()};
    frame.system = decimate(samples, frame.time, Series::SystemUsed);
    frame.levels = levelRuns(samples, frame.time);
    frame.draftLevels = inView(m_draftLevels, frame.time);
    frame.distribution = distribution(samples, frame.time.beginMs(), frame.time.endMs);
    frame.marks = eventMarks(m_events, frame.time, m_selectedEvent);
    frame.applied = m_thresholds->applied();
    frame.draft = m_thresholds->draft();
    frame.mark = mark;
    if (!frame.areas.cache.isEmpty())
        fillCache(frame);
    if (!frame.areas.process.isEmpty())
        fillProcess(frame);
    if (!frame.areas.overview.isEmpty())
        fillOverview(frame, window);
    fillTexts(frame, window);
    if (frame.areas.composition == Composition::Shown)
        fillComposition(frame, window);
    const auto items = [this](const auto &function) {
        each(function, m_composition, m_plot, m_marks, m_lanes, m_histogram, m_overview, m_crosshair,
             m_brush);
    };
    items([](ChartItem *item) { item->aboutToChange(); });
    m_frame = std::move(frame);
    items([](ChartItem *item) { item->changed(); });
    m_handles.place();
}

void ChartPicture::fillCache(ChartFrame &frame) const
{
    const ChartSamples &samples = m_samples->samples();
    const QRectF &area = frame.areas.cache;
    frame.cacheEntries = decimate(samples, frame.time, Series::CacheEntries);
    frame.cacheLimit = decimate(samples, frame.time, Series::CacheLimit);
    frame.hitRatio = hitRatio(samples, frame.time);
    const double most =
        std::fmax(std::fmax(frame.cacheLimit.highest, frame.cacheEntries.highest), leastCacheScale);
    frame.entries = {.minimum = 0, .maximum = most * 1.15, .top = area.top(), .height = area.height()};
    frame.hitPercent = {.minimum = 0, .maximum = 105, .top = area.top(), .height = area.height()};
    // The day of the right edge.
    if (frame.cacheEntries.stretches.empty() && !frame.cacheLimit.stretches.empty())
        frame.cacheLegend =
            tr("limit %1", "of the cache, in entries")
                .arg(text::count(static_cast<quint64>(frame.cacheLimit.stretches.back().back().y())));
    if (!frame.cacheEntries.stretches.empty())
        frame.cacheLegend =
            tr("%1 of %2", "entries that are cached, and at most")
                .arg(text::count(static_cast<quint64>(frame.cacheEntries.stretches.back().back().y())),
                     text::count(static_cast<quint64>(frame.cacheLimit.stretches.back().back().y())));
    // Only from the same run as the entries; an earlier run's ratio is unrelated.
    if (!frame.hitRatio.stretches.empty() && !frame.cacheEntries.stretches.empty() &&
        frame.hitRatio.stretches.back().back().x() >= frame.cacheEntries.stretches.back().front().x())
        frame.hitLegend = tr("hit %1").arg(text::percent(frame.hitRatio.stretches.back().back().y()));
}

void ChartPicture::fillProcess(ChartFrame &frame)
{
    frame.process = decimate(m_samples->samples(), frame.time, Series::ProcessRss);
    m_processMaximum = settledMaximum(m_processMaximum, frame.process.highest);
    const QRectF &area = frame.areas.process;
    frame.mebibytes = {.minimum = 0, .maximum = m_processMaximum, .top = area.top(), .height = area.height()};
    if (frame.process.stretches.empty()) // unknown, during a rehearsal with another /proc
        return;
    const auto size = [](double mebibytes) {
        return text::size(static_cast<quint64>(mebibytes * 1024 * 1024));
    };
    frame.processLegend =
        tr("%1 (%2 – %3)", "a value, and the scale of its axis")
            .arg(size(frame.process.stretches.back().back().y()), text::count(0), size(m_processMaximum));
}

void ChartPicture::fillComposition(ChartFrame &frame, const TimeWindow &window)
{
    const ChartSamples &samples = m_samples->samples();
    frame.memory = memoryStack(samples, frame.time);
    frame.statistics.clear(); // the legend of the layers has their place; the histogram shows them, too
    // As of now, like the curve's legend; while an earlier time is in view, the crosshair has the values.
    const bool hasNow = window.follows() && !frame.memory.empty();
    const auto entry = [hasNow](const QString &name, const QString &withValue, double percent) {
        return hasNow ? withValue.arg(text::percent(percent)) : name;
    };
    const auto top = [&frame](MemoryLayer layer) { return frame.memory.back().edgeOf(layer).back().y(); };
    const double inUse = hasNow ? top(MemoryLayer::InUse) : 0;
    const double buffers = hasNow ? top(MemoryLayer::Buffers) : 0;
    const double cache = hasNow ? top(MemoryLayer::Cache) : 0;
    frame.memoryLegend = {entry(tr("in use"), tr("in use %1"), inUse),
                          entry(tr("buffers"), tr("buffers %1"), buffers - inUse),
                          entry(tr("kernel cache"), tr("kernel cache %1"), cache - buffers),
                          entry(tr("free", "memory"), tr("free %1", "memory"), 100 - cache)};
    if (frame.areas.swap.isEmpty())
        return;
    frame.swap = decimate(samples, frame.time, Series::Swap);
    frame.swapPercent = {
        .minimum = 0, .maximum = 100, .top = frame.areas.swap.top(), .height = frame.areas.swap.height()};
    if (!frame.swap.stretches.empty())
        frame.swapLegend = tr("%1 used", "of the swap, in percent")
                               .arg(text::percent(frame.swap.stretches.back().back().y()));
    else if (!frame.memory.empty())
        frame.swapLegend = tr("no swap");
    frame.stalls = decimate(samples, frame.time, Series::Stalls);
    m_stallMaximum = settledMaximum(m_stallMaximum, frame.stalls.highest);
    frame.stallPercent = {.minimum = 0,
                          .maximum = m_stallMaximum,
                          .top = frame.areas.stalls.top(),
                          .height = frame.areas.stalls.height()};
    frame.stallLegend = frame.stalls.stretches.empty()
                            ? tr("not measured", "stalls")
                            : tr("%1 (%2 – %3)", "a value, and the scale of its axis")
                                  .arg(text::percent(frame.stalls.stretches.back().back().y()),
                                       text::count(0), text::percent(m_stallMaximum));
}

void ChartPicture::fillOverview(ChartFrame &frame, const TimeWindow &window) const
{
    const ChartSamples &samples = m_samples->samples();
    if (samples.empty())
        return;
    const qint64 end = std::max(window.endMs(), samples.back().monotonicMs);
    const qint64 begin = std::min(samples.front().monotonicMs, window.beginMs());
    const QRectF &area = frame.areas.overview;
    frame.overviewTime = {
        .endMs = end, .spanMs = std::max<qint64>(end - begin, 1), .left = area.left(), .width = area.width()};
    frame.overviewPercent = {.minimum = 0, .maximum = 100, .top = area.top(), .height = area.height()};
    frame.overview = decimate(samples, frame.overviewTime, Series::SystemUsed);
    frame.overviewLevels = levelRuns(samples, frame.overviewTime);
}

void ChartPicture::fillTexts(ChartFrame &frame, const TimeWindow &window) const
{
    const ChartSamples &samples = m_samples->samples();
    const qint64 offset = wallOffsetMs();
    if (samples.empty()) {
        frame.emptyHint = tr("Waiting for the first sample.");
    } else {
        const QTimeZone zone = text::localZone();
        const TimeTicks ticks = clockTicks(window.beginMs() + offset, window.endMs() + offset,
                                           m_axes.timeLabelsIn(frame.areas.plot.width()), zone);
        for (const qint64 wallMs : ticks.wallMs)
            frame.ticks.push_back(
                {.atMs = wallMs - offset, .label = text::clockTick(wallMs, ticks.stepMs, zone)});
        if (ticks.stepMs < std::chrono::milliseconds(std::chrono::hours(24)).count())
            frame.day =
                text::dayIfOther(window.beginMs() + offset, QDateTime::currentMSecsSinceEpoch(), zone);
        if (frame.distribution.isEmpty())
            frame.emptyHint = tr("No samples were recorded in this period.");
    }
    frame.systemLegend = tr("Memory used");
    const auto newest = std::find_if(samples.rbegin(), samples.rend(), [](const ChartSample &sample) {
        return sample.link != ChartSample::Link::Unknown;
    });
    if (newest != samples.rend() && window.follows()) {
        const QString used = text::percentBeside(newest->usedPercent, frame.applied);
        frame.systemLegend = newest->basis == pressure::Basis::Host ? tr("Memory used %1").arg(used)
                                                                    : tr("Control group used %1").arg(used);
    }
    const Distribution &seen = frame.distribution;
    if (!seen.isEmpty())
        frame.statistics = tr("min %1 · mean %2 · p95 %3 · max %4")
                               .arg(text::percentBeside(seen.lowest, frame.applied),
                                    text::percentBeside(seen.mean, frame.applied),
                                    text::percentBeside(seen.p95, frame.applied),
                                    text::percentBeside(seen.highest, frame.applied));
    for (const pressure::Level level : pressure::levelsWithThreshold) {
        const pressure::Threshold &draft = frame.draft.of(level);
        if (draft.enterPercent == frame.applied.of(level).enterPercent)
            continue;
        QString &note = frame.draftNotes[static_cast<std::size_t>(level)];
        const QString word = text::levelWord(level);
        const QString value = text::threshold(draft.enterPercent);
        if (seen.isEmpty()) {
            note = tr("%1 draft %2").arg(word, value);
            continue;
        }
        const int crossed = crossings(samples, frame.time.beginMs(), frame.time.endMs, draft.enterPercent,
                                      draft.leavePercent);
        note = tr("%1 draft %2: exceeded for %3 of the visible time, crossed %Ln times in view", nullptr,
                  crossed)
                   .arg(word, value, text::percent(100.0 * (1 - seen.shareBelow(draft.enterPercent))));
    }
}

} // namespace manometer::gui
