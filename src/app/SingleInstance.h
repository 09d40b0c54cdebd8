// SPDX-License-Identifier: GPL-3.0-or-later
//
// One instance for each cache directory: a second start asks the first one to show its window, through a
// socket below $XDG_RUNTIME_DIR/manometer, for this user only. A connection is the request, accepting it the
// answer. Created and used in one thread; never blocks. If it cannot listen, it logs why, and a second start
// does not find it.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <memory>

namespace manometer::app {

// Asks the instance with this cache to show its window. False if none listens (it is starting or quitting),
// if it quits instead of answering, and after `timeout`. Blocks until then.
bool askToShow(const QByteArray &cacheDirectory, std::chrono::milliseconds timeout);
// Whether an instance listens; does not ask it.
bool isShowable(const QByteArray &cacheDirectory);

class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    // For the owner of the cache directory: replaces a stale socket of a killed instance.
    explicit SingleInstance(const QByteArray &cacheDirectory, QObject *parent = nullptr);
    ~SingleInstance() override;

    // Stops listening: later requests fail, and their senders wait for the cache.
    void leave();

signals:
    void showRequested();

private:
    QByteArray listen(const QByteArray &cacheDirectory);
    void accept();

    QByteArray m_path;
    int m_listener = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace manometer::app
