// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows the progress of an export in the status bar, with a Cancel button. Short exports are not shown. GUI
// thread.
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

    // Replaces the previous export, which continues without a progress bar.
    void follow(const QFuture<QString> &future, const QString &file);

signals:
    void cancelled(const QString &file);

private:
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QFutureWatcher<QString> m_watcher;
    QTimer m_showDelay;
    QString m_file;
};

} // namespace manometer::gui
