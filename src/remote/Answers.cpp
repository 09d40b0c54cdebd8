// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/Answers.h"

namespace manometer::remote {

using views::Failure;
using Outcome = HttpAnswer::Outcome;

namespace {

// A sentence of the server's is shown, but not a book of it.
constexpr qsizetype longestDetail = 500;

std::optional<json::Value> problemOf(const HttpAnswer &answer)
{
    if (!answer.contentType.startsWith("application/problem+json"))
        return std::nullopt;
    auto document =
        json::Value::parse({answer.body.constData(), static_cast<std::size_t>(answer.body.size())});
    return document ? std::optional(*std::move(document)) : std::nullopt;
}

QString textOf(const json::Value &problem, std::string_view name)
{
    const json::Value *member = problem.find(name);
    return member ? QString::fromStdString(member->text()) : QString();
}

// A request that the server understands, but does not do: a client's error, or one that passes.
bool isRefusal(int status)
{
    constexpr int serviceUnavailable = 503;
    return (status >= 400 && status < 500) || status == serviceUnavailable;
}

} // namespace

std::optional<Failure> failureOf(const HttpAnswer &answer)
{
    if (answer.isSuccess())
        return std::nullopt;
    switch (answer.outcome) {
    case Outcome::Answered:
        break;
    case Outcome::NotReached:
    case Outcome::Broken:
        return Failure(Failure::Kind::NoBackend, answer.reason);
    case Outcome::TimedOut:
    case Outcome::TooLarge:
    case Outcome::Malformed:
    case Outcome::Stopped:
        return Failure(Failure::Kind::Impossible, answer.reason);
    }
    QString detail;
    if (const auto problem = problemOf(answer)) {
        detail = textOf(*problem, "detail");
        if (detail.isEmpty())
            detail = textOf(*problem, "title");
    }
    if (detail.isEmpty())
        detail = QStringLiteral("The server answered with status %1").arg(answer.status);
    detail.truncate(longestDetail);
    return Failure(isRefusal(answer.status) ? Failure::Kind::Refused : Failure::Kind::Impossible, detail);
}

QByteArray problemWord(const HttpAnswer &answer)
{
    const auto problem = problemOf(answer);
    const json::Value *word = problem ? problem->find("reason") : nullptr;
    return word ? QByteArray::fromStdString(word->text()) : QByteArray();
}

Failure unreadable(const QString &why)
{
    return Failure(Failure::Kind::Impossible,
                   QStringLiteral("The server's answer cannot be read: %1").arg(why));
}

Answer<void> successOf(const HttpAnswer &answer)
{
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    return {};
}

Answer<json::Value> documentOf(const HttpAnswer &answer)
{
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    auto document =
        json::Value::parse({answer.body.constData(), static_cast<std::size_t>(answer.body.size())});
    if (!document)
        return Unexpected(unreadable(QString::fromStdString(document.error().reason)));
    return *std::move(document);
}

} // namespace manometer::remote
