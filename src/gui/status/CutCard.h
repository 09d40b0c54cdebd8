// SPDX-License-Identifier: GPL-3.0-or-later
//
// The newest cut of the cache's limit by pressure, whether it helped, what it has cost so far, and what to do
// if it could not help. GUI thread.
#pragma once

#include "gui/events/EventModel.h"
#include "gui/look/Card.h"

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace manometer::gui {

class ElidedLabel;

class CutCard final : public Card
{
    Q_OBJECT
public:
    explicit CutCard(QWidget *parent = nullptr);

    void show(const std::optional<EventModel::Cut> &cut);
    using QWidget::show;
    // In a window that may change nothing, no button offers to.
    void setReadOnly(bool readOnly);
    // Leaves out the buttons, and all but the first line of the details, or the details for the cost.
    void setCompact(bool compact);

signals:
    void raiseRequested();   // of the cache's limit
    void evictedRequested(); // the entries that are on disk only, which a cut leaves behind

private:
    void showButtons();
    void showDetail();

    ElidedLabel *m_caption;
    ElidedLabel *m_verdict;
    ElidedLabel *m_detail;
    ElidedLabel *m_cost;
    QToolButton *m_evicted;
    QToolButton *m_raise;
    QString m_detailWords;
    bool m_hasCut = false;
    bool m_offersRaise = false;
    bool m_isReadOnly = false;
    bool m_isCompact = false;
};

} // namespace manometer::gui
