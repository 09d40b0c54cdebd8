// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/StatusLine.h"

#include "gui/text/ConnectionText.h"
#include "gui/text/Errors.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"

#include <QDateTime>
#include <QHBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// Updates the age when no samples arrive; longer than the sample interval, so it does not fire while they
// do.
constexpr auto heartbeatInterval = 1600ms;
constexpr auto refreshInterval = 500ms; // faster changes cannot be read

// Contains all labels: a status bar hides its widgets during a message, but not those shown during it.
QWidget *figures(QStatusBar *bar)
{
    auto *made = new QWidget(bar);
    made->setAccessibleName(StatusLine::tr("Values"));
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    bar->addWidget(made, 1);
    return made;
}

QLabel *label(QWidget *figures, const QString &accessibleName, int stretch)
{
    QLabel *made = text::plainLabel({}, figures);
    made->setAccessibleName(accessibleName);
    made->setContentsMargins(6, 0, 10, 0); // separated by space
    static_cast<QHBoxLayout *>(figures->layout())->addWidget(made, stretch);
    return made;
}

} // namespace

StatusLine::StatusLine(const views::FrontEnd &views, const SampleModel *samples,
                       const ThresholdModel *thresholds, QStatusBar *bar)
    : QObject(bar)
    , m_views(views)
    , m_samples(samples)
    , m_thresholds(thresholds)
    , m_figures(figures(bar))
    , m_signal(label(m_figures, tr("State of the signal"), 0))
    , m_place(label(m_figures, tr("Where the figures come from"), 0))
    , m_memory(label(m_figures, tr("Memory of this machine and this program"), 0))
    , m_recording(label(m_figures, tr("Recording"), 0))
    , m_draft(label(m_figures, tr("State of the draft"), 0))
    , m_problems(label(m_figures, tr("Problems"), 1))
{
    bar->setAccessibleName(tr("Status line"));
    m_place->setObjectName(u"statusPlace"_s);
    showPlace();
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(refreshInterval);
    connect(&m_coalesce, &QTimer::timeout, this, &StatusLine::refresh);
    m_heartbeat.setInterval(heartbeatInterval);
    connect(&m_heartbeat, &QTimer::timeout, this, &StatusLine::refresh);
    m_heartbeat.start();
    const auto schedule = [this] {
        if (!m_coalesce.isActive())
            m_coalesce.start();
    };
    connect(views.monitor, &views::MonitorView::statusChanged, this, schedule);
    connect(views.cache, &views::CacheView::summaryChanged, this, schedule);
    connect(thresholds, &ThresholdModel::changed, this, schedule);
    const auto showUnsaved = [this](const QString &file, const QString &reason) {
        m_saveProblem = tr("Settings not saved to %1: %2")
                            .arg(text::pathInText(file.toUtf8()), text::pathInText(reason.toUtf8()));
        refresh();
    };
    connect(views.settings, &views::SettingsView::saveFailed, this, showUnsaved);
    connect(views.language, &views::LanguageView::saveFailed, this, showUnsaved);
    connect(views.appearance, &views::AppearanceView::saveFailed, this, showUnsaved);
    connect(views.exports, &views::ExportView::recordingChanged, this, [this] {
        if (!m_views.exports->recordingFile().isEmpty())
            m_recordingProblem.clear();
        refresh();
    });
    connect(views.exports, &views::ExportView::recordingFailed, this,
            [this](const QString &file, const QString &reason) {
                m_recordingProblem =
                    tr("Recording to %1 stopped: %2")
                        .arg(text::pathInText(file.toUtf8()), text::pathInText(reason.toUtf8()));
                refresh();
            });
    connect(views.settings, &views::SettingsView::changed, this, [this] {
        m_saveProblem.clear(); // the next attempt reports again
        refresh();
    });
    refresh();
}

// An address may be long, and the room is for figures: the tooltip has it.
void StatusLine::showPlace()
{
    m_place->setVisible(m_views.attached != nullptr);
    if (!m_views.attached)
        return;
    const QString place = text::pathInText(m_views.place.toUtf8());
    m_place->setText(m_views.isReadOnly ? tr("attached, read-only", "the window, to another process")
                                        : tr("attached", "the window, to another process"));
    text::setToolTip(
        m_place,
        m_views.isReadOnly
            ? tr("This window shows the figures and the cache of %1. It cannot change them.").arg(place)
            : tr("This window shows the figures and the cache of %1. What you change takes effect there.")
                  .arg(place));
}

QStringList StatusLine::problems() const
{
    QStringList all;
    const views::MonitorStatus status = m_views.monitor->status();
    if (status.error)
        all += text::sourceError(*status.error);
    if (m_views.attached)
        if (const QString old = text::oldFigures(m_views.attached->connection(), status.latest.wallMs,
                                                 QDateTime::currentMSecsSinceEpoch());
            !old.isEmpty())
            all += old;
    const cache::Health health = m_views.cache->summary().health;
    for (const QString &text :
         {text::storeProblem(health), text::quarantine(health), m_saveProblem, m_recordingProblem})
        if (!text.isEmpty())
            all += text;
    return all;
}

void StatusLine::refresh()
{
    m_heartbeat.start();
    const views::MonitorStatus status = m_views.monitor->status();
    const views::SampleRecord &latest = status.latest;
    const QString age = text::age(m_samples->nowMs().value_or(latest.monotonicMs) - latest.monotonicMs);
    const bool isApart =
        m_views.attached && m_views.attached->connection().state != views::Connection::State::Connected;
    m_signal->setText(latest.wallMs == 0 ? tr("waiting for samples")
                      : isApart          ? tr("not connected, %1 old").arg(age)
                      : status.stale     ? tr("stale, %1 old").arg(age)
                                         : tr("live, %1 old").arg(age));
    if (m_views.recorded)
        m_signal->setText(tr("Recording, %1", "a time range")
                              .arg(text::fromTo(m_views.recorded->fromWallMs, m_views.recorded->toWallMs)));
    // In a recording these would be of its end, and of another program.
    m_memory->setVisible(latest.wallMs != 0 && !m_views.recorded);
    const auto processor = m_selfCost.percent();
    // Unknown during a rehearsal if the other /proc has no entry for this process.
    const QString resident =
        latest.processRssBytes > 0 ? text::size(latest.processRssBytes) : tr("memory unknown");
    const QString cost = processor ? tr("this program %1 CPU, %2", "its share of a processor, its memory")
                                         .arg(text::percent(*processor), resident)
                                   : tr("this program %1").arg(resident);
    m_memory->setText(
        tr("%1 of %2 available · %3")
            .arg(text::size(latest.systemAvailableBytes), text::size(latest.systemTotalBytes), cost));
    const QString recording = m_views.exports->recordingFile();
    m_recording->setVisible(!recording.isEmpty());
    m_recording->setText(tr("recording"));
    text::setToolTip(m_recording, text::pathInText(recording.toUtf8()));
    const int changes = m_thresholds->changeCount();
    m_draft->setVisible(changes > 0);
    m_draft->setText(tr("%Ln draft change(s)", nullptr, changes));
    const QStringList all = problems();
    m_problems->setText(all.isEmpty() ? tr("no errors")
                        : all.size() == 1
                            ? all.front()
                            : tr("%Ln problems: %1", nullptr, static_cast<int>(all.size())).arg(all.front()));
    text::setToolTip(m_problems, all.join(u'\n'));
}

} // namespace manometer::gui
