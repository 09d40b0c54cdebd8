// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands for files: export samples, events and entries, record, save a picture, copy the status, scan
// a folder. Neither dialogs nor writing block; results appear in the status bar. GUI thread.
#pragma once

#include "views/FrontEnd.h"

#include <QFuture>
#include <QMainWindow>
#include <QThreadPool>

#include <functional>

namespace manometer::gui {

class TimeChart;

class FileCommands final : public QObject
{
    Q_OBJECT
public:
    FileCommands(const views::FrontEnd &views, TimeChart *chart, QMainWindow *window);
    ~FileCommands() override;
    // What stands above the chart in each of its pictures.
    void setBanner(std::function<QPixmap(int width)> banner) { m_banner = std::move(banner); }

    void chooseFolder(); // asks for a folder and scans it
    enum class Times : quint8 { InView, All };
    void exportSamples(Times times);
    void exportEvents(Times times);
    void exportEntries(const views::EntryQuery &query);
    void saveRecording(Times times);
    void record(); // asks for a file, or stops the running recording
    void savePicture();
    void saveDiagnostics();
    void copyStatus(); // machine and cache as JSON, for a bug report or a script

signals:
    void scanStarted();
    // An export has started; the future has its progress and can be cancelled.
    void exportStarted(const QFuture<QString> &future, const QString &file);

private:
    // Asks for a file and a profile, then writes it and reports the result.
    using Write = std::function<QFuture<QString>(const QString &file, views::CsvProfile profile)>;
    void exportTo(const QString &title, const QString &what, const Write &write);
    views::TimeRange rangeOf(Times times) const;
    QImage picture() const;
    void writePicture(const QString &file, const QImage &picture);
    void showMessage(const QString &message);

    views::FrontEnd m_views;
    TimeChart *m_chart;
    std::function<QPixmap(int width)> m_banner;
    QMainWindow *m_window;
    QThreadPool m_pool; // one thread: pictures are written in order
};

} // namespace manometer::gui
