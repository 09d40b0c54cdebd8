// SPDX-License-Identifier: GPL-3.0-or-later
//
// All commands of the window with text, icon and keys, and the menus and toolbar that contain them.
// MainWindow connects them. GUI thread.
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QMenu;
class QToolBar;
class QUndoStack;
QT_END_NAMESPACE

namespace manometer::gui {

class BasisMenu;
class PresetMenu;

class WindowActions final : public QObject
{
    Q_OBJECT
public:
    WindowActions(QMainWindow *window, QUndoStack *undoStack);

    // Call once the docks exist: adds their show and hide actions to the View menu.
    void buildMenus(QMainWindow *window, const QList<QAction *> &dockToggles, QMenu *snoozeMenu,
                    QMenu *notificationMenu, QMenu *appearanceMenu, QMenu *basisMenu, QMenu *presetMenu);
    QToolBar *buildToolBar(QMainWindow *window, QWidget *spanChooser, BasisMenu *basis, PresetMenu *presets);
    QList<QAction *> all() const { return m_all; }

    QAction *exportSamples;
    QAction *exportAllSamples;
    QAction *exportEvents;
    QAction *exportAllEvents;
    QAction *exportEntries;
    QAction *saveRecordingInView;
    QAction *saveWholeRecording;
    QAction *record;
    QAction *savePicture;
    QAction *keepInTray; // hidden where there is no tray
    QAction *quit;
    QAction *undo;
    QAction *redo;
    QAction *copyStatus;
    QAction *find;
    QAction *pause;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomReset;
    QAction *earlier;
    QAction *later;
    QAction *live;
    QAction *viewBack;
    QAction *viewForward;
    QAction *nextEvent;
    QAction *previousEvent;
    QAction *note;
    QAction *composition;
    QAction *nextPane;
    QAction *layoutMonitor;
    QAction *layoutTune;
    QAction *layoutBrowse;
    QAction *layoutReview;
    QAction *restoreLayout;
    QAction *nextHandle;
    QAction *apply;
    QAction *revert;
    QAction *suggest;
    QAction *rehearse;
    QAction *settings;
    QAction *addFolder;
    QAction *cancelScan;
    QAction *pinEntries;
    QAction *deleteEntries;
    QAction *readOnly;
    QAction *showPrograms;
    QAction *showFolders;
    QAction *connectElsewhere;
    QAction *saveDiagnostics;
    QAction *help;
    QAction *whatsThis;
    QAction *introduction;
    QAction *shortcuts;
    QAction *about;

    // The step that `undo` undoes before those of the stack; empty: none.
    void setNewestStep(const QString &step);

private:
    void followSteps();
    void showUndo();
    QAction *add(const QString &text, const QList<QKeySequence> &keys, const QString &icon = {});

    QMainWindow *m_window;
    QUndoStack *m_undoStack;
    QString m_newestStep;
    QList<QAction *> m_all;
};

} // namespace manometer::gui
