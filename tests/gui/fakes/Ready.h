// SPDX-License-Identifier: GPL-3.0-or-later
//
// Futures that are finished when they are returned.
#pragma once

#include <QFuture>
#include <QPromise>

#include <utility>

namespace manometer::gui {

// A finished future with a value.
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
