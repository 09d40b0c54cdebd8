// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time that answers from the cache saved other programs today, and which ones. GUI thread.
#pragma once

#include "gui/look/Card.h"
#include "gui/samples/DaySavings.h"
#include "views/CacheView.h"

namespace manometer::gui {

class ElidedLabel;

class SavedCard final : public Card
{
    Q_OBJECT
public:
    explicit SavedCard(QWidget *parent = nullptr);

    // `today` and, since the start of the program, who asked.
    void show(const Savings &today, const views::AnswerUse &answers);
    using QWidget::show;
    // Leaves out which programs gained.
    void setCompact(bool compact);

signals:
    void programsRequested();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    ElidedLabel *m_saved;
    ElidedLabel *m_by;
    ElidedLabel *m_for;
};

} // namespace manometer::gui
