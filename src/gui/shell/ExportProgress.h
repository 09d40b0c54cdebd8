// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far a file is that takes a while to be written, in the status bar, with a button that cancels it. What
// is written at once is never shown. GUI thread.
#pragma once

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QStatusBar;
class QToolButton;
QT_END_NAMESPACE

namespace manometer::gui {

class ExportProgress final : public QWidget
{
    Q_OBJECT
public:
    explicit ExportProgress(QStatusBar *bar);

    // Instead of the one before, which goes on unseen.
    void follow(const QFuture<QString> &future, const QString &file);

signals:
    void cancelled(const QString &file);

private:
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QFutureWatcher<QString> m_watcher;
    QTimer m_patience;
    QString m_file;
};

} // namespace manometer::gui
