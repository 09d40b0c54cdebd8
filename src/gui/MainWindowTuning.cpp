// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's thresholds: their commands, the notice after an apply, what others change meanwhile, and what
// a draft would have done.
#include "gui/MainWindow.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/WideChange.h"
#include "gui/shell/StatusMessage.h"
#include "gui/shell/WindowActions.h"
#include "gui/text/EventText.h"
#include "gui/text/Paths.h"
#include "gui/thresholds/DraftBar.h"
#include "gui/thresholds/ThresholdPage.h"
#include "gui/whatif/DraftOutcome.h"
#include "gui/whatif/DraftRibbon.h"
#include "gui/whatif/SuggestDialog.h"
#include "gui/whatif/TrialOutcome.h"
#include "gui/whatif/WhatIfPanel.h"

#include <QDockWidget>
#include <QStatusBar>

namespace manometer::gui {

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
    connect(&m_thresholdModel, &ThresholdModel::stepRefused, this, [this] {
        statusBar()->showMessage(tr("Nothing is undone or redone: other thresholds have come into effect "
                                    "since this step, and stay."),
                                 messageTime);
    });
    connect(&m_settings, &WindowSettings::overtaken, this, &MainWindow::noteOvertaken);
    connect(&m_settings, &WindowSettings::changeFailed, this, &MainWindow::noteFailure);
    connect(m_actions->revert, &QAction::triggered, &m_thresholdModel, &ThresholdModel::revert);
    connect(m_actions->undo, &QAction::triggered, this, &MainWindow::undoStep);
    connect(m_actions->redo, &QAction::triggered, this, &MainWindow::redoStep);
    // Ctrl+Z undoes the last action: a deletion, unless a threshold step followed it.
    connect(m_notice, &NoticeBar::stepChanged, this, [this] { m_actions->setNewestStep(m_notice->step()); });
    connect(m_thresholdModel.undoStack(), &QUndoStack::indexChanged, m_notice, &NoticeBar::forgetStep);
    connect(m_thresholdPage, &ThresholdPage::applyRequested, this, &MainWindow::applyThresholds);
    connect(m_thresholdPage, &ThresholdPage::revertRequested, &m_thresholdModel, &ThresholdModel::revert);
    connect(m_draftBar, &DraftBar::applyRequested, this, &MainWindow::applyThresholds);
    connect(m_draftBar, &DraftBar::revertRequested, &m_thresholdModel, &ThresholdModel::revert);
}

void MainWindow::offerRevert(const pressure::Thresholds &before, const pressure::Thresholds &after)
{
    views::Settings was = m_views.settings->settings();
    views::Settings is = was;
    was.thresholds = before;
    is.thresholds = after;
    const bool isWide = isWideChange(m_views.monitor->status(), was, is);
    const auto revert = [this, before, after] {
        if (m_thresholdModel.inEffect() == after)
            m_thresholdModel.applyNow(before);
        m_notice->withdraw();
    };
    m_offeredThresholds = after;
    m_notice->offerRevert(isWide ? tr("New thresholds are in effect. The level changes by two or more, so "
                                      "they revert unless you keep them.")
                                 : tr("New thresholds are in effect."),
                          tr("Revert"), revert, isWide ? NoticeBar::Change::Wide : NoticeBar::Change::Narrow,
                          &m_thresholdModel);
    m_trialOutcome->follow(was);
}

// A backend elsewhere refuses a change, or loses it, after it was accepted here.
void MainWindow::noteFailure(const QString &reason)
{
    if (!m_notice->isShowingFor(&m_thresholdModel) || m_settings.settings().thresholds == m_offeredThresholds)
        return;
    m_notice->withdraw();
    m_notice->present(
        {.text = tr("The new thresholds are not in effect: %1").arg(text::pathInText(reason.toUtf8())),
         .undoText = {},
         .undo = {},
         .keepText = tr("OK")});
}

void MainWindow::noteOvertaken(const views::Settings &before, const views::Settings &now)
{
    m_thresholdModel.noteChangeElsewhere(before.thresholds);
    if (before.thresholds == now.thresholds || !m_notice->isShowingFor(&m_thresholdModel))
        return;
    // What it offers to revert is not in effect any more.
    m_notice->withdraw();
    m_notice->present(
        {.text = tr("Changed elsewhere meanwhile, in effect now: %1. The change made here can no longer be "
                    "reverted.")
                     .arg(text::thresholdChanges(before.thresholds, now.thresholds, 2)),
         .undoText = {},
         .undo = {},
         .keepText = tr("OK")});
}

void MainWindow::undoStep()
{
    if (!m_notice->step().isEmpty())
        return m_notice->undo();
    const bool applies = m_thresholdModel.undoApplies();
    if (applies)
        endNoticeBeforeStep();
    m_thresholdModel.undoStack()->undo();
    endNoticeAfterStep();
    if (applies)
        m_draftBar->showInEffect();
}

void MainWindow::redoStep()
{
    const bool applies = m_thresholdModel.redoApplies();
    if (applies)
        endNoticeBeforeStep();
    m_thresholdModel.undoStack()->redo();
    endNoticeAfterStep();
    if (applies)
        m_draftBar->showInEffect();
}

// An undo step needs no undo button: redo reverses it, and a button would restore what the operator has just
// undone. A wide change has to be confirmed in every case.
void MainWindow::endNoticeAfterStep()
{
    if (m_notice->isShowingFor(&m_thresholdModel, NoticeBar::Change::Narrow))
        m_notice->withdraw();
}

// Another notice reverts now what it would revert at its timeout. A notice about thresholds is superseded by
// the step itself: its revert would be a step of its own, which would then be the one undone.
void MainWindow::endNoticeBeforeStep()
{
    if (m_notice->isShowingFor(&m_thresholdModel))
        m_notice->withdraw();
    else
        m_notice->end();
}

// The figures are of the recording, the ribbons of the chart's time.
void MainWindow::connectWhatIf()
{
    m_draftOutcome->setView([this] {
        return DraftOutcome::View{.range = m_chart->visibleRange(),
                                  .columns = qRound(m_chart->frame().areas.plot.width())};
    });
    connect(m_chart, &TimeChart::viewsChanged, m_draftOutcome, &DraftOutcome::followView);
    connect(&m_samples, &SampleModel::changed, m_draftOutcome, &DraftOutcome::followView);
    connect(m_views.monitor, &views::MonitorView::levelChanged, m_draftOutcome, &DraftOutcome::followLevel);
    connect(m_draftOutcome, &DraftOutcome::changed, this, [this] {
        m_chart->setDraftLevels(m_draftOutcome->hasDraft() ? draftLevels(*m_draftOutcome->answer(), m_samples)
                                                           : DraftLevels());
        m_whatIfPanel->setHasDifference(!m_chart->frame().draftLevels.differences.empty());
    });
    connect(m_whatIfPanel, &WhatIfPanel::differenceRequested, m_chart, &TimeChart::showDifference);
    connect(m_whatIfPanel, &WhatIfPanel::suggestRequested, this, &MainWindow::suggest);
    connect(m_actions->suggest, &QAction::triggered, this, &MainWindow::suggest);
}

void MainWindow::suggest()
{
    auto *dialog = new SuggestDialog(m_views.evidence, m_draftOutcome->suggestQuestion(), this);
    connect(dialog, &SuggestDialog::chosen, &m_thresholdModel,
            [this](const pressure::Thresholds &thresholds) {
                m_thresholdModel.useAsDraft(thresholds, tr("use a suggestion"));
            });
    dialog->open();
}

} // namespace manometer::gui
