// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteRecordings.h"

#include "remote/Answers.h"
#include "remote/Session.h"

namespace manometer::remote {

using namespace views;
using Call = Session::Call;

namespace {

constexpr std::chrono::seconds recordingTimeout{60};

Answer<QByteArray> fileOf(const HttpAnswer &answer)
{
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    return answer.body;
}

} // namespace

QFuture<QByteArray> RemoteRecordings::recording(const TimeRange &range, FileNames names)
{
    QByteArray target =
        QByteArray("/api/recording?names=") + (names == FileNames::Included ? "true" : "false");
    const TimeRange unbounded;
    if (range.fromWallMs != unbounded.fromWallMs)
        target += "&from_unix_ms=" + QByteArray::number(range.fromWallMs);
    if (range.toWallMs != unbounded.toWallMs)
        target += "&to_unix_ms=" + QByteArray::number(range.toWallMs);
    return m_session.ask<QByteArray>(
        Call::Read, {.target = target, .timeout = recordingTimeout, .mostAnswerBytes = mostBytes}, &fileOf);
}

} // namespace manometer::remote
