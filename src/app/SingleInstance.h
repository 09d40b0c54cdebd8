// SPDX-License-Identifier: GPL-3.0-or-later
//
// One program a cache directory: who finds it in use asks the one that has it to show its window. A socket
// under $XDG_RUNTIME_DIR/manometer, for this user only, that knows one word. Made and used in one thread;
// nothing waits for long. Where there is no such directory, nobody is asked and nobody listens.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace manometer::app {

// True if another program has this cache and was asked to show itself.
bool askToShow(const QByteArray &cacheDirectory);

class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    // For the one that owns the cache directory: takes the place of a socket that a killed one left.
    explicit SingleInstance(const QByteArray &cacheDirectory, QObject *parent = nullptr);
    ~SingleInstance() override;

signals:
    void showRequested();

private:
    void accept();

    QByteArray m_path;
    int m_listener = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace manometer::app
