// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a call failed. A view's future fails with this and nothing else: QFuture::result() and
// waitForFinished() throw it. Plain value; any thread.
#pragma once

#include <QException>
#include <QFuture>
#include <QPromise>
#include <QString>

#include <utility>

namespace manometer::views {

class Failure final : public QException
{
public:
    enum class Kind : quint8 {
        Refused,    // the backend does not do this now
        Impossible, // the backend cannot do it: `reason` is the system's
        NoBackend,  // the connection is lost
    };

    explicit Failure(Kind kind, QString reason)
        : m_kind(kind)
        , m_reason(std::move(reason))
        , m_what(m_reason.toUtf8())
    {}

    Kind kind() const { return m_kind; }
    const QString &reason() const { return m_reason; } // not translated

    void raise() const override { throw *this; }
    Failure *clone() const override { return new Failure(*this); }
    const char *what() const noexcept override { return m_what.constData(); }

private:
    Kind m_kind;
    QString m_reason;
    QByteArray m_what;
};

// Futures that are finished when they are returned.
template<typename T>
QFuture<T> answered(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

inline QFuture<void> done()
{
    QPromise<void> promise;
    promise.start();
    promise.finish();
    return promise.future();
}

template<typename T>
QFuture<T> failed(Failure::Kind kind, const QString &reason)
{
    QPromise<T> promise;
    promise.start();
    promise.setException(Failure(kind, reason));
    promise.finish();
    return promise.future();
}

} // namespace manometer::views
