// SPDX-License-Identifier: GPL-3.0-or-later
//
// HttpClient's implementation: one request, as a handle of libcurl, and its answer while it arrives. Created
// in any thread, then used in the client's only. begin() reads the token's file, the rest does not block.
#pragma once

#include "remote/HttpClient.h"

#include <array>
#include <curl/curl.h>
#include <memory>
#include <optional>

namespace manometer::remote {

class HttpTransfer
{
public:
    using Time = std::chrono::steady_clock::time_point;

    HttpTransfer(const HttpRequest &request, HttpClient::OnAnswer onAnswer);
    HttpTransfer(const HttpRequest &request, std::chrono::milliseconds longestSilence,
                 HttpClient::OnPiece onPiece, HttpClient::OnAnswer onAnswer);

    HttpClient::Id id = 0;

    bool isStream() const { return m_onPiece != nullptr; }
    HttpRequest::Lane lane() const { return m_request.lane; }
    Time startsAt() const { return m_startsAt; }
    // Waiting: when it is too late to be sent. Active: when a stream has been silent for too long.
    Time expiresAt() const { return m_expiresAt; }

    // Prepares the handle; false: the answer says why not.
    bool begin(const Endpoint &endpoint, Time now);
    CURL *handle() const { return m_handle.get(); }
    void end(CURLcode result);
    void expire();
    void refuse(const QString &reason);
    // Calls the handler. The last call.
    void answer() { m_onAnswer(m_answer); }

private:
    struct Close
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    static std::size_t onHeader(char *data, std::size_t, std::size_t size, void *transfer);
    static std::size_t onBody(char *data, std::size_t, std::size_t size, void *transfer);
    bool addHeader(const QByteArray &line);
    bool prepare(const Endpoint &endpoint, Time now);
    bool takeHeader(QByteArrayView line);
    bool takeBody(QByteArrayView piece);
    void noteProgress();
    QString systemReason() const;

    const HttpRequest m_request;
    const std::chrono::milliseconds m_longestSilence{0};
    const HttpClient::OnPiece m_onPiece;
    const HttpClient::OnAnswer m_onAnswer;
    const Time m_startsAt;
    Time m_expiresAt;
    std::unique_ptr<CURL, Close> m_handle;
    std::unique_ptr<curl_slist, Close> m_headers;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    qsizetype m_headerBytes = 0;
    std::optional<HttpAnswer::Outcome> m_abortedAs; // by a callback
    HttpAnswer m_answer;
};

} // namespace manometer::remote
