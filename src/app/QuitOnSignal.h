// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes SIGINT, SIGTERM and SIGHUP end the event loop, so that leaving by kill loses no more than leaving by
// the menu. At most one at a time, in the thread of the event loop; signals are as before once it is gone.
#pragma once

#include <QSocketNotifier>

#include <memory>

namespace manometer::app {

class QuitOnSignal
{
public:
    QuitOnSignal();
    ~QuitOnSignal();
    QuitOnSignal(const QuitOnSignal &) = delete;
    QuitOnSignal &operator=(const QuitOnSignal &) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace manometer::app
