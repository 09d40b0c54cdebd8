// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/StatusPage.h"

#include "gui/look/ChartPalette.h"
#include "gui/look/Icons.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "gui/text/StatusText.h"
#include "ui_StatusPage.h"

#include <QEvent>

#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr auto refreshInterval = 250ms; // same as the chart
constexpr auto heartbeatInterval =
    1100ms; // updates ages when no samples arrive; does not fire between samples
constexpr int levelIconSize = 44;

// Sets only a different text, because setting repaints and notifies screen readers.
void put(QLabel *label, const QString &words)
{
    if (label->text() == words)
        return;
    label->setText(words);
    text::setToolTip(label, words); // the label may be cut off
}

void color(QWidget *widget, const QColor &ink)
{
    QPalette palette = widget->palette();
    if (palette.color(QPalette::WindowText) == ink)
        return;
    palette.setColor(QPalette::WindowText, ink);
    widget->setPalette(palette);
}

} // namespace

StatusPage::StatusPage(views::MonitorView *monitor, views::CacheView *cache, const EventModel *events,
                       const SampleModel *samples, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StatusPage>())
    , m_monitor(monitor)
    , m_cache(cache)
    , m_samples(samples)
    , m_events(events)
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Window); // and text in matching colours, wherever the page is placed
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(refreshInterval);
    connect(&m_coalesce, &QTimer::timeout, this, &StatusPage::refresh);
    m_heartbeat.setInterval(heartbeatInterval);
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

StatusPage::~StatusPage() = default;

void StatusPage::setPicture(TimeChart::Picture picture)
{
    m_picture = picture;
    refresh();
}

void StatusPage::changeEvent(QEvent *event)
{
    // From the window's palette, not the labels'.
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

void StatusPage::setConnection(const QString &mark, const QString &sentence)
{
    m_connectionMark = mark;
    m_connectionSentence = sentence;
    refresh();
}

void StatusPage::refresh()
{
    m_heartbeat.start();
    const views::MonitorStatus status = m_monitor->status();
    const qint64 now = m_samples->nowMs().value_or(status.latest.monotonicMs);
    refreshLevel(status, now);
    put(m_ui->limit, text::limit(status, now));
    refreshCache(status);
    const ChartPalette colors = ChartPalette::from(palette());
    // Without new samples the display is not live, even if it is not paused.
    const bool paused = m_picture == TimeChart::Picture::Paused;
    const bool waiting = status.latest.wallMs == 0 && !status.stale;
    const bool isApart = !m_connectionMark.isEmpty();
    put(m_ui->picture, isApart        ? m_connectionMark
                       : paused       ? tr("PAUSED")
                       : status.stale ? tr("STALE")
                       : waiting      ? tr("WAITING")
                                      : tr("LIVE"));
    color(m_ui->picture, waiting && !isApart                 ? colors.faintText
                         : paused || status.stale || isApart ? colors.stale
                                                             : colors.levelOf(pressure::Level::Normal));
    put(m_ui->age, status.latest.wallMs == 0
                       ? tr("no sample yet")
                       : tr("newest sample %1 old").arg(text::age(now - status.latest.monotonicMs)));
}

void StatusPage::refreshLevel(const views::MonitorStatus &status, qint64 nowMs)
{
    const ChartPalette colors = ChartPalette::from(palette());
    const bool known = status.latest.wallMs != 0;
    const bool present = known && m_connectionMark.isEmpty();
    const QString word = known ? text::levelWord(status.applied) : tr("NO DATA");
    if (m_ui->levelWord->text() != word || m_ui->levelIcon->pixmap().isNull() ||
        std::exchange(m_showsPresent, present) != present) {
        const QIcon icon = present ? levelIcon(status.applied) : actionIcon(u"stale"_s);
        m_ui->levelIcon->setPixmap(icon.pixmap(QSize(levelIconSize, levelIconSize), devicePixelRatioF()));
    }
    put(m_ui->levelWord, word);
    color(m_ui->levelWord, present ? colors.levelOf(status.applied) : known ? colors.stale : colors.text);
    put(m_ui->levelAge, present ? tr("for %1").arg(text::elapsed(nowMs - status.appliedSinceMs)) : QString());
    put(m_ui->basis, text::basis(status, nowMs));
    const QString stale =
        m_connectionSentence.isEmpty() ? text::staleness(status, nowMs) : m_connectionSentence;
    const QString warning = text::warning(status);
    put(m_ui->deviation, !stale.isEmpty()     ? stale
                         : !warning.isEmpty() ? warning
                                              : text::deviation(status, nowMs));
    color(m_ui->deviation, !stale.isEmpty()     ? colors.stale
                           : !warning.isEmpty() ? colors.levelOf(*status.warnedOf)
                                                : colors.text);
}

void StatusPage::refreshCache(const views::MonitorStatus &status)
{
    const views::CacheSummary summary = m_cache->summary();
    put(m_ui->cacheFill, text::cacheFill(summary, status));
    put(m_ui->hitRatio, text::hitRatio(summary));
    put(m_ui->saved, text::timeSaved(summary.answers));
    const auto cut = m_events->lastCut();
    put(m_ui->receipt, cut ? text::receipt(cut->limit, cut->receipt) : tr("No eviction under pressure yet"));
}

} // namespace manometer::gui
