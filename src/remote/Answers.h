// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns the server's answers into values, or into the Failure that a front-end gets; and values into a
// request's body. Pure; any thread.
#pragma once

#include "expected/Expected.h"
#include "json/Value.h"
#include "remote/HttpRequest.h"
#include "views/Failure.h"
#include "wire/Fields.h"
#include "wire/ViewFields.h"
#include "wire/ViewJson.h"

#include <QPromise>

#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace manometer::remote {

template<typename T>
using Answer = Expected<T, views::Failure>;

// Why this answer is none: the transport's reason, or the server's problem document. Empty: it succeeded.
std::optional<views::Failure> failureOf(const HttpAnswer &answer);
// The server's word for its problem (problem+json's "reason"); empty without one.
QByteArray problemWord(const HttpAnswer &answer);
views::Failure unreadable(const QString &why);

Answer<void> successOf(const HttpAnswer &answer);
Answer<json::Value> documentOf(const HttpAnswer &answer);

// The whole body as one of the views' values.
template<typename T>
Answer<T> valueOf(const HttpAnswer &answer)
{
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    auto value = wire::fromText<T>(answer.body);
    if (!value)
        return Unexpected(unreadable(value.error()));
    return *std::move(value);
}

// One member of the body, which must exist.
template<typename T>
Answer<T> memberOf(const HttpAnswer &answer, std::string_view name)
{
    auto document = documentOf(answer);
    if (!document)
        return Unexpected(std::move(document.error()));
    const json::Value *member = document->find(name);
    T value{};
    if (!member || !wire::FieldReader::read(*member, value))
        return Unexpected(unreadable(
            QStringLiteral("the field %1 is missing or wrong").arg(QLatin1StringView(name.data()))));
    return value;
}

template<typename T>
void fulfil(QPromise<T> &promise, Answer<T> answer)
{
    if (!answer)
        promise.setException(answer.error());
    else if constexpr (!std::is_void_v<T>)
        promise.addResult(*std::move(answer));
    promise.finish();
}

// {"name": value, …}, the values as in wire/Fields.h.
template<typename... Values>
QByteArray bodyOf(const std::pair<std::string_view, Values> &...members)
{
    json::Writer json;
    wire::FieldWriter fields(json);
    json.beginObject();
    (fields(members.first, members.second), ...);
    json.endObject();
    return QByteArray::fromStdString(json.text());
}

} // namespace manometer::remote
