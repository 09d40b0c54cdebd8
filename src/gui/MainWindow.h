// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main window. Connects the views to the pages and the commands to the pages, nothing more. GUI thread;
// nothing blocks.
#pragma once

#include "gui/chart/TimeChart.h"
#include "gui/events/EventModel.h"
#include "gui/help/HelpTopics.h"
#include "gui/presets/WindowSettings.h"
#include "gui/rehearsal/Rehearsal.h"
#include "gui/samples/SampleModel.h"
#include "gui/shell/ConnectDialog.h"
#include "gui/shell/Layouts.h"
#include "gui/thresholds/ThresholdModel.h"
#include "views/FrontEnd.h"

#include <QMainWindow>

#include <vector>

QT_BEGIN_NAMESPACE
class QDockWidget;
QT_END_NAMESPACE

namespace manometer::gui {

class BasisMenu;
class CachePage;
class ConnectionBar;
class DockTitles;
class DraftBar;
class DraftKeeper;
class DraftOutcome;
class EventPage;
class FileCommands;
class HoldersPage;
class NoticeBar;
class PresetMenu;
class Notifier;
class ScanPage;
class SnoozeMenu;
class SourcesPage;
class StatusPage;
class ThresholdPage;
class TrialOutcome;
class TrayIcon;
class WelcomeCards;
class WhatIfPanel;
class WindowActions;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const views::FrontEnd &views, QWidget *parent = nullptr);
    // Reverts a change that still waits for confirmation.
    ~MainWindow() override;

    // Geometry, docks, columns, filters, read-only mode and the length of the visible time range, if the
    // operator has chosen one (not its position), and a draft of the thresholds. The caller stores the bytes.
    QByteArray saveLayout() const;
    // False, and nothing changes, if the bytes are not from saveLayout() of this version.
    bool restoreLayout(const QByteArray &layout);
    // Shows the introduction of a first start.
    void welcome();
    // Shows, raises and activates the window.
    void bringToFront();

    void setVisible(bool visible) override;
    // Call once, if the desktop has a tray. `tray` is a child of the window.
    void useTray(TrayIcon *tray);
    // The program goes on; only the tray icon or a second start shows the window again.
    void hideInTray();

    // Says in the title, above the chart and in each of its pictures that the views are of this rehearsal.
    void showRehearsal(const Rehearsal &rehearsal);
    // What became of a request for one.
    void rehearsalStarted();
    void rehearsalFailed(const QString &reason);

    // What the dialog for connecting offers.
    void setKnownPlaces(const QList<Place> &places) { m_knownPlaces = places; }

signals:
    // The operator wants a window that shows this one.
    void connectRequested(const manometer::gui::Place &place);
    // The operator wants a window of its own that plays this.
    void rehearsalRequested(const manometer::gui::Rehearsal &rehearsal);
    void quitRequested();
    // A change of settings that another process may have on trial is to stay.
    void changeKept();

protected:
    void childEvent(QChildEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildCentre();
    void buildHeader();
    void buildDocks();
    void connectFileActions();
    void connectLayouts();
    void connectChartActions();
    void connectEvents();
    void connectThresholdActions();
    void connectWhatIf();
    void suggest();
    void connectCacheActions();
    void connectHeader();
    void connectPresets();
    void connectAttached();
    void connectRehearsal();
    void askBeforeRehearsal(const views::RehearsalRequest &request);
    void present(const QString &problem);
    void loadAll();
    void allowNoChanges();
    void showRecorded();
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *page, Qt::DockWidgetArea area);
    static bool isInFront(const QWidget *pane);
    void applyThresholds();
    void undoStep();
    void redoStep();
    void endNoticeBeforeStep();
    void endNoticeAfterStep();
    void offerRevert(const pressure::Thresholds &before, const pressure::Thresholds &after);
    void noteOvertaken(const views::Settings &before, const views::Settings &now);
    void noteFailure(const QString &reason);
    void noteDroppedDraft();
    void focusFilter();
    struct Pane
    {
        QWidget *widget;
        HelpTopic topic;
    };
    std::vector<Pane> panes() const;
    std::size_t focusedPane() const;
    void focusShownPane(Arrangement arrangement);
    void focusNextPane();
    void helpHere();
    void showPicture();
    void showSpanInView();
    void writeNote();

    WindowSettings m_settings; // what all of the window changes settings through
    views::FrontEnd m_views;
    SampleModel m_samples;
    ThresholdModel m_thresholdModel;
    pressure::Thresholds m_offeredThresholds; // that a notice offers to revert
    EventModel m_events;
    WindowActions *m_actions;
    StatusPage *m_statusPage = nullptr;
    TimeChart *m_chart = nullptr;
    ThresholdPage *m_thresholdPage = nullptr;
    DraftOutcome *m_draftOutcome = nullptr;
    TrialOutcome *m_trialOutcome = nullptr;
    WhatIfPanel *m_whatIfPanel = nullptr;
    EventPage *m_eventPage = nullptr;
    CachePage *m_cachePage = nullptr;
    ScanPage *m_scanPage = nullptr;
    SourcesPage *m_sourcesPage = nullptr;
    FileCommands *m_files = nullptr;
    QList<Place> m_knownPlaces;
    bool m_isRehearsal = false;            // the views are of one
    bool m_isOwnReadOnly = false;          // the choice of a window that may change things
    ConnectionBar *m_connection = nullptr; // of an attached backend
    DraftBar *m_draftBar = nullptr;
    DraftKeeper *m_draftKeeper = nullptr;
    NoticeBar *m_notice = nullptr;
    WelcomeCards *m_welcome = nullptr;
    BasisMenu *m_basis = nullptr;
    SnoozeMenu *m_snooze = nullptr;
    PresetMenu *m_presets = nullptr;
    Notifier *m_notifier = nullptr;
    TrayIcon *m_tray = nullptr; // if the desktop has a tray
    HoldersPage *m_holdersPage = nullptr;
    Docks m_docks;
    bool m_couldStack = false; // at the size before
    DockTitles *m_dockTitles = nullptr;
};

} // namespace manometer::gui
