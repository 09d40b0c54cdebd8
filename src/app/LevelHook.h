// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a program of the operator's when the level changes, with the level in its environment:
// MANOMETER_LEVEL, MANOMETER_LEVEL_NUMBER (0 to 3), MANOMETER_PREVIOUS_LEVEL and MANOMETER_PERCENT. One at a
// time, for a bounded time; of changes during a run the last one follows. Lives in the views' thread; nothing
// blocks, apart from the destructor, briefly. What cannot be run is logged.
#pragma once

#include "views/MonitorView.h"

#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>

namespace manometer::app {

class LevelHook final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds longestRun{30};

    // `program` need not exist; it is looked for at each change.
    LevelHook(const QString &program, views::MonitorView *monitor,
              std::chrono::milliseconds longest = longestRun);
    ~LevelHook() override;

private:
    struct Change
    {
        pressure::Level from = pressure::Level::Normal;
        pressure::Level to = pressure::Level::Normal;
        double percent = views::absent;
    };

    void run(const Change &change);
    void runNext();
    void stop();

    const QString m_program;
    const std::chrono::milliseconds m_longest;
    QProcess m_process;
    QTimer m_timer;
    std::optional<Change> m_waiting;
};

} // namespace manometer::app
