// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line above the chart while a rehearsal runs on the cache that the window shows, whichever program began
// it: what is played, the time left, the machine's own level, and a button that stops it. GUI thread; nothing
// blocks.
#pragma once

#include "views/MonitorView.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

class ElidedLabel;

class CacheRehearsalBar final : public QFrame
{
    Q_OBJECT
public:
    // `monitor` outlives it.
    explicit CacheRehearsalBar(views::MonitorView *monitor, QWidget *parent = nullptr);

    // A window that may change nothing cannot stop it.
    void setReadOnly(bool isReadOnly);

signals:
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(const views::MonitorStatus &status);
    void write();
    void followPalette();

    QLabel *m_icon;
    ElidedLabel *m_note;
    QPushButton *m_stop;
    QString m_whole;
    QString m_short;
};

} // namespace manometer::gui
