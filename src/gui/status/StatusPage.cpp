// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/StatusPage.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr auto statusInterval = 250ms;   // same as the chart
constexpr auto statusHeartbeat = 1100ms; // updates ages when no samples arrive; does not fire between samples
// Below these sizes of the window the cards leave out their explanations, or the least important of them is
// left out.
constexpr int leastHeightForWhole = 600;
constexpr int leastWidthForAll = 960;
constexpr int leastWidth = 480;

} // namespace

StatusPage::StatusPage(views::MonitorView *monitor, views::CacheView *cache, const EventModel *events,
                       const SampleModel *samples, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_cache(cache)
    , m_samples(samples)
    , m_events(events)
    , m_level(new LevelCard(this))
    , m_cacheCard(new CacheCard(this))
    , m_saved(new SavedCard(this))
    , m_cut(new CutCard(this))
{
    setAccessibleName(tr("Status"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setBackgroundRole(QPalette::Window); // and text in matching colours, wherever the page is placed
    auto *cards = new QHBoxLayout(this);
    cards->setContentsMargins(Card::grid, Card::grid / 2, Card::grid, Card::grid / 2);
    cards->setSpacing(Card::grid);
    // In the order in which they are read.
    cards->addWidget(m_level, 7);
    cards->addWidget(m_cacheCard, 5);
    cards->addWidget(m_saved, 5);
    cards->addWidget(m_cut, 5);
    m_saved->setObjectName(u"savedCard"_s);
    connect(m_level, &LevelCard::processesRequested, this, &StatusPage::processesRequested);
    connect(m_saved, &SavedCard::programsRequested, this, &StatusPage::programsRequested);
    connect(m_cut, &CutCard::raiseRequested, this, &StatusPage::raiseRequested);
    connect(m_cut, &CutCard::evictedRequested, this, &StatusPage::evictedRequested);
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(statusInterval);
    connect(&m_coalesce, &QTimer::timeout, this, &StatusPage::refresh);
    m_heartbeat.setInterval(statusHeartbeat);
    connect(&m_heartbeat, &QTimer::timeout, this, &StatusPage::refresh);
    m_heartbeat.start();
    const auto schedule = [this] {
        if (!m_coalesce.isActive())
            m_coalesce.start();
    };
    connect(monitor, &views::MonitorView::statusChanged, this, schedule);
    connect(monitor, &views::MonitorView::levelChanged, this, &StatusPage::refresh);
    connect(cache, &views::CacheView::summaryChanged, this, schedule);
    connect(events, &QAbstractItemModel::rowsInserted, this, schedule);
    refresh();
}

QSize StatusPage::minimumSizeHint() const
{
    return {leastWidth, m_level->compactHeight() + Card::grid};
}

void StatusPage::showPast(const std::optional<SpanInView> &past)
{
    m_past = past;
    refresh();
}

void StatusPage::setConnection(const QString &mark, const QString &sentence)
{
    m_connection = {.mark = mark, .sentence = sentence};
    refresh();
}

void StatusPage::setRecorded()
{
    m_isRecorded = true;
    m_level->setRecorded();
    m_cacheCard->hide();
    m_saved->hide();
    m_cut->setReadOnly(true);
    refresh();
}

void StatusPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

void StatusPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusPage::fit()
{
    const bool isCompact = window()->height() < leastHeightForWhole;
    m_level->setCompact(isCompact);
    m_cacheCard->setCompact(isCompact);
    m_saved->setCompact(isCompact);
    m_cut->setCompact(isCompact);
    m_saved->setVisible(window()->width() >= leastWidthForAll && !m_isRecorded);
}

void StatusPage::refresh()
{
    m_heartbeat.start();
    const views::MonitorStatus status = m_monitor->status();
    const views::CacheSummary summary = m_cache->summary();
    const qint64 now = m_samples->nowMs().value_or(status.latest.monotonicMs);
    m_level->show(status, m_connection, m_past, now);
    m_cacheCard->show(summary, status, now);
    m_saved->show(m_samples->savedToday(QDateTime::currentMSecsSinceEpoch()), summary.answers);
    m_cut->show(m_events->lastCut());
}

} // namespace manometer::gui
