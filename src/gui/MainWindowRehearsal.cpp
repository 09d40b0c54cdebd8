// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow and rehearsals: it asks for one, or shows one.
#include "async/Answer.h"
#include "gui/MainWindow.h"
#include "gui/notice/NoticeBar.h"
#include "gui/rehearsal/CacheRehearsalBar.h"
#include "gui/rehearsal/RehearsalBar.h"
#include "gui/rehearsal/RehearsalDialog.h"
#include "gui/shell/FileCommands.h"
#include "gui/shell/StatusMessage.h"
#include "gui/shell/WindowActions.h"
#include "gui/text/PlainText.h"
#include "gui/welcome/WelcomeCards.h"
#include "views/SettingsRules.h"

#include <QBoxLayout>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace manometer::gui {

void MainWindow::connectRehearsal()
{
    connect(m_actions->rehearse, &QAction::triggered, this, [this] {
        const bool isOffered = !m_views.isReadOnly && !m_views.recorded && !m_isRehearsal;
        auto *dialog = new RehearsalDialog(
            isOffered ? RehearsalDialog::OnCache::Offered : RehearsalDialog::OnCache::NotOffered, this);
        connect(dialog, &RehearsalDialog::chosen, this, &MainWindow::rehearsalRequested);
        connect(dialog, &RehearsalDialog::chosenOnCache, this, &MainWindow::askBeforeRehearsal);
        dialog->open();
    });
    QWidget *card = m_chart->parentWidget();
    auto *bar = new CacheRehearsalBar(m_views.monitor, card);
    bar->setReadOnly(m_views.isReadOnly);
    if (auto *layout = qobject_cast<QBoxLayout *>(card->layout()))
        layout->insertWidget(0, bar);
    connect(bar, &CacheRehearsalBar::stopRequested, this, [this] {
        async::whenAnswered(
            m_views.monitor->stopRehearsal({}), this,
            [this] {
                statusBar()->showMessage(tr("The rehearsal was stopped; the limit is restored."),
                                         messageTime);
            },
            [this](const QString &reason) {
                present(tr("The rehearsal cannot be stopped: %1").arg(reason));
            });
    });
    connect(m_welcome, &WelcomeCards::demonstrationRequested, this,
            [this] { emit rehearsalRequested(demonstration()); });
}

void MainWindow::askBeforeRehearsal(const views::RehearsalRequest &request)
{
    const RehearsalCost cost =
        costOf(request, controlConfigOf(m_views.settings->settings()), m_views.cache->summary().stats);
    const auto begin = [this, request] {
        async::whenAnswered(
            m_views.monitor->rehearse(request), this,
            [this](quint64) {
                statusBar()->showMessage(tr("The rehearsal on this cache has begun."), messageTime);
            },
            [this](const QString &reason) { rehearsalFailed(reason); });
    };
    text::ask({.name = u"rehearsalQuestion"_s,
               .title = tr("Rehearse on this cache"),
               .text = tr("Cut this cache as if memory ran short?"),
               .details = text::rehearsalQuestion(request, cost),
               .confirm = tr("&Cut and rehearse")},
              this, begin);
}

void MainWindow::showRehearsal(const Rehearsal &rehearsal)
{
    m_isRehearsal = true;
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
    present(tr("The rehearsal cannot be started: %1").arg(reason));
}

void MainWindow::present(const QString &problem)
{
    m_notice->present({.text = problem, .undoText = {}, .undo = {}, .keepText = tr("OK")});
}

} // namespace manometer::gui
