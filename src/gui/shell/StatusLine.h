// SPDX-License-Identifier: GPL-3.0-or-later
//
// The status bar: state of the samples, where they come from, pending draft, memory and current problems.
// Connects to the views itself. GUI thread; nothing blocks.
#pragma once

#include "gui/samples/SampleModel.h"
#include "gui/shell/SelfCost.h"
#include "gui/thresholds/ThresholdModel.h"
#include "views/FrontEnd.h"

#include <QLabel>
#include <QStatusBar>
#include <QTimer>

namespace manometer::gui {

class StatusLine final : public QObject
{
    Q_OBJECT
public:
    StatusLine(const views::FrontEnd &views, const SampleModel *samples, const ThresholdModel *thresholds,
               QStatusBar *bar);

    QStringList problems() const;

private:
    void refresh();
    void showPlace();

    views::FrontEnd m_views;
    const SampleModel *m_samples;
    const ThresholdModel *m_thresholds;
    QWidget *m_figures;
    QLabel *m_signal;
    QLabel *m_place; // of an attached backend
    QLabel *m_memory;
    QLabel *m_recording;
    QLabel *m_draft;
    QLabel *m_problems;
    QString m_saveProblem;
    QString m_recordingProblem;
    SelfCost m_selfCost;
    QTimer m_coalesce;
    QTimer m_heartbeat;
};

} // namespace manometer::gui
