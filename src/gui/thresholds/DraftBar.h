// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands at the chart in every layout (shell/ChartBars.h): while there is a draft, what it changes or why it
// cannot be applied, with Revert and Apply, and what others have changed meanwhile; after an undo or redo,
// for some seconds, which thresholds are in effect. GUI thread.
#pragma once

#include "gui/thresholds/ThresholdModel.h"

#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

class ElidedLabel;

class DraftBar final : public QFrame
{
    Q_OBJECT
public:
    DraftBar(ThresholdModel *thresholds, QWidget *parent);

    void showInEffect();
    // The machine is a recording: a draft is replayed and never applied.
    void setRecorded();

signals:
    void applyRequested();
    void revertRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override; // Esc discards the draft
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fit();
    QString draftText(int changes) const;

    ThresholdModel *m_thresholds;
    ElidedLabel *m_text;
    QPushButton *m_revert;
    QPushButton *m_apply;
    bool m_isRecorded = false;
    QTimer m_inEffect;     // runs while what is in effect is stated
    int m_changesThen = 0; // of the draft, when that began
    QTimer m_settling;     // runs while the bar has just appeared
};

} // namespace manometer::gui
