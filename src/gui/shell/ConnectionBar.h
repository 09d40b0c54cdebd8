// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bar above the chart that states the connection to a backend in another process while there is something
// to state: connecting, lost, another version. GUI thread; nothing blocks.
#pragma once

#include "views/Backend.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace manometer::gui {

class ConnectionBar final : public QFrame
{
    Q_OBJECT
public:
    ConnectionBar(views::Backend *backend, const QString &place, QWidget *parent);

signals:
    // It was lost before, for so long.
    void regained(qint64 lostMs);

private:
    void showConnection(const views::Connection &connection);

    const QString m_place;
    QLabel *m_icon;
    QLabel *m_text;
    views::Connection m_shown{};
};

} // namespace manometer::gui
