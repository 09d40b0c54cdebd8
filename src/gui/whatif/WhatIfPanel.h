// SPDX-License-Identifier: GPL-3.0-or-later
//
// 'What if': the figures of the draft beside those of the applied thresholds, what they assume, what each
// level costs in hits, and the ways to a better draft. A view of DraftOutcome. GUI thread.
#pragma once

#include "gui/whatif/DraftOutcome.h"
#include "gui/whatif/WhatIfModel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace manometer::gui {

class HitCurve;

class WhatIfPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfPanel(DraftOutcome *outcome, QWidget *parent = nullptr);

    // Whether the chart has a difference between draft and applied levels in view.
    void setHasDifference(bool has);

signals:
    void suggestRequested();
    void differenceRequested(); // to be shown in the chart

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void fitTable();
    QString notes() const;

    DraftOutcome *m_outcome;
    WhatIfModel m_model;
    QComboBox *m_scope;
    QTableView *m_table;
    HitCurve *m_curve;
    QLabel *m_notes;
    QPushButton *m_suggest;
    QPushButton *m_difference;
};

} // namespace manometer::gui
