// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws a share as a bar with its text behind it, from the start of the line on. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace manometer::gui {

class ShareDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // `role` gives the share: a number from 0 to 1.
    explicit ShareDelegate(int role, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    // As high as a row of the other tables.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace manometer::gui
