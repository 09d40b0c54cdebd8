// SPDX-License-Identifier: GPL-3.0-or-later
//
// One program a cache directory: a second start asks the one that has it to show its window. A socket under
// $XDG_RUNTIME_DIR/manometer, for this user only; to connect is to ask, to be accepted is the answer. Made
// and used in one thread. Where it cannot listen, it says why in the log, and no second start finds it.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <memory>

namespace manometer::app {

// Whether the program that has this cache has shown itself. False where none listens (one that starts or
// leaves), where it leaves instead of answering, and after `timeout`. Blocks until then.
bool askToShow(const QByteArray &cacheDirectory, std::chrono::milliseconds timeout);
// Whether one could be asked, without asking.
bool isShowable(const QByteArray &cacheDirectory);

class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    // For the one that owns the cache directory: takes the place of a socket that a killed one left.
    explicit SingleInstance(const QByteArray &cacheDirectory, QObject *parent = nullptr);
    ~SingleInstance() override;

    // Who asks from now on is not answered, and waits for the cache.
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
