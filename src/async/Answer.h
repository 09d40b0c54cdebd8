// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls a function with a future's result in the receiver's thread, through the event loop; after a failure,
// `onFailure` with the exception's text. Calls neither after the receiver is destroyed, nor for a cancelled
// future. (QFuture::then(context, …) of Qt 6.4 keeps a raw pointer to its context and is therefore not used.)
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace manometer::async {

// Empty: it did not fail. The future is finished.
template<typename T>
std::optional<QString> failureOf(QFuture<T> finished)
{
    try {
        finished.waitForFinished();
    } catch (const std::exception &failure) {
        return QString::fromUtf8(failure.what());
    }
    return std::nullopt;
}

template<typename T, typename Function, typename OnFailure>
void whenAnswered(const QFuture<T> &future, QObject *receiver, Function function, OnFailure onFailure)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, function = std::move(function), onFailure = std::move(onFailure)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> answer = watcher->future();
                         if (const auto failure = failureOf(answer))
                             onFailure(*failure);
                         else if constexpr (std::is_void_v<T>)
                             answer.isCanceled() ? void() : function();
                         else if (!answer.isCanceled() && answer.resultCount() > 0)
                             function(answer.result());
                     });
    watcher->setFuture(future);
}

template<typename T, typename Function>
void whenAnswered(const QFuture<T> &future, QObject *receiver, Function function)
{
    whenAnswered(future, receiver, std::move(function), [](const QString &) {});
}

} // namespace manometer::async
