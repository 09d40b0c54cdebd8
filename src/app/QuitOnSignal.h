// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes SIGINT, SIGTERM and SIGHUP quit the event loop, so that a kill is an orderly shutdown. At most one
// instance, in the thread of the event loop; the destructor restores the default handlers. Never blocks.
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
