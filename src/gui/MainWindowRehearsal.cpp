// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow and rehearsals: it asks for one, or shows one.
#include "gui/MainWindow.h"
#include "gui/notice/NoticeBar.h"
#include "gui/rehearsal/RehearsalBar.h"
#include "gui/rehearsal/RehearsalDialog.h"
#include "gui/shell/FileCommands.h"
#include "gui/shell/StatusMessage.h"
#include "gui/shell/WindowActions.h"
#include "gui/welcome/WelcomeCards.h"

#include <QBoxLayout>
#include <QStatusBar>

namespace manometer::gui {

void MainWindow::connectRehearsal()
{
    connect(m_actions->rehearse, &QAction::triggered, this, [this] {
        auto *dialog = new RehearsalDialog(this);
        connect(dialog, &RehearsalDialog::chosen, this, &MainWindow::rehearsalRequested);
        dialog->open();
    });
    connect(m_welcome, &WelcomeCards::demonstrationRequested, this,
            [this] { emit rehearsalRequested(demonstration()); });
}

void MainWindow::showRehearsal(const Rehearsal &rehearsal)
{
    setWindowTitle(tr("Manometer – rehearsal: %1", "%1: a curve or a file, and its speed")
                       .arg(text::rehearsal(rehearsal)));
    QWidget *card = m_chart->parentWidget();
    auto *bar = new RehearsalBar(rehearsal, card);
    if (auto *layout = qobject_cast<QBoxLayout *>(card->layout()))
        layout->insertWidget(0, bar);
    if (rehearsal.speed > 1)
        m_chart->setSpan(std::chrono::minutes(1)); // what is played in seconds is to be seen
    m_files->setBanner([bar](int width) { return bar->picture(width); });
}

void MainWindow::rehearsalStarted()
{
    statusBar()->showMessage(tr("The rehearsal starts in a window of its own."), messageTime);
}

void MainWindow::rehearsalFailed(const QString &reason)
{
    m_notice->present({.text = tr("The rehearsal cannot be started: %1").arg(reason),
                       .undoText = {},
                       .undo = {},
                       .keepText = tr("OK")});
}

} // namespace manometer::gui
