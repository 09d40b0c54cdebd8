// SPDX-License-Identifier: GPL-3.0-or-later
//
// A request to the server and what became of it. Plain values.
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace manometer::remote {

struct HttpRequest
{
    // Requests of one lane are sent one after the other, each after the answer to the one before.
    enum class Lane : quint8 { None, Cache, Scan, Events, Monitor, Settings };

    QByteArray method = "GET";
    QByteArray target{}; // path and query, percent-encoded
    QByteArray body{};   // JSON
    QByteArray ifMatch{};
    Lane lane = Lane::None;
    std::chrono::milliseconds delay{0}; // before it is sent
    // From then to the whole answer; of a stream to the begin of its answer.
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
    qsizetype mostAnswerBytes = 1 << 20;
};

struct HttpAnswer
{
    enum class Outcome : quint8 {
        Answered,   // by any status
        NotReached, // no connection, or the request could not be made
        Broken,     // the connection ended within the answer
        TimedOut,
        TooLarge,
        Malformed, // not HTTP
        Stopped,   // by the receiver of a stream's pieces
    };

    Outcome outcome = Outcome::NotReached;
    int status = 0;
    QByteArray contentType{};
    QByteArray eTag{};
    QByteArray body{}; // of a stream with status 200: empty
    QString reason{};  // why there is no answer; for logs, without token or URL

    bool isSuccess() const { return outcome == Outcome::Answered && status >= 200 && status < 300; }
};

} // namespace manometer::remote
