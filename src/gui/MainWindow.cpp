// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/MainWindow.h"

#include "gui/entries/CachePage.h"
#include "gui/events/EventPage.h"
#include "gui/help/HelpDialogs.h"
#include "gui/holders/HoldersPage.h"
#include "gui/look/Card.h"
#include "gui/look/Icons.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/BasisMenu.h"
#include "gui/presets/PresetMenu.h"
#include "gui/scan/ScanPage.h"
#include "gui/shell/AppearanceMenu.h"
#include "gui/shell/ChartBars.h"
#include "gui/shell/ConnectionBar.h"
#include "gui/shell/CopyRows.h"
#include "gui/shell/DockTitles.h"
#include "gui/shell/FileCommands.h"
#include "gui/shell/Notifier.h"
#include "gui/shell/PlainKeys.h"
#include "gui/shell/RangeChooser.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/shell/StatusLine.h"
#include "gui/shell/StatusMessage.h"
#include "gui/shell/WindowActions.h"
#include "gui/sources/SourcesPage.h"
#include "gui/status/StatusPage.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "gui/thresholds/DraftBar.h"
#include "gui/thresholds/DraftKeeper.h"
#include "gui/thresholds/ThresholdPage.h"
#include "gui/welcome/WelcomeCards.h"
#include "gui/whatif/DraftOutcome.h"
#include "gui/whatif/TrialOutcome.h"
#include "gui/whatif/WhatIfPanel.h"

#include <QAbstractScrollArea>
#include <QChildEvent>
#include <QDockWidget>
#include <QHeaderView>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int leastCentreHeight = 150;
constexpr int leastViewHeight = 44; // a header and a row: for windows of 480 pixels in height

// Without the border and the shading of a tool bar: the cards have their own.
class HeaderBar final : public QToolBar
{
public:
    using QToolBar::QToolBar;

protected:
    void paintEvent(QPaintEvent *) override {}
};

} // namespace

MainWindow::MainWindow(const views::FrontEnd &views, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(views.settings)
    , m_views(views)
    , m_samples(m_views.monitor, m_views.recorded ? MonitorClock::standing() : MonitorClock())
    , m_thresholdModel(&m_settings)
    , m_events(m_views.events)
    , m_actions(new WindowActions(this, m_thresholdModel.undoStack()))
{
    m_views.settings = &m_settings;
    setObjectName(u"mainWindow"_s);
    // Fields use the number format of the texts, also if the language was set after the start.
    setLocale(QLocale());
    setWindowTitle(!m_views.attached    ? tr("Manometer")
                   : m_views.isReadOnly ? tr("Manometer – %1 (read-only)").arg(m_views.place)
                                        : tr("Manometer – %1").arg(m_views.place));
    setWindowIcon(programIcon());
    setAccessibleName(tr("Manometer"));
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    buildCentre();
    buildDocks();
    m_basis = new BasisMenu(m_views.settings, m_views.monitor, this);
    m_presets = new PresetMenu(m_views.settings, m_actions->settings, this);
    QToolBar *bar = m_actions->buildToolBar(this, new RangeChooser(m_chart, this), m_basis, m_presets);
    buildHeader();
    QList<QAction *> toggles;
    for (const QDockWidget *dock : m_docks.all())
        toggles += dock->toggleViewAction();
    m_notifier = new Notifier(m_views.events, this);
    m_actions->buildMenus(this, toggles + QList<QAction *>{bar->toggleViewAction()},
                          m_snooze = new SnoozeMenu(m_views.monitor, this), m_notifier->menu(),
                          new AppearanceMenu(m_views.appearance, this), m_basis, m_presets);
    new StatusLine(m_views, &m_samples, &m_thresholdModel, statusBar());
    new PlainKeys(this);
    new CopyRows(this);
    m_files = new FileCommands(m_views, m_chart, this);
    connectFileActions();
    connectLayouts();
    connectChartActions();
    connectEvents();
    connectThresholdActions();
    connectWhatIf();
    connectCacheActions();
    connectPresets();
    connectHeader();
    connectRehearsal();
    if (m_views.attached)
        connectAttached();
    if (m_views.isReadOnly && !m_views.recorded)
        allowNoChanges();
    m_draftKeeper = new DraftKeeper(&m_thresholdModel, m_views, this);
    connect(m_draftKeeper, &DraftKeeper::dropped, this, &MainWindow::noteDroppedDraft);
    resize(QSize(1280, 800).boundedTo(largestSize(this)));
    arrange(this, m_docks, Arrangement::Tune);
    if (m_views.recorded)
        showRecorded();
    m_couldStack = canStack(this);
    m_chart->setFocus();
}

// Neither closed nor a hidden tab, which Qt reports as 'visible' outside of the window.
bool MainWindow::isInFront(const QWidget *pane)
{
    const QWidget *window = pane->window();
    return pane->isVisible() && window->rect().contains(pane->mapTo(window, pane->rect().center()));
}

MainWindow::~MainWindow()
{
    m_notice->end();
    // The tool bar releases it into a window of its own, whose palette may be another one. It would show
    // that, with models that are gone by then.
    delete m_statusPage;
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    centre->setAccessibleName(tr("Pressure"));
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(Card::grid, 0, Card::grid, Card::grid / 2);
    layout->setSpacing(Card::grid / 2);
    if (m_views.attached) {
        m_connection = new ConnectionBar(m_views.attached, m_views.place, centre);
        layout->addWidget(m_connection);
    }
    m_welcome = new WelcomeCards(m_actions->addFolder, centre);
    layout->addWidget(m_welcome);
    auto *card = new Card(tr("Chart"), centre);
    auto *inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(Card::grid / 2, Card::grid / 2, Card::grid / 2, Card::grid / 2);
    m_chart = new TimeChart(&m_samples, &m_thresholdModel, card);
    inCard->addWidget(m_chart);
    m_draftBar = new DraftBar(&m_thresholdModel, card);
    m_notice = new NoticeBar(card);
    m_trialOutcome = new TrialOutcome(m_views.evidence, m_views.monitor, m_notice, this);
    new ChartBars(m_chart, {m_notice, m_draftBar});
    layout->addWidget(card, 1);
    centre->setMinimumHeight(leastCentreHeight);
    setCentralWidget(centre);
}

// Spans the window above chart and docks and is always visible, because it is read first.
void MainWindow::buildHeader()
{
    addToolBarBreak();
    auto *bar = new HeaderBar(tr("Status"), this);
    addToolBar(bar);
    bar->setObjectName(u"statusBar"_s);
    bar->layout()->setContentsMargins(0, 0, 0, 0);
    bar->setAccessibleName(tr("Status"));
    bar->setMovable(false);
    bar->toggleViewAction()->setEnabled(false);
    m_events.followCosts(m_views.cache);
    m_statusPage = new StatusPage(m_views.monitor, m_views.cache, &m_events, &m_samples, bar);
    bar->addWidget(m_statusPage);
}

void MainWindow::buildDocks()
{
    m_thresholdPage = new ThresholdPage(&m_thresholdModel, m_views.settings, m_views.evidence, this);
    m_eventPage = new EventPage(&m_events, this);
    m_cachePage = new CachePage(m_views.cache, m_views.monitor, this);
    m_scanPage = new ScanPage(m_views.scan, this);
    m_sourcesPage = new SourcesPage(m_views.monitor, this);
    m_docks.thresholds =
        addDock(u"thresholdDock"_s, tr("Thresholds"), m_thresholdPage, Qt::RightDockWidgetArea);
    m_draftOutcome = new DraftOutcome(&m_thresholdModel, m_views.settings, m_views.evidence, this);
    m_whatIfPanel = new WhatIfPanel(m_draftOutcome, this);
    m_docks.whatIf = addDock(u"whatIfDock"_s, tr("What if"), m_whatIfPanel, Qt::RightDockWidgetArea);
    m_docks.events = addDock(u"eventDock"_s, tr("Events"), m_eventPage, Qt::BottomDockWidgetArea);
    m_docks.cache = addDock(u"cacheDock"_s, tr("Cache entries"), m_cachePage, Qt::BottomDockWidgetArea);
    m_holdersPage = new HoldersPage(m_views.monitor, m_views.cache, &m_events, this);
    m_docks.holders = addDock(u"holdersDock"_s, tr("Processes"), m_holdersPage, Qt::BottomDockWidgetArea);
    connect(m_docks.holders, &QDockWidget::visibilityChanged, m_holdersPage, &HoldersPage::catchUp);
    m_docks.scan = addDock(u"scanDock"_s, tr("Scan"), m_scanPage, Qt::BottomDockWidgetArea);
    m_docks.sources = addDock(u"sourcesDock"_s, tr("Sources"), m_sourcesPage, Qt::BottomDockWidgetArea);
    connect(m_docks.sources, &QDockWidget::visibilityChanged, m_sourcesPage, &SourcesPage::catchUp);
    m_dockTitles = new DockTitles(m_docks, this);
    m_cachePage->setActions({.addFolder = m_actions->addFolder,
                             .pin = m_actions->pinEntries,
                             .remove = m_actions->deleteEntries});
    m_cachePage->setScan(m_views.scan);
    m_cachePage->setNoticeBar(m_notice);
    m_scanPage->addButton(m_actions->addFolder);
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *page,
                                 Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    for (QAbstractScrollArea *view : page->findChildren<QAbstractScrollArea *>())
        if (!qobject_cast<QHeaderView *>(view))
            view->setMinimumHeight(leastViewHeight);
    // In a hidden page, only the layout right above a widget notices.
    for (QWidget *child : page->findChildren<QWidget *>())
        child->updateGeometry();
    dock->setWidget(page);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::applyThresholds()
{
    m_thresholdPage->commitTyping();
    if (m_views.recorded)
        return statusBar()->showMessage(
            tr("Not applied: a recording cannot be changed. The draft shows what it would have done."),
            messageTime);
    // An earlier notice may revert a change at its timeout; it must do so before this one is applied.
    if (m_thresholdModel.canApply())
        m_notice->end();
    if (m_thresholdModel.apply())
        return;
    if (const int changes = m_thresholdModel.changeCount(); changes > 0)
        statusBar()->showMessage(tr("Not applied. See the reason on the Thresholds page."), messageTime);
}

void MainWindow::focusFilter()
{
    if (isInFront(m_cachePage))
        return m_cachePage->focusFilter();
    m_docks.events->show();
    m_docks.events->raise();
    m_eventPage->focusFilter();
}

std::vector<MainWindow::Pane> MainWindow::panes() const
{
    return {{m_chart, HelpTopic::Chart},         {m_thresholdPage, HelpTopic::Thresholds},
            {m_whatIfPanel, HelpTopic::WhatIf},  {m_eventPage, HelpTopic::Events},
            {m_cachePage, HelpTopic::Entries},   {m_holdersPage, HelpTopic::Holders},
            {m_sourcesPage, HelpTopic::Sources}, {m_scanPage, HelpTopic::Scan}};
}

// A click on a dock's tab also moves the focus to its page.
void MainWindow::childEvent(QChildEvent *event)
{
    QMainWindow::childEvent(event);
    if (event->type() != QEvent::ChildPolished)
        return;
    // The child is complete now: polished, not only added.
    if (auto *tabs = qobject_cast<QTabBar *>(event->child())) { // clazy:exclude=child-event-qobject-cast
        tabs->setFocusPolicy(Qt::StrongFocus);
        if (m_dockTitles)
            m_dockTitles->adopt(tabs);
    }
}

// The index of the pane that has the focus, itself or on its tab; one past the end if none.
std::size_t MainWindow::focusedPane() const
{
    const QWidget *focused = focusWidget();
    if (const auto *tabs = qobject_cast<const QTabBar *>(focused); tabs && tabs->parentWidget() == this)
        if (const QDockWidget *dock = m_dockTitles->dockAt(tabs, tabs->currentIndex()))
            focused = dock->widget();
    const auto all = panes();
    const auto here = std::find_if(all.begin(), all.end(), [focused](const Pane &pane) {
        return focused && (pane.widget == focused || pane.widget->isAncestorOf(focused));
    });
    return static_cast<std::size_t>(here - all.begin());
}

void MainWindow::focusNextPane()
{
    const auto all = panes();
    const std::size_t here = std::min(focusedPane(), all.size() - 1);
    for (std::size_t step = 1; step <= all.size(); ++step) {
        QWidget *pane = all[(here + step) % all.size()].widget;
        if (!isInFront(pane))
            continue;
        // The pane itself or its first focusable widget.
        QWidget *target = pane;
        for (QWidget *part : pane->findChildren<QWidget *>())
            if (target->focusPolicy() == Qt::NoFocus && (part->focusPolicy() & Qt::TabFocus) &&
                part->isVisible() && part->isEnabled())
                target = part;
        return target->setFocus(Qt::ShortcutFocusReason);
    }
}

// After a layout change: focuses its main pane, unless a pane that is still visible has the focus.
void MainWindow::focusShownPane(Arrangement arrangement)
{
    if (arrangement == Arrangement::Browse)
        return m_cachePage->focusEntries();
    const auto all = panes();
    const std::size_t here = focusedPane();
    if (here == all.size() || !isInFront(all[here].widget))
        m_chart->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::helpHere()
{
    const auto all = panes();
    const std::size_t here = focusedPane();
    showHelp(this, here < all.size() ? all[here].topic : HelpTopic::Overview);
}

void MainWindow::showPicture()
{
    const auto picture =
        m_actions->pause->isChecked() ? TimeChart::Picture::Paused : TimeChart::Picture::Live;
    m_actions->pause->setIcon(actionIcon(picture == TimeChart::Picture::Paused ? u"resume"_s : u"pause"_s));
    m_chart->setPicture(picture);
    showSpanInView();
}

// While an earlier time is in view, the header is about that time; a recording has no other.
void MainWindow::showSpanInView()
{
    m_statusPage->showPast(m_chart->picture() == TimeChart::Picture::Paused || m_views.recorded
                               ? std::optional(spanInView(m_chart->frame(), m_chart->visibleRange()))
                               : std::nullopt);
}

void MainWindow::welcome()
{
    m_welcome->begin();
}

} // namespace manometer::gui
