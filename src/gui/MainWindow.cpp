// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/MainWindow.h"

#include "gui/entries/CachePage.h"
#include "gui/events/EventPage.h"
#include "gui/holders/HoldersPage.h"
#include "gui/look/Icons.h"
#include "gui/notice/NoticeBar.h"
#include "gui/scan/ScanPage.h"
#include "gui/shell/CopyRows.h"
#include "gui/shell/ExportProgress.h"
#include "gui/shell/FileCommands.h"
#include "gui/shell/HelpDialogs.h"
#include "gui/shell/NoteDialog.h"
#include "gui/shell/Notifier.h"
#include "gui/shell/PlainKeys.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/shell/StatusLine.h"
#include "gui/shell/WindowActions.h"
#include "gui/sources/SourcesPage.h"
#include "gui/status/StatusPage.h"
#include "gui/text/Numbers.h"
#include "gui/thresholds/ThresholdPage.h"

#include <QComboBox>
#include <QDataStream>
#include <QDateTime>
#include <QDockWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// Of the layout's bytes; grows whenever docks or their names change.
constexpr qint32 layoutVersion = 4;
// Room for the status bar's own messages: long enough to read them.
constexpr int messageTime = 8000;

// Neither closed nor a tab in the back, which Qt keeps 'visible' outside of the window.
bool isInFront(const QWidget *pane)
{
    const QWidget *window = pane->window();
    return pane->isVisible() && window->rect().contains(pane->mapTo(window, pane->rect().center()));
}

} // namespace

MainWindow::MainWindow(Views views, QWidget *parent)
    : QMainWindow(parent)
    , m_views(std::move(views))
    , m_samples(m_views.monitor)
    , m_thresholdModel(m_views.settings)
    , m_events(m_views.events)
    , m_actions(new WindowActions(this, m_thresholdModel.undoStack()))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Manometer"));
    setWindowIcon(programIcon());
    setAccessibleName(tr("Manometer"));
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    // The tables below hold long sentences: they get the whole width.
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    buildCentre();
    buildDocks();
    buildRangeChooser();
    QToolBar *bar = m_actions->buildToolBar(this, m_rangeChooser);
    buildHeader();
    QList<QAction *> toggles;
    for (const QDockWidget *dock : m_docks.all())
        toggles += dock->toggleViewAction();
    m_notifier = new Notifier(m_views.events, this);
    connect(m_notifier, &Notifier::windowRequested, this, &MainWindow::comeForward);
    m_actions->buildMenus(this, toggles + QList<QAction *>{bar->toggleViewAction()},
                          new SnoozeMenu(m_views.monitor, this), m_notifier->menu());
    new StatusLine(m_views, &m_samples, &m_thresholdModel, statusBar());
    new PlainKeys(this);
    new CopyRows(this);
    m_files = new FileCommands(m_views, m_chart, this);
    connectFileActions();
    connectLayouts();
    connectChartActions();
    connectEvents();
    connectThresholdActions();
    connectCacheActions();
    resize(1280, 800);
    arrange(this, m_docks, Arrangement::Tune);
    m_chart->setFocus();
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    centre->setAccessibleName(tr("Pressure"));
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_notice = new NoticeBar(centre);
    layout->addWidget(m_notice);
    m_chart = new TimeChart(&m_samples, &m_thresholdModel, centre);
    layout->addWidget(m_chart, 1);
    setCentralWidget(centre);
}

// Across the whole window, above chart and docks, and always there: it is what the first glance is for.
void MainWindow::buildHeader()
{
    addToolBarBreak();
    QToolBar *bar = addToolBar(tr("Status"));
    bar->setObjectName(u"statusBar"_s);
    bar->setAccessibleName(tr("Status"));
    bar->setMovable(false);
    bar->toggleViewAction()->setEnabled(false);
    m_statusPage = new StatusPage(m_views.monitor, m_views.cache, &m_events, &m_samples, bar);
    bar->addWidget(m_statusPage);
}

void MainWindow::buildDocks()
{
    m_thresholdPage = new ThresholdPage(&m_thresholdModel, m_views.settings, this);
    m_eventPage = new EventPage(&m_events, this);
    m_cachePage = new CachePage(m_views.cache, m_views.monitor, this);
    m_scanPage = new ScanPage(m_views.scan, this);
    m_sourcesPage = new SourcesPage(m_views.monitor, this);
    m_docks.thresholds =
        addDock(u"thresholdDock"_s, tr("Thresholds"), m_thresholdPage, Qt::RightDockWidgetArea);
    m_docks.events = addDock(u"eventDock"_s, tr("Events"), m_eventPage, Qt::BottomDockWidgetArea);
    m_docks.cache = addDock(u"cacheDock"_s, tr("Cache entries"), m_cachePage, Qt::BottomDockWidgetArea);
    m_holdersPage = new HoldersPage(m_views.monitor, m_views.cache, this);
    m_docks.holders =
        addDock(u"holdersDock"_s, tr("Memory holders"), m_holdersPage, Qt::BottomDockWidgetArea);
    connect(m_docks.holders, &QDockWidget::visibilityChanged, m_holdersPage, &HoldersPage::catchUp);
    m_docks.scan = addDock(u"scanDock"_s, tr("Scan"), m_scanPage, Qt::BottomDockWidgetArea);
    m_docks.sources = addDock(u"sourcesDock"_s, tr("Sources"), m_sourcesPage, Qt::BottomDockWidgetArea);
    connect(m_docks.sources, &QDockWidget::visibilityChanged, m_sourcesPage, &SourcesPage::catchUp);
    m_cachePage->setActions({.addFolder = m_actions->addFolder,
                             .pin = m_actions->pinEntries,
                             .remove = m_actions->deleteEntries});
    m_cachePage->setNoticeBar(m_notice);
    m_scanPage->addButton(m_actions->addFolder);
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *page,
                                 Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(page);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::buildRangeChooser()
{
    m_rangeChooser = new QComboBox(this);
    m_rangeChooser->setAccessibleName(tr("Time range of the chart"));
    m_rangeChooser->setToolTip(tr("Time range of the chart (+ and −)"));
    for (const std::chrono::seconds span : chartSpans())
        m_rangeChooser->addItem(text::duration(std::chrono::milliseconds(span).count()),
                                static_cast<qlonglong>(span.count()));
    const auto select = [this](std::chrono::seconds span) {
        m_rangeChooser->setCurrentIndex(m_rangeChooser->findData(static_cast<qlonglong>(span.count())));
        // One that was zoomed to is none of the list.
        m_rangeChooser->setPlaceholderText(text::duration(std::chrono::milliseconds(span).count()));
    };
    select(m_chart->span());
    connect(m_chart, &TimeChart::spanChanged, m_rangeChooser, select);
    connect(m_rangeChooser, &QComboBox::currentIndexChanged, m_chart, [this](int index) {
        if (index >= 0)
            m_chart->setSpan(std::chrono::seconds(m_rangeChooser->currentData().toLongLong()));
    });
}

void MainWindow::connectFileActions()
{
    const auto times = [this](const QAction *action, void (FileCommands::*what)(FileCommands::Times),
                              FileCommands::Times which) {
        connect(action, &QAction::triggered, m_files, [this, what, which] { (m_files->*what)(which); });
    };
    times(m_actions->exportSamples, &FileCommands::exportSamples, FileCommands::Times::InView);
    times(m_actions->exportAllSamples, &FileCommands::exportSamples, FileCommands::Times::All);
    times(m_actions->exportEvents, &FileCommands::exportEvents, FileCommands::Times::InView);
    times(m_actions->exportAllEvents, &FileCommands::exportEvents, FileCommands::Times::All);
    connect(m_actions->exportEntries, &QAction::triggered, m_files,
            [this] { m_files->exportEntries(m_cachePage->query()); });
    auto *progress = new ExportProgress(statusBar());
    connect(m_files, &FileCommands::exportStarted, progress, &ExportProgress::follow);
    connect(progress, &ExportProgress::cancelled, this, [this](const QString &file) {
        statusBar()->showMessage(tr("Export cancelled; %1 was not written.").arg(file), messageTime);
    });
    connect(m_actions->record, &QAction::triggered, m_files, &FileCommands::record);
    const auto followRecording = [this] {
        m_actions->record->setChecked(!m_views.exports->recordingFile().isEmpty());
    };
    connect(m_actions->record, &QAction::triggered, this, followRecording); // until a file is chosen
    connect(m_views.exports, &service::ExportView::recordingChanged, this, followRecording);
    connect(m_actions->savePicture, &QAction::triggered, m_files, &FileCommands::savePicture);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->copyStatus, &QAction::triggered, m_files, &FileCommands::copyStatus);
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::focusFilter);
    connect(m_actions->nextPane, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(m_actions->saveDiagnostics, &QAction::triggered, m_files, &FileCommands::saveDiagnostics);
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(this, m_actions->all()); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::connectLayouts()
{
    const auto gives = [this](const QAction *action, Arrangement arrangement) {
        connect(action, &QAction::triggered, this,
                [this, arrangement] { arrange(this, m_docks, arrangement); });
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
    // Looking at an earlier time is a pause, too.
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
    followViews();
    connect(m_views.monitor, &service::MonitorView::statusChanged, m_chart,
            [this](const service::MonitorStatus &status) {
                m_chart->setSignal(status.stale ? TimeChart::Signal::Stale : TimeChart::Signal::Fresh);
            });
}

// Mark and row are two views of an event: either selects the other.
void MainWindow::connectEvents()
{
    const auto putOnChart = [this] { m_chart->setEvents(m_events.chartEvents()); };
    connect(&m_events, &QAbstractItemModel::rowsInserted, this, putOnChart);
    connect(&m_events, &QAbstractItemModel::rowsRemoved, this, putOnChart);
    connect(m_chart, &TimeChart::eventActivated, this, [this](quint64 id) {
        m_docks.events->show();
        m_docks.events->raise();
        m_eventPage->showEvent(id);
    });
    connect(m_eventPage, &EventPage::selected, m_chart, &TimeChart::selectEvent);
    connect(m_eventPage, &EventPage::momentRequested, m_chart, &TimeChart::showMoment);
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
    auto *dialog =
        new NoteDialog(m_chart->crosshairWallMs().value_or(QDateTime::currentMSecsSinceEpoch()), this);
    connect(dialog, &NoteDialog::noted, m_views.events, &service::EventView::note);
    dialog->open();
}

void MainWindow::connectThresholdActions()
{
    connect(m_actions->nextHandle, &QAction::triggered, m_chart, &TimeChart::selectNextHandle);
    connect(m_chart, &TimeChart::valueEntryRequested, this, [this](pressure::Level level) {
        m_docks.thresholds->show();
        m_docks.thresholds->raise();
        m_thresholdPage->focusValue(level);
    });
    connect(m_actions->apply, &QAction::triggered, this, &MainWindow::applyThresholds);
    connect(&m_thresholdModel, &ThresholdModel::appliedHere, this, &MainWindow::offerRevert);
    connect(m_actions->revert, &QAction::triggered, &m_thresholdModel, &ThresholdModel::revert);
    connect(m_thresholdPage, &ThresholdPage::applyRequested, this, &MainWindow::applyThresholds);
    connect(m_thresholdPage, &ThresholdPage::revertRequested, &m_thresholdModel, &ThresholdModel::revert);
}

// For a minute, what was just applied can be taken back with one press; it takes itself back if nobody
// confirms a change that moves the present level by two or more, which may be a slip of the hand.
void MainWindow::offerRevert(const pressure::Thresholds &before, const pressure::Thresholds &after)
{
    const double percent = m_views.monitor->status().percent;
    const auto level = [percent](const pressure::Thresholds &thresholds) {
        return static_cast<int>(pressure::classify(percent, thresholds));
    };
    const bool wide = std::isfinite(percent) && std::abs(level(before) - level(after)) >= 2;
    const auto revert = [this, before] {
        if (m_thresholdModel.applied() != before)
            m_thresholdModel.applyNow(before);
        m_notice->withdraw();
    };
    m_notice->present(
        {.text = wide ? tr("Other thresholds count now, and the level changes by two or more. They are "
                           "taken back unless they are kept.")
                      : tr("Other thresholds count now."),
         .undoText = tr("Revert"),
         .undo = revert,
         .keepText = tr("Keep"),
         .lasts = std::chrono::seconds(60),
         .timeOut = wide ? std::function<void()>(revert) : std::function<void()>([] {})});
}

void MainWindow::connectCacheActions()
{
    connect(m_actions->addFolder, &QAction::triggered, m_files, &FileCommands::chooseFolder);
    connect(m_files, &FileCommands::scanStarted, m_docks.scan, [this] {
        m_docks.scan->show();
        m_docks.scan->raise();
    });
    connect(m_actions->cancelScan, &QAction::triggered, m_views.scan, &service::ScanView::cancel);
    const auto followScan = [this] {
        const bool running = m_views.scan->progress().running;
        m_actions->addFolder->setEnabled(!running); // one scan at a time
        m_actions->cancelScan->setEnabled(running);
    };
    connect(m_views.scan, &service::ScanView::progressed, this, followScan);
    connect(m_views.scan, &service::ScanView::finished, this, followScan);
    followScan();
    connect(m_docks.cache, &QDockWidget::visibilityChanged, m_cachePage, &CachePage::catchUp);
}

void MainWindow::applyThresholds()
{
    m_thresholdPage->commitTyping();
    if (m_thresholdModel.apply())
        return;
    if (const int changes = m_thresholdModel.changeCount(); changes > 0)
        statusBar()->showMessage(tr("Not applied: see the reason beside the thresholds."), messageTime);
}

void MainWindow::focusFilter()
{
    if (isInFront(m_cachePage))
        return m_cachePage->focusFilter();
    m_docks.events->show();
    m_docks.events->raise();
    m_eventPage->focusFilter();
}

void MainWindow::focusNextPane()
{
    const std::array<QWidget *, 7> panes{m_chart,       m_thresholdPage, m_eventPage, m_cachePage,
                                         m_holdersPage, m_sourcesPage,   m_scanPage};
    const QWidget *focused = focusWidget();
    std::size_t here = panes.size() - 1;
    for (std::size_t index = 0; index < panes.size(); ++index)
        if (focused && (panes[index] == focused || panes[index]->isAncestorOf(focused)))
            here = index;
    for (std::size_t step = 1; step <= panes.size(); ++step) {
        QWidget *pane = panes[(here + step) % panes.size()];
        if (!isInFront(pane))
            continue;
        // The pane itself or the first of its widgets that takes the focus.
        QWidget *target = pane;
        for (QWidget *part : pane->findChildren<QWidget *>())
            if (target->focusPolicy() == Qt::NoFocus && (part->focusPolicy() & Qt::TabFocus) &&
                part->isVisible() && part->isEnabled())
                target = part;
        return target->setFocus(Qt::ShortcutFocusReason);
    }
}

void MainWindow::showPicture()
{
    const auto picture =
        m_actions->pause->isChecked() ? TimeChart::Picture::Paused : TimeChart::Picture::Live;
    m_actions->pause->setIcon(actionIcon(picture == TimeChart::Picture::Paused ? u"resume"_s : u"pause"_s));
    m_chart->setPicture(picture);
    m_statusPage->setPicture(picture);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

QByteArray MainWindow::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << layoutVersion << saveGeometry() << saveState(layoutVersion) << m_cachePage->saveColumns()
           << static_cast<qint64>(m_chart->span().count())
           << static_cast<qint32>(m_notifier->leastLevel() ? static_cast<int>(*m_notifier->leastLevel())
                                                           : -1);
    return layout;
}

bool MainWindow::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    QByteArray geometry;
    QByteArray state;
    QByteArray columns;
    qint64 span = 0;
    stream >> version;
    if (version != layoutVersion)
        return false;
    qint32 notifyFrom = -1;
    stream >> geometry >> state >> columns >> span >> notifyFrom;
    if (stream.status() != QDataStream::Ok || !restoreState(state, layoutVersion))
        return false;
    restoreGeometry(geometry);
    m_cachePage->restoreColumns(columns);
    m_chart->setSpan(std::chrono::seconds(span));
    using pressure::Level;
    m_notifier->setLeastLevel(notifyFrom >= static_cast<int>(Level::Elevated) &&
                                      notifyFrom <= static_cast<int>(Level::Critical)
                                  ? std::optional(static_cast<Level>(notifyFrom))
                                  : std::nullopt);
    return true;
}

} // namespace manometer::gui
