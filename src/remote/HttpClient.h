// SPDX-License-Identifier: GPL-3.0-or-later
//
// Requests to one server, over HTTP/1.1, all in one thread of its own (libcurl's multi interface, asleep
// while nothing happens). Connects to the endpoint only: no redirects, proxies, cookies or other schemes, and
// the token is read from its file for each request and sent in a header only. Every request ends: with an
// answer, or after its timeout; answers are bounded.
//
// send(), stream() and cancel() may be called from any thread and never block. The handlers are called in the
// client's thread and must not block; they may send and cancel. The handler of a request that is cancelled,
// or that the destructor ends, is destroyed without being called. The destructor waits for the handler that
// runs.
#pragma once

#include "remote/Endpoint.h"
#include "remote/HttpRequest.h"

#include <QByteArrayView>
#include <QFuture>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace manometer::remote {

class HttpTransfer;

class HttpClient
{
public:
    using Id = quint64;
    using OnAnswer = std::function<void(const HttpAnswer &)>;
    // Gets the body of a stream piece by piece; false ends it.
    using OnPiece = std::function<bool(QByteArrayView)>;

    // Requests that are sent at the same time, beside the streams; more wait, and beyond the second number
    // they are not reached.
    static constexpr std::size_t mostActive = 8;
    static constexpr std::size_t mostWaiting = 1000;

    explicit HttpClient(const Endpoint &endpoint);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    Id send(const HttpRequest &request, OnAnswer onAnswer);
    // An answer without end: `onAnswer` gets what ended it, also a silence (TimedOut), or a status that is
    // not 200 or a content type that is not text/event-stream.
    Id stream(const HttpRequest &request, std::chrono::milliseconds longestSilence, OnPiece onPiece,
              OnAnswer onAnswer);
    void cancel(Id id);

    // The answer as a future, for async::whenAnswered(). Cancelled if the client ends.
    QFuture<HttpAnswer> fetch(const HttpRequest &request);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Multi;

    Id post(std::unique_ptr<HttpTransfer> transfer);
    void run();
    bool takePosted();
    void startDue(Time now);
    bool mayStart(const HttpTransfer &transfer, Time now) const;
    void finishEnded();
    void finishSilent(Time now);
    void finish(std::unique_ptr<HttpTransfer> transfer);
    void drop(Id id);
    int pollTimeoutMs(Time now) const;

    const Endpoint m_endpoint;
    const std::unique_ptr<Multi> m_multi;

    std::mutex m_mutex;
    std::vector<std::unique_ptr<HttpTransfer>> m_posted;
    std::vector<Id> m_cancelled;
    Id m_lastId = 0;
    bool m_isEnding = false;

    // Of the client's thread.
    std::deque<std::unique_ptr<HttpTransfer>> m_waiting;
    std::vector<std::unique_ptr<HttpTransfer>> m_active;

    std::thread m_thread;
};

} // namespace manometer::remote
