// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the endpoints work with: borrowed, outlives them.
#pragma once

#include "api/Present.h"
#include "api/access/Tokens.h"
#include "api/endpoints/ActionLog.h"
#include "api/endpoints/Route.h"
#include "async/Answer.h"
#include "views/Backend.h"
#include "views/EntryAccess.h"
#include "views/Failure.h"
#include "wire/ViewJson.h"

#include <QObject>

namespace manometer::api {

struct Context
{
    views::Views views{};
    views::EntryAccess *entries = nullptr;
    Present *present = nullptr;
    ActionLog *actions = nullptr;
    QObject *receiver = nullptr; // lives in the views' thread; futures are answered there
};

inline std::string textOf(const QByteArray &bytes)
{
    return bytes.toStdString();
}

inline QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

template<typename Value>
void answerWith(const Call &call, const Value &value)
{
    call.answer(textOf(wire::toText(value)));
}

// Answers with what the function makes of the future's result; in the views' thread.
template<typename T, typename Function>
void whenAnswered(const Context &context, const Call &call, const QFuture<T> &future, Function function)
{
    async::whenAnswered(future, context.receiver, std::move(function), [call, future](const QString &) {
        try {
            QFuture<T>(future).waitForFinished(); // it is
        } catch (const views::Failure &failure) {
            const bool isRefused = failure.kind() == views::Failure::Kind::Refused;
            call.fail(isRefused ? 409 : 503, isRefused ? "conflict" : "impossible",
                      failure.reason().toStdString());
        }
    });
}

// The body, or a refusal that has been sent.
template<typename Value>
std::optional<Value> bodyOf(const Call &call)
{
    auto value = wire::fromText<Value>(bytesOf(call.request->body));
    if (value)
        return std::move(*value);
    call.fail(400, "bad_request", "The body is not understood: " + value.error().toStdString() + '.');
    return std::nullopt;
}

} // namespace manometer::api
