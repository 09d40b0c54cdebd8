// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line above the chart of a window that rehearses: says so, and that nothing is cut. Where the whole note
// has no room, a short one takes its place. GUI thread; nothing blocks.
#pragma once

#include "gui/rehearsal/Rehearsal.h"

#include <QFrame>
#include <QPixmap>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace manometer::gui {

class ElidedLabel;

class RehearsalBar final : public QFrame
{
    Q_OBJECT
public:
    explicit RehearsalBar(const Rehearsal &rehearsal, QWidget *parent = nullptr);

    // The same as the head of a picture of this width.
    QPixmap picture(int width) const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void followPalette();

    const Rehearsal m_rehearsal;
    QLabel *m_icon;
    ElidedLabel *m_note;
};

} // namespace manometer::gui
