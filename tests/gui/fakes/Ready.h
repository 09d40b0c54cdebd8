// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers of the fakes that nobody waits for.
#pragma once

#include <QFuture>
#include <QPromise>

#include <utility>

namespace manometer::gui {

// A value that is there already.
template<typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace manometer::gui
