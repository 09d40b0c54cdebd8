// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/HttpClient.h"

#include "remote/HttpTransfer.h"

#include <QPromise>

#include <algorithm>
#include <csignal>
#include <new>
#include <pthread.h>
#include <utility>

namespace manometer::remote {

namespace {

// Only HTTP: TLS is not initialised.
bool initialiseCurl()
{
    static const bool isGood = curl_global_init(CURL_GLOBAL_NOTHING) == CURLE_OK;
    return isGood;
}

// Signals are for the other threads.
void blockSignals()
{
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

} // namespace

struct HttpClient::Multi
{
    CURLM *handle = initialiseCurl() ? curl_multi_init() : nullptr;

    Multi()
    {
        if (!handle)
            throw std::bad_alloc();
        curl_multi_setopt(handle, CURLMOPT_MAXCONNECTS, static_cast<long>(mostActive)); // kept for reuse
    }
    ~Multi() { curl_multi_cleanup(handle); }
    Multi(const Multi &) = delete;
    Multi &operator=(const Multi &) = delete;
};

HttpClient::HttpClient(const Endpoint &endpoint)
    : m_endpoint(endpoint)
    , m_multi(std::make_unique<Multi>())
    , m_thread([this] { run(); })
{}

HttpClient::~HttpClient()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    curl_multi_wakeup(m_multi->handle);
    m_thread.join();
    for (const auto &transfer : m_active)
        curl_multi_remove_handle(m_multi->handle, transfer->handle());
}

HttpClient::Id HttpClient::send(const HttpRequest &request, OnAnswer onAnswer)
{
    return post(std::make_unique<HttpTransfer>(request, std::move(onAnswer)));
}

HttpClient::Id HttpClient::stream(const HttpRequest &request, std::chrono::milliseconds longestSilence,
                                  OnPiece onPiece, OnAnswer onAnswer)
{
    return post(
        std::make_unique<HttpTransfer>(request, longestSilence, std::move(onPiece), std::move(onAnswer)));
}

QFuture<HttpAnswer> HttpClient::fetch(const HttpRequest &request)
{
    const auto promise = std::make_shared<QPromise<HttpAnswer>>();
    promise->start();
    const QFuture<HttpAnswer> future = promise->future();
    send(request, [promise](const HttpAnswer &answer) {
        promise->addResult(answer);
        promise->finish();
    });
    return future;
}

HttpClient::Id HttpClient::post(std::unique_ptr<HttpTransfer> transfer)
{
    Id id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = transfer->id = ++m_lastId;
        m_posted.push_back(std::move(transfer));
    }
    curl_multi_wakeup(m_multi->handle);
    return id;
}

void HttpClient::cancel(Id id)
{
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled.push_back(id);
    }
    curl_multi_wakeup(m_multi->handle);
}

void HttpClient::run()
{
    blockSignals();
    pthread_setname_np(pthread_self(), "remote");
    while (takePosted()) {
        startDue(std::chrono::steady_clock::now());
        int running = 0;
        curl_multi_perform(m_multi->handle, &running);
        const std::size_t active = m_active.size();
        finishEnded();
        const Time now = std::chrono::steady_clock::now();
        finishSilent(now);
        if (m_active.size() < active && !m_waiting.empty())
            continue; // there is room for one that waits
        curl_multi_poll(m_multi->handle, nullptr, 0, pollTimeoutMs(now), nullptr);
    }
}

// False: the client ends.
bool HttpClient::takePosted()
{
    std::vector<std::unique_ptr<HttpTransfer>> posted;
    std::vector<Id> cancelled;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isEnding)
            return false;
        posted.swap(m_posted);
        cancelled.swap(m_cancelled);
    }
    for (auto &transfer : posted) {
        if (m_waiting.size() >= mostWaiting) {
            transfer->refuse(QStringLiteral("Too many requests are waiting for the server"));
            finish(std::move(transfer));
        } else {
            m_waiting.push_back(std::move(transfer));
        }
    }
    for (const Id id : cancelled)
        drop(id);
    return true;
}

void HttpClient::drop(Id id)
{
    std::erase_if(m_waiting, [id](const auto &transfer) { return transfer->id == id; });
    std::erase_if(m_active, [this, id](const auto &transfer) {
        if (transfer->id != id)
            return false;
        curl_multi_remove_handle(m_multi->handle, transfer->handle());
        return true;
    });
}

bool HttpClient::mayStart(const HttpTransfer &transfer, Time now) const
{
    if (transfer.startsAt() > now)
        return false;
    if (transfer.isStream())
        return true;
    const auto plain =
        std::count_if(m_active.begin(), m_active.end(), [](const auto &each) { return !each->isStream(); });
    const auto lane = transfer.lane();
    const bool isLaneFree = lane == HttpRequest::Lane::None ||
                            std::none_of(m_active.begin(), m_active.end(),
                                         [lane](const auto &each) { return each->lane() == lane; });
    return isLaneFree && static_cast<std::size_t>(plain) < mostActive;
}

void HttpClient::startDue(Time now)
{
    for (std::size_t i = 0; i < m_waiting.size();) {
        const bool isExpired = m_waiting[i]->expiresAt() <= now;
        if (!isExpired && !mayStart(*m_waiting[i], now)) {
            ++i;
            continue;
        }
        auto transfer = std::move(m_waiting[i]);
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(i));
        if (isExpired)
            transfer->expire();
        const bool isBegun = !isExpired && transfer->begin(m_endpoint, now);
        if (isBegun && curl_multi_add_handle(m_multi->handle, transfer->handle()) == CURLM_OK)
            m_active.push_back(std::move(transfer));
        else
            finish(std::move(transfer));
    }
}

void HttpClient::finishEnded()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi->handle, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *const handle = message->easy_handle;
        const CURLcode result = message->data.result;
        curl_multi_remove_handle(m_multi->handle, handle); // `message` is invalid from here
        const auto found = std::find_if(m_active.begin(), m_active.end(), [handle](const auto &transfer) {
            return transfer->handle() == handle;
        });
        auto transfer = std::move(*found);
        m_active.erase(found);
        transfer->end(result);
        finish(std::move(transfer));
    }
}

void HttpClient::finishSilent(Time now)
{
    const auto isSilent = [now](const auto &transfer) {
        return transfer->isStream() && transfer->expiresAt() <= now;
    };
    for (auto found = m_active.begin();
         (found = std::find_if(found, m_active.end(), isSilent)) != m_active.end();) {
        auto transfer = std::move(*found);
        found = m_active.erase(found);
        curl_multi_remove_handle(m_multi->handle, transfer->handle());
        transfer->expire();
        finish(std::move(transfer));
    }
}

void HttpClient::finish(std::unique_ptr<HttpTransfer> transfer)
{
    transfer->answer();
}

int HttpClient::pollTimeoutMs(Time now) const
{
    constexpr std::chrono::hours longest{1}; // for curl_multi_poll(), which takes an int
    Time next = now + longest;
    for (const auto &transfer : m_waiting)
        next = std::min(next, transfer->startsAt() > now ? transfer->startsAt() : transfer->expiresAt());
    for (const auto &transfer : m_active)
        if (transfer->isStream())
            next = std::min(next, transfer->expiresAt());
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - now).count();
    return static_cast<int>(std::max<decltype(left)>(left, 0));
}

} // namespace manometer::remote
