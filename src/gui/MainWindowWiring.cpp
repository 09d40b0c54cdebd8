// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's signal connections: from commands to actions, and between pages.
#include "async/Answer.h"
#include "gui/MainWindow.h"
#include "gui/entries/CachePage.h"
#include "gui/events/EventPage.h"
#include "gui/help/HelpDialogs.h"
#include "gui/holders/HoldersPage.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/BasisMenu.h"
#include "gui/presets/PresetCommands.h"
#include "gui/presets/PresetMenu.h"
#include "gui/scan/ScanPage.h"
#include "gui/shell/ConnectionBar.h"
#include "gui/shell/ExportProgress.h"
#include "gui/shell/FileCommands.h"
#include "gui/shell/NoteDialog.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/shell/StatusMessage.h"
#include "gui/shell/TrayIcon.h"
#include "gui/shell/WindowActions.h"
#include "gui/sources/SourcesPage.h"
#include "gui/status/StatusPage.h"
#include "gui/text/ConnectionText.h"
#include "gui/text/Paths.h"
#include "gui/thresholds/ThresholdPage.h"
#include "gui/whatif/TrialOutcome.h"

#include <QDateTime>
#include <QDockWidget>
#include <QStatusBar>
#include <QWhatsThis>

#include <functional>

using namespace Qt::StringLiterals;

namespace manometer::gui {

void MainWindow::connectFileActions()
{
    const auto times = [this](const QAction *action, void (FileCommands::*what)(FileCommands::Times),
                              FileCommands::Times which) {
        // Not (m_files->*what)(which): GCC 12 makes a null pointer of that under -fsanitize=undefined.
        connect(action, &QAction::triggered, m_files,
                [this, what, which] { std::invoke(what, m_files, which); });
    };
    times(m_actions->exportSamples, &FileCommands::exportSamples, FileCommands::Times::InView);
    times(m_actions->exportAllSamples, &FileCommands::exportSamples, FileCommands::Times::All);
    times(m_actions->exportEvents, &FileCommands::exportEvents, FileCommands::Times::InView);
    times(m_actions->exportAllEvents, &FileCommands::exportEvents, FileCommands::Times::All);
    times(m_actions->saveRecordingInView, &FileCommands::saveRecording, FileCommands::Times::InView);
    times(m_actions->saveWholeRecording, &FileCommands::saveRecording, FileCommands::Times::All);
    connect(m_actions->exportEntries, &QAction::triggered, m_files,
            [this] { m_files->exportEntries(m_cachePage->query()); });
    auto *progress = new ExportProgress(statusBar());
    connect(m_files, &FileCommands::exportStarted, progress, &ExportProgress::follow);
    connect(progress, &ExportProgress::cancelled, this, [this](const QString &file) {
        statusBar()->showMessage(tr("Export cancelled; %1 was not saved.").arg(file), messageTime);
    });
    connect(m_actions->record, &QAction::triggered, m_files, &FileCommands::record);
    const auto followRecording = [this] {
        m_actions->record->setChecked(!m_views.exports->recordingFile().isEmpty());
    };
    connect(m_actions->record, &QAction::triggered, this, followRecording); // until a file is chosen
    connect(m_views.exports, &views::ExportView::recordingChanged, this, followRecording);
    connect(m_actions->savePicture, &QAction::triggered, m_files, &FileCommands::savePicture);
    connect(m_actions->connectElsewhere, &QAction::triggered, this, [this] {
        auto *dialog = new ConnectDialog(m_knownPlaces, this);
        connect(dialog, &ConnectDialog::chosen, this, &MainWindow::connectRequested);
        dialog->open();
    });
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions->copyStatus, &QAction::triggered, m_files, &FileCommands::copyStatus);
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::focusFilter);
    connect(m_actions->nextPane, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(m_actions->saveDiagnostics, &QAction::triggered, m_files, &FileCommands::saveDiagnostics);
    connect(m_actions->help, &QAction::triggered, this, &MainWindow::helpHere);
    connect(m_actions->whatsThis, &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(m_actions->introduction, &QAction::triggered, this, &MainWindow::welcome);
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(this, m_actions->all()); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::connectLayouts()
{
    const auto gives = [this](const QAction *action, Arrangement arrangement) {
        connect(action, &QAction::triggered, this, [this, arrangement] {
            arrange(this, m_docks, arrangement);
            focusShownPane(arrangement);
        });
    };
    gives(m_actions->layoutMonitor, Arrangement::Monitor);
    gives(m_actions->layoutTune, Arrangement::Tune);
    gives(m_actions->layoutBrowse, Arrangement::Browse);
    gives(m_actions->layoutReview, Arrangement::Review);
    gives(m_actions->restoreLayout, Arrangement::Tune);
}

void MainWindow::connectChartActions()
{
    connect(m_actions->pause, &QAction::toggled, this, &MainWindow::showPicture);
    connect(m_actions->zoomIn, &QAction::triggered, m_chart, &TimeChart::zoomIn);
    connect(m_actions->zoomOut, &QAction::triggered, m_chart, &TimeChart::zoomOut);
    connect(m_actions->zoomReset, &QAction::triggered, m_chart, &TimeChart::resetZoom);
    connect(m_actions->earlier, &QAction::triggered, m_chart, &TimeChart::panEarlier);
    connect(m_actions->later, &QAction::triggered, m_chart, &TimeChart::panLater);
    connect(m_actions->live, &QAction::triggered, m_chart,
            [this] { m_chart->setPicture(TimeChart::Picture::Live); });
    connect(m_actions->viewBack, &QAction::triggered, m_chart, &TimeChart::viewBack);
    connect(m_actions->viewForward, &QAction::triggered, m_chart, &TimeChart::viewForward);
    connect(m_actions->composition, &QAction::toggled, m_chart, [this](bool shown) {
        m_chart->setComposition(shown ? Composition::Shown : Composition::Hidden);
    });
    // Showing an earlier time is a pause, too.
    connect(m_chart, &TimeChart::pictureChanged, this, [this](TimeChart::Picture picture) {
        m_actions->pause->setChecked(picture == TimeChart::Picture::Paused);
    });
    const auto followViews = [this] {
        const bool paused = m_chart->picture() == TimeChart::Picture::Paused;
        m_actions->later->setEnabled(paused);
        m_actions->live->setEnabled(paused);
        m_actions->viewBack->setEnabled(m_chart->canViewBack());
        m_actions->viewForward->setEnabled(m_chart->canViewForward());
    };
    connect(m_chart, &TimeChart::viewsChanged, this, followViews);
    connect(m_chart, &TimeChart::viewsChanged, this, &MainWindow::showSpanInView);
    followViews();
    connect(m_views.monitor, &views::MonitorView::statusChanged, m_chart,
            [this](const views::MonitorStatus &status) {
                m_chart->setSignal(status.stale ? TimeChart::Signal::Stale : TimeChart::Signal::Fresh);
            });
}

// A mark and a row show the same event: selecting one selects the other.
void MainWindow::connectEvents()
{
    const auto putOnChart = [this] { m_chart->setEvents(m_events.chartEvents()); };
    connect(&m_events, &QAbstractItemModel::rowsInserted, this, putOnChart);
    connect(&m_events, &QAbstractItemModel::rowsRemoved, this, putOnChart);
    connect(m_chart, &TimeChart::eventActivated, this, [this](quint64 position) {
        m_docks.events->show();
        m_docks.events->raise();
        m_eventPage->showEvent(position);
    });
    connect(m_eventPage, &EventPage::selected, m_chart, &TimeChart::selectEvent);
    connect(m_eventPage, &EventPage::momentRequested, m_chart, &TimeChart::showMoment);
    connect(m_eventPage, &EventPage::processesRequested, m_holdersPage, &HoldersPage::showMoment);
    connect(m_holdersPage, &HoldersPage::raiseRequested, m_docks.holders, [this] {
        m_docks.holders->show();
        m_docks.holders->raise();
    });
    connect(m_chart, &TimeChart::viewsChanged, m_eventPage,
            [this] { m_eventPage->setVisibleRange(m_chart->visibleRange()); });
    connect(&m_samples, &SampleModel::changed, m_eventPage,
            [this] { m_eventPage->setVisibleRange(m_chart->visibleRange()); });
    connect(m_actions->nextEvent, &QAction::triggered, m_eventPage, &EventPage::selectNext);
    connect(m_actions->previousEvent, &QAction::triggered, m_eventPage, &EventPage::selectPrevious);
    connect(m_actions->note, &QAction::triggered, this, &MainWindow::writeNote);
}

void MainWindow::writeNote()
{
    // The present moment is that of the newest sample: another machine's clock may differ from this one's.
    const qint64 present =
        m_samples.samples().empty() ? QDateTime::currentMSecsSinceEpoch() : m_samples.samples().back().wallMs;
    auto *dialog = new NoteDialog(m_chart->crosshairWallMs().value_or(present), this);
    connect(dialog, &NoteDialog::noted, this, [this](const views::NoteEvent &note) {
        async::whenAnswered(
            m_views.events->note(note), this, [] {},
            [this](const QString &reason) {
                statusBar()->showMessage(
                    tr("The note is not saved: %1").arg(text::pathInText(reason.toUtf8())), messageTime);
            });
    });
    dialog->open();
}

// While there is no connection, the window says so wherever it shows the last known figures.
void MainWindow::connectAttached()
{
    const auto follow = [this](const views::Connection &connection) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const QString mark = text::connectionMark(connection, now);
        m_chart->setConnectionMark(mark);
        if (m_tray)
            m_tray->setConnectionMark(mark);
        m_statusPage->setConnection(
            mark, text::oldFigures(connection, m_views.monitor->status().latest.wallMs, now));
        if (connection.state == views::Connection::State::Connected)
            loadAll();
    };
    connect(m_views.attached, &views::Backend::connectionChanged, this, follow);
    connect(m_notice, &NoticeBar::changeKept, this, &MainWindow::changeKept);
    follow(m_views.attached->connection());
    connect(m_connection, &ConnectionBar::regained, this, [this](qint64 lostMs) {
        statusBar()->showMessage(text::regained(m_views.place, lostMs), messageTime);
    });
}

// What was asked for without a connection was not answered, and the backend may have recorded what this
// window has missed.
void MainWindow::loadAll()
{
    m_samples.askForPast();
    m_events.load(1);
    m_cachePage->contentsChanged();
    m_sourcesPage->catchUp(isInFront(m_sourcesPage));
    m_holdersPage->catchUp(isInFront(m_holdersPage));
}

void MainWindow::allowNoChanges()
{
    m_actions->readOnly->setChecked(true);
    for (QAction *action : {m_actions->readOnly, m_actions->apply, m_actions->revert, m_actions->note,
                            m_actions->settings, m_actions->cancelScan, m_actions->nextHandle,
                            m_snooze->menuAction(), m_basis->menuAction(), m_presets->menuAction()})
        action->setVisible(false);
    m_basis->setEnabled(false);
    m_presets->setEnabled(false);
    m_thresholdPage->setEnabled(false);
    m_statusPage->setReadOnly(true);
    m_chart->setThresholdsMovable(false);
}

void MainWindow::connectHeader()
{
    connect(m_statusPage, &StatusPage::programsRequested, m_actions->showPrograms, &QAction::trigger);
    connect(m_statusPage, &StatusPage::evictedRequested, this, [this] {
        m_docks.cache->show();
        m_docks.cache->raise();
        m_cachePage->showFiltered(u"tier:disk-only"_s);
    });
    connect(m_statusPage, &StatusPage::raiseRequested, m_actions->settings, &QAction::trigger);
    connect(m_statusPage, &StatusPage::processesRequested, this, [this] {
        m_docks.holders->show();
        m_docks.holders->raise();
        m_holdersPage->showNewestOf(m_views.monitor->status().applied);
    });
}

void MainWindow::connectPresets()
{
    auto *commands = new PresetCommands(m_views, m_notice, this);
    connect(m_basis, &BasisMenu::chosen, commands, &PresetCommands::setBasis);
    connect(commands, &PresetCommands::offered, m_trialOutcome, &TrialOutcome::follow);
    connect(m_actions->settings, &QAction::triggered, commands, &PresetCommands::editSettings);
    connect(m_presets, &PresetMenu::chosen, commands, &PresetCommands::choose);
    connect(m_presets, &PresetMenu::saveRequested, commands, &PresetCommands::save);
    connect(m_presets, &PresetMenu::removeRequested, commands, &PresetCommands::remove);
    connect(m_presets, &PresetMenu::importRequested, commands, &PresetCommands::importFrom);
    connect(m_presets, &PresetMenu::exportRequested, commands, &PresetCommands::exportTo);
}

void MainWindow::connectCacheActions()
{
    connect(m_actions->addFolder, &QAction::triggered, m_files, &FileCommands::chooseFolder);
    connect(m_files, &FileCommands::scanStarted, m_docks.scan, [this] {
        m_docks.scan->show();
        m_docks.scan->raise();
        m_scanPage->setFocus(Qt::OtherFocusReason); // F1 now explains this page
    });
    connect(m_actions->cancelScan, &QAction::triggered, m_views.scan, &views::ScanView::cancel);
    const auto followScan = [this] {
        const bool running = m_views.scan->progress().running;
        // One scan at a time.
        m_actions->addFolder->setEnabled(!running && !m_actions->readOnly->isChecked());
        m_actions->cancelScan->setEnabled(running);
    };
    connect(m_views.scan, &views::ScanView::progressed, this, followScan);
    connect(m_views.scan, &views::ScanView::finished, this, followScan);
    followScan();
    connect(m_actions->readOnly, &QAction::toggled, this, followScan);
    connect(m_actions->readOnly, &QAction::toggled, m_cachePage, &CachePage::setReadOnly);
    connect(m_docks.cache, &QDockWidget::visibilityChanged, m_cachePage, &CachePage::catchUp);
    connect(m_actions->showPrograms, &QAction::triggered, m_docks.cache, [this] {
        m_docks.cache->show();
        m_docks.cache->raise();
        m_cachePage->showPrograms();
    });
    connect(m_actions->showFolders, &QAction::triggered, m_docks.cache, [this] {
        m_docks.cache->show();
        m_docks.cache->raise();
        m_cachePage->showFolders();
    });
}

} // namespace manometer::gui
