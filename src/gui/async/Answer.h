// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls a function with a future's result in the receiver's thread, through the event loop. Does not call it
// after the receiver is destroyed, nor for a cancelled future. (QFuture::then(context, …) of Qt 6.4 keeps a
// raw pointer to its context and is therefore not used.)
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace manometer::gui {

template<typename T, typename Function>
void whenAnswered(const QFuture<T> &future, QObject *receiver, Function function)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, function = std::move(function)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> answer = watcher->future();
                         if (!answer.isCanceled() && answer.resultCount() > 0)
                             function(answer.result());
                     });
    watcher->setFuture(future);
}

} // namespace manometer::gui
