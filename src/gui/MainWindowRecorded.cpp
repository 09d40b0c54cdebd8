// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow on a recording: the whole of it is in view, a draft can be made and replayed, and what needs a
// machine or a cache is not offered.
#include "gui/MainWindow.h"
#include "gui/entries/CachePage.h"
#include "gui/presets/BasisMenu.h"
#include "gui/presets/PresetMenu.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/shell/WindowActions.h"
#include "gui/status/StatusPage.h"
#include "gui/text/Times.h"
#include "gui/thresholds/DraftBar.h"
#include "gui/thresholds/ThresholdPage.h"

#include <QEvent>
#include <QPushButton>

namespace manometer::gui {

namespace {

// Keeps a widget hidden, whatever shows it.
class NeverShown final : public QObject
{
public:
    explicit NeverShown(QWidget *widget)
        : QObject(widget)
    {
        widget->hide();
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::Show)
            static_cast<QWidget *>(watched)->hide();
        return false;
    }
};

} // namespace

void MainWindow::showRecorded()
{
    const views::TimeRange range = *m_views.recorded;
    setWindowTitle(
        tr("Recording, %1 – Manometer", "a time range").arg(text::fromTo(range.fromWallMs, range.toWallMs)));
    m_chart->setSignal(TimeChart::Signal::Recorded);
    const auto showWhole = [this, range] { m_chart->showTimes(range); };
    connect(&m_samples, &SampleModel::changed, this, showWhole, Qt::SingleShotConnection);
    m_actions->zoomReset->disconnect(m_chart);
    connect(m_actions->zoomReset, &QAction::triggered, this, showWhole);
    m_actions->readOnly->setChecked(true);
    for (QAction *action : {m_actions->pause,           m_actions->live,
                            m_actions->record,          m_actions->saveRecordingInView,
                            m_actions->exportEntries,   m_actions->note,
                            m_actions->apply,           m_actions->settings,
                            m_actions->addFolder,       m_actions->cancelScan,
                            m_actions->pinEntries,      m_actions->deleteEntries,
                            m_actions->readOnly,        m_actions->showFolders,
                            m_actions->showPrograms,    m_actions->layoutBrowse,
                            m_actions->saveDiagnostics, m_snooze->menuAction(),
                            m_basis->menuAction(),      m_presets->menuAction()})
        action->setVisible(false);
    // What is in effect stays readable.
    m_basis->setEnabled(false);
    m_presets->setEnabled(false);
    for (const QString &chooser : {QStringLiteral("basisChooser"), QStringLiteral("presetChooser")})
        findChild<QPushButton *>(chooser)->setEnabled(false);
    m_samples.setWithoutEntries();
    m_statusPage->setRecorded();
    m_draftBar->setRecorded();
    m_thresholdPage->setRecorded();
    m_cachePage->setWithoutCache();
    new NeverShown(m_draftBar->findChild<QPushButton *>(QStringLiteral("draftApply")));
    new NeverShown(m_thresholdPage->findChild<QPushButton *>(QStringLiteral("apply")));
    arrange(this, m_docks, Arrangement::Review);
}

} // namespace manometer::gui
