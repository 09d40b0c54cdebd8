// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands that carry something in or out: export samples, save a picture, copy the status, scan a
// folder. Dialogs do not block; results are told in the status bar. GUI thread; only the picture is written
// here.
#pragma once

#include "gui/Views.h"

#include <QMainWindow>

namespace manometer::gui {

class TimeChart;

class FileCommands final : public QObject
{
    Q_OBJECT
public:
    FileCommands(const Views &views, TimeChart *chart, QMainWindow *window);

    void chooseFolder(); // and scan it
    void exportSamples();
    void savePicture();
    void copyStatus(); // machine and cache, for a bug report or a script

signals:
    void scanStarted();

private:
    void writeSamples(const QString &file);
    void writePicture(const QString &file, const QImage &picture);
    void say(const QString &message);

    Views m_views;
    TimeChart *m_chart;
    QMainWindow *m_window;
};

} // namespace manometer::gui
