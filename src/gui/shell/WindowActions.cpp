// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/WindowActions.h"

#include "gui/look/Icons.h"
#include "gui/presets/BasisMenu.h"
#include "gui/presets/PresetMenu.h"
#include "gui/text/PlainText.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// A button that shows the present choice and opens the menu to change it.
template<typename Menu, typename Words>
void addChooser(QToolBar *bar, const QString &name, Menu *menu, const QString &hint,
                const QString &explanation, const Words &words)
{
    auto *chooser = new QPushButton(bar);
    chooser->setObjectName(name);
    chooser->setMenu(menu);
    text::setToolTip(chooser, hint);
    text::setWhatsThis(chooser, explanation);
    const auto show = [chooser, words](const QString &current) {
        chooser->setText(words(text::withoutMnemonic(current)));
        chooser->setAccessibleName(words(current));
    };
    QObject::connect(menu, &Menu::currentChanged, chooser, show);
    show(menu->current());
    bar->addWidget(chooser);
}

} // namespace

WindowActions::WindowActions(QMainWindow *window, QUndoStack *undoStack)
    : QObject(window)
    , m_window(window)
    , m_undoStack(undoStack)
{
    exportSamples = add(tr("Export &samples in view…"), {Qt::CTRL | Qt::Key_E}, u"export"_s);
    exportSamples->setIconText(tr("Export…"));
    exportAllSamples = add(tr("Export &all samples…"), {});
    exportEvents = add(tr("Export &events in view…"), {});
    exportAllEvents = add(tr("Export all e&vents…"), {});
    exportEntries = add(tr("Export cache en&tries…"), {});
    saveRecordingInView = add(tr("Save recordin&g of the time in view…"), {});
    saveWholeRecording = add(tr("Save &whole recording…"), {});
    record = add(tr("&Record samples…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R}, u"record"_s);
    record->setIconText(tr("Record…"));
    record->setCheckable(true);
    text::setToolTip(record, tr("Append every sample to a file (Ctrl+Shift+R)"));
    savePicture = add(tr("Save &picture of the chart…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, u"picture"_s);
    savePicture->setIconText(tr("Picture…"));
    keepInTray = add(tr("&Keep running in the tray when the window is closed"), {});
    keepInTray->setCheckable(true);
    keepInTray->setVisible(false);
    quit = add(tr("&Quit"), {Qt::CTRL | Qt::Key_Q});
    undo = add(tr("&Undo"), {Qt::CTRL | Qt::Key_Z});
    redo = add(tr("&Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z});
    followSteps();
    copyStatus = add(tr("&Copy status as JSON"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    find = add(tr("&Filter"), {Qt::CTRL | Qt::Key_F});
    pause = add(tr("&Pause"), {Qt::Key_Space}, u"pause"_s);
    pause->setCheckable(true);
    text::setToolTip(pause, tr("Pause the display; recording continues (Space)"));
    zoomIn =
        add(tr("Zoom &in"), {Qt::Key_Plus, Qt::Key_Equal, Qt::KeypadModifier | Qt::Key_Plus}, u"zoom-in"_s);
    zoomOut = add(tr("Zoom &out"), {Qt::Key_Minus, Qt::KeypadModifier | Qt::Key_Minus}, u"zoom-out"_s);
    zoomReset = add(tr("&Default range"), {Qt::Key_0, Qt::KeypadModifier | Qt::Key_0});
    earlier = add(tr("&Earlier"), {Qt::SHIFT | Qt::Key_Left}, u"earlier"_s);
    later = add(tr("&Later"), {Qt::SHIFT | Qt::Key_Right}, u"later"_s);
    live = add(tr("&Go live"), {Qt::Key_L}, u"live"_s);
    live->setIconText(tr("Live"));
    text::setToolTip(live, tr("Return to live data and follow it (L)"));
    viewBack = add(tr("Zoom &back"), {Qt::ALT | Qt::Key_Left});
    viewForward = add(tr("Zoom forw&ard"), {Qt::ALT | Qt::Key_Right});
    nextEvent = add(tr("&Next event"), {Qt::Key_N});
    previousEvent = add(tr("Pre&vious event"), {Qt::Key_P});
    note = add(tr("Add &note…"), {Qt::Key_M});
    composition = add(tr("Compo&sition of memory"), {Qt::Key_C});
    composition->setCheckable(true);
    text::setToolTip(composition, tr("Show in the chart what the machine's memory is used for (C)"));
    nextPane = add(tr("Ne&xt pane"), {Qt::Key_F6});
    layoutMonitor = add(tr("Layout &Monitor"), {Qt::CTRL | Qt::Key_1});
    layoutTune = add(tr("Layout &Tune"), {Qt::CTRL | Qt::Key_2});
    layoutBrowse = add(tr("Layout Bro&wse"), {Qt::CTRL | Qt::Key_3});
    layoutReview = add(tr("Layout &Review"), {Qt::CTRL | Qt::Key_4});
    restoreLayout = add(tr("Restore de&fault layout"), {});
    nextHandle = add(tr("&Next handle"), {Qt::Key_T});
    apply = add(tr("&Apply draft"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, u"apply"_s);
    revert = add(tr("&Revert draft"), {}, u"revert"_s);
    suggest = add(tr("&Suggest thresholds…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T});
    rehearse = add(tr("Re&hearse…"), {});
    text::setToolTip(rehearse, tr("Play a curve of memory use, in a window of its own or on this cache"));
    settings = add(tr("&Settings…"), {Qt::CTRL | Qt::Key_Comma});
    text::setToolTip(settings, tr("Set limits, control loop and language (Ctrl+,)"));
    addFolder = add(tr("&Add folder…"), {Qt::CTRL | Qt::Key_O}, u"add-folder"_s);
    text::setToolTip(addFolder, tr("Read the metadata of a folder's files into the cache (Ctrl+O)"));
    cancelScan = add(tr("&Cancel scan"), {});
    pinEntries = add(tr("&Pin entries"), {Qt::CTRL | Qt::Key_P});
    pinEntries->setCheckable(true);
    deleteEntries = add(tr("&Delete entries…"), {Qt::Key_Delete}, u"delete"_s);
    readOnly = add(tr("Read-on&ly"), {});
    readOnly->setCheckable(true);
    text::setToolTip(readOnly, tr("View entries without pinning, deleting, re-reading or adding any"));
    showFolders = add(tr("Sizes by &folder"), {Qt::CTRL | Qt::Key_6});
    showPrograms = add(tr("Programs that use &exiftool"), {Qt::CTRL | Qt::Key_5});
    connectElsewhere = add(tr("C&onnect to another Manometer…"), {});
    saveDiagnostics = add(tr("Save &diagnostics…"), {});
    help = add(tr("&Help"), {Qt::Key_F1});
    whatsThis = add(tr("&What's this?"), {}); // Shift+F1 is handled by the focused field
    introduction = add(tr("&Introduction"), {});
    shortcuts = add(tr("&Keyboard shortcuts"), {Qt::CTRL | Qt::Key_Question});
    about = add(tr("&About Manometer"), {});
}

// Not the stack's own actions: they concatenate two texts in an order that does not fit every language.
void WindowActions::followSteps()
{
    showUndo();
    connect(m_undoStack, &QUndoStack::canUndoChanged, this, &WindowActions::showUndo);
    connect(m_undoStack, &QUndoStack::undoTextChanged, this, &WindowActions::showUndo);
    redo->setEnabled(m_undoStack->canRedo());
    connect(m_undoStack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(m_undoStack, &QUndoStack::redoTextChanged, redo, [this](const QString &step) {
        redo->setText(step.isEmpty() ? tr("&Redo") : tr("&Redo: %1", "a step, such as: move HIGH").arg(step));
    });
}

void WindowActions::setNewestStep(const QString &step)
{
    m_newestStep = step;
    showUndo();
}

void WindowActions::showUndo()
{
    const QString step = m_newestStep.isEmpty() ? m_undoStack->undoText() : m_newestStep;
    undo->setEnabled(!m_newestStep.isEmpty() || m_undoStack->canUndo());
    undo->setText(step.isEmpty() ? tr("&Undo") : tr("&Undo: %1", "a step, such as: move HIGH").arg(step));
}

QAction *WindowActions::add(const QString &text, const QList<QKeySequence> &keys, const QString &icon)
{
    auto *action = new QAction(text, m_window);
    action->setShortcuts(keys);
    if (!icon.isEmpty())
        action->setIcon(actionIcon(icon));
    m_all += action;
    return action;
}

void WindowActions::buildMenus(QMainWindow *window, const QList<QAction *> &dockToggles, QMenu *snoozeMenu,
                               QMenu *notificationMenu, QMenu *appearanceMenu, QMenu *basisMenu,
                               QMenu *presetMenu)
{
    QMenuBar *bar = window->menuBar();
    bar->setAccessibleName(tr("Menus"));
    const auto menu = [bar](const QString &title, const QList<QAction *> &actions) {
        QMenu *made = bar->addMenu(title);
        QString name = title;
        made->setAccessibleName(name.remove(u'&'));
        for (QAction *action : actions) {
            if (action)
                made->addAction(action);
            else
                made->addSeparator();
        }
        return made;
    };
    menu(tr("&File"), {exportSamples, exportAllSamples, exportEvents, exportAllEvents, exportEntries, nullptr,
                       saveRecordingInView, saveWholeRecording, nullptr, record, savePicture, nullptr,
                       connectElsewhere, nullptr, keepInTray, quit});
    menu(tr("&Edit"), {undo, redo, nullptr, copyStatus, nullptr, note, find, nullptr, settings});
    menu(tr("&View"),
         QList<QAction *>{pause, nullptr, zoomIn, zoomOut, zoomReset, nullptr, earlier, later, live, viewBack,
                          viewForward, nullptr, previousEvent, nextEvent, nullptr, composition, nullptr} +
             dockToggles +
             QList<QAction *>{nullptr, nextPane, nullptr, layoutMonitor, layoutTune, layoutBrowse,
                              layoutReview, restoreLayout, nullptr, appearanceMenu->menuAction(),
                              notificationMenu->menuAction()});
    menu(tr("&Thresholds"),
         {nextHandle, nullptr, apply, revert, suggest, nullptr, basisMenu->menuAction(), nullptr, rehearse});
    menu(tr("&Cache"),
         {addFolder, cancelScan, nullptr, pinEntries, deleteEntries, readOnly, nullptr, showFolders,
          showPrograms, nullptr, presetMenu->menuAction(), snoozeMenu->menuAction()});
    menu(tr("&Help"), {help, whatsThis, introduction, shortcuts, nullptr, saveDiagnostics, nullptr, about});
}

QToolBar *WindowActions::buildToolBar(QMainWindow *window, QWidget *spanChooser, BasisMenu *basis,
                                      PresetMenu *presets)
{
    QToolBar *bar = window->addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setAccessibleName(tr("Tools"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(18, 18));
    bar->addAction(pause);
    bar->addAction(record);
    bar->addSeparator();
    bar->addWidget(spanChooser);
    bar->addAction(zoomIn);
    bar->addAction(zoomOut);
    bar->addAction(earlier);
    bar->addAction(later);
    bar->addAction(live);
    bar->addSeparator();
    addChooser(bar, u"basisChooser"_s, basis, tr("Memory that decides the level"),
               tr("The memory that decides the level: the machine's, the control group's share of its limit, "
                  "or (Auto) whichever is fuller. Default: Auto."),
               [](const QString &current) { return tr("Basis: %1").arg(current); });
    addChooser(bar, u"presetChooser"_s, presets,
               tr("Settings in effect; * means that they differ from the preset"),
               tr("A preset is a complete set of thresholds, limits and control loop values. Choosing one "
                  "takes effect at once. You can undo it for one minute."),
               [](const QString &current) { return tr("Preset: %1").arg(current); });
    bar->addSeparator();
    bar->addAction(addFolder);
    bar->addSeparator();
    bar->addAction(exportSamples);
    bar->addAction(savePicture);
    // Zoom and arrow icons need no text.
    for (QAction *action : {zoomIn, zoomOut, earlier, later})
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    return bar;
}

} // namespace manometer::gui
