// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/HttpTransfer.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <utility>

namespace manometer::remote {

namespace {

using Outcome = HttpAnswer::Outcome;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds connectTimeout{5'000};
// The server's headers have a few hundred bytes.
constexpr qsizetype mostHeaderBytes = 32 << 10;
// What a server says in place of a stream is short.
constexpr qsizetype mostRefusalBytes = 64 << 10;

// Whatever the URL: no connection leaves this machine. libcurl of Debian 12 does not set SOCK_CLOEXEC.
curl_socket_t openLocalSocket(void *, curlsocktype, curl_sockaddr *address)
{
    bool isLocal = address->family == AF_UNIX;
    if (address->family == AF_INET) {
        sockaddr_in given{};
        std::memcpy(&given, &address->addr, sizeof given);
        isLocal = (ntohl(given.sin_addr.s_addr) >> 24) == 127;
    } else if (address->family == AF_INET6) {
        sockaddr_in6 given{};
        // curl_sockaddr declares a sockaddr, but has room for any (CURLOPT_OPENSOCKETFUNCTION(3)).
        std::memcpy(static_cast<void *>(&given), static_cast<const void *>(&address->addr), sizeof given);
        isLocal = IN6_IS_ADDR_LOOPBACK(&given.sin6_addr);
    }
    return isLocal ? ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol)
                   : CURL_SOCKET_BAD;
}

Outcome outcomeOf(CURLcode result)
{
    switch (result) {
    case CURLE_OK:
        return Outcome::Answered;
    case CURLE_OPERATION_TIMEDOUT:
        return Outcome::TimedOut;
    case CURLE_FILESIZE_EXCEEDED:
        return Outcome::TooLarge;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9
    case CURLE_BAD_CONTENT_ENCODING:
        return Outcome::Malformed;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return Outcome::Broken;
    default:
        return Outcome::NotReached;
    }
}

long milliseconds(std::chrono::steady_clock::duration duration)
{
    // Zero would mean: without end.
    return static_cast<long>(
        std::max<Milliseconds::rep>(1, std::chrono::duration_cast<Milliseconds>(duration).count()));
}

} // namespace

HttpTransfer::HttpTransfer(const HttpRequest &request, HttpClient::OnAnswer onAnswer)
    : HttpTransfer(request, Milliseconds(0), nullptr, std::move(onAnswer))
{}

HttpTransfer::HttpTransfer(const HttpRequest &request, Milliseconds longestSilence,
                           HttpClient::OnPiece onPiece, HttpClient::OnAnswer onAnswer)
    : m_request(request)
    , m_longestSilence(longestSilence)
    , m_onPiece(std::move(onPiece))
    , m_onAnswer(std::move(onAnswer))
    , m_startsAt(std::chrono::steady_clock::now() + request.delay)
    , m_expiresAt(m_startsAt + request.timeout)
{}

bool HttpTransfer::begin(const Endpoint &endpoint, Time now)
{
    m_handle.reset(curl_easy_init());
    if (m_handle && prepare(endpoint, now))
        return true;
    if (m_answer.reason.isEmpty())
        m_answer.reason = QStringLiteral("The request could not be made: not enough memory");
    return false;
}

bool HttpTransfer::addHeader(const QByteArray &line)
{
    curl_slist *longer = curl_slist_append(m_headers.get(), line.constData());
    if (!longer)
        return false;
    static_cast<void>(m_headers.release()); // it is part of the longer list
    m_headers.reset(longer);
    return true;
}

bool HttpTransfer::prepare(const Endpoint &endpoint, Time now)
{
    bool isGood = addHeader(isStream() ? "Accept: text/event-stream" : "Accept: application/json") &&
                  addHeader("Expect:"); // do not wait for 100 Continue
    if (!endpoint.tokenFile.isEmpty()) {
        const auto token = readToken(endpoint.tokenFile);
        if (!token) {
            m_answer.reason = token.error();
            return false;
        }
        isGood = isGood && addHeader("Authorization: Bearer " + *token);
    }
    if (!m_request.ifMatch.isEmpty())
        isGood = isGood && addHeader("If-Match: " + m_request.ifMatch);
    const auto set = [this, &isGood](CURLoption option, auto value) {
        isGood = isGood && curl_easy_setopt(m_handle.get(), option, value) == CURLE_OK;
    };
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, m_error.data());
    set(CURLOPT_PROTOCOLS_STR, "http");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_OPENSOCKETFUNCTION, &openLocalSocket);
    set(CURLOPT_URL, (endpoint.urlPrefix() + m_request.target).constData());
    set(CURLOPT_PATH_AS_IS, 1L); // a preset may have the name ".."
    if (!endpoint.socketPath.isEmpty())
        set(CURLOPT_UNIX_SOCKET_PATH, endpoint.socketPath.constData());
    set(CURLOPT_HEADERFUNCTION, &HttpTransfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &HttpTransfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_CONNECTTIMEOUT_MS, std::min(milliseconds(m_expiresAt - now), milliseconds(connectTimeout)));
    if (!isStream()) {
        set(CURLOPT_TIMEOUT_MS, milliseconds(m_expiresAt - now));
        set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(m_request.mostAnswerBytes));
    }
    if (m_request.method != "GET") {
        // libcurl sends a request once more where a kept connection turns out to be closed. A change must not
        // be sent twice, so it gets a connection of its own.
        set(CURLOPT_FRESH_CONNECT, 1L);
        set(CURLOPT_FORBID_REUSE, 1L);
        if (!m_request.body.isEmpty() || m_request.method != "DELETE") {
            isGood = isGood && addHeader("Content-Type: application/json");
            set(CURLOPT_POST, 1L);
            set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
            set(CURLOPT_POSTFIELDS, m_request.body.constData()); // not copied
        }
        set(CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    }
    set(CURLOPT_HTTPHEADER, m_headers.get());
    return isGood;
}

std::size_t HttpTransfer::onHeader(char *data, std::size_t, std::size_t size, void *transfer)
{
    const bool isTaken = static_cast<HttpTransfer *>(transfer)->takeHeader({data, qsizetype(size)});
    return isTaken ? size : size + 1; // any other number than `size` ends the transfer
}

std::size_t HttpTransfer::onBody(char *data, std::size_t, std::size_t size, void *transfer)
{
    const bool isTaken = static_cast<HttpTransfer *>(transfer)->takeBody({data, qsizetype(size)});
    return isTaken ? size : size + 1;
}

bool HttpTransfer::takeHeader(QByteArrayView line)
{
    noteProgress();
    m_headerBytes += line.size();
    if (m_headerBytes > mostHeaderBytes) {
        m_abortedAs = Outcome::TooLarge;
        return false;
    }
    const QByteArray text = line.trimmed().toByteArray();
    if (text.startsWith("HTTP/")) { // of this answer, or of another one after a 1xx
        m_answer.contentType.clear();
        m_answer.eTag.clear();
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArray name = text.first(std::max<qsizetype>(colon, 0)).toLower();
    const QByteArray value = text.sliced(colon + 1).trimmed();
    if (name == "content-type")
        m_answer.contentType = value;
    // It is sent back in a header.
    if (name == "etag" && std::all_of(value.begin(), value.end(), [](char each) { return each >= ' '; }))
        m_answer.eTag = value;
    return true;
}

bool HttpTransfer::takeBody(QByteArrayView piece)
{
    noteProgress();
    long status = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (isStream() && status == 200) {
        if (!m_answer.contentType.startsWith("text/event-stream"))
            m_abortedAs = Outcome::Malformed;
        else if (!m_onPiece(piece))
            m_abortedAs = Outcome::Stopped;
        return !m_abortedAs;
    }
    if (m_answer.body.size() + piece.size() > (isStream() ? mostRefusalBytes : m_request.mostAnswerBytes)) {
        m_abortedAs = Outcome::TooLarge;
        return false;
    }
    m_answer.body += piece;
    return true;
}

void HttpTransfer::noteProgress()
{
    if (isStream())
        m_expiresAt = std::chrono::steady_clock::now() + m_longestSilence;
}

QString HttpTransfer::systemReason() const
{
    long number = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_OS_ERRNO, &number);
    return number != 0 ? QString::fromLocal8Bit(std::strerror(static_cast<int>(number)))
                       : QString::fromLocal8Bit(m_error.data());
}

void HttpTransfer::end(CURLcode result)
{
    m_answer.outcome = m_abortedAs.value_or(outcomeOf(result));
    if (m_answer.outcome == Outcome::NotReached && m_headerBytes > 0)
        m_answer.outcome = Outcome::Broken;
    long status = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
    m_answer.status = static_cast<int>(status);
    switch (m_answer.outcome) {
    case Outcome::Answered:
    case Outcome::Stopped:
        return;
    case Outcome::TimedOut:
        return expire();
    case Outcome::TooLarge:
        m_answer.reason = QStringLiteral("The server's answer is too large");
        break;
    case Outcome::Malformed:
        m_answer.reason = QStringLiteral("What answers is not a manometerd");
        break;
    case Outcome::Broken:
        m_answer.reason = QStringLiteral("The connection to the server broke off");
        break;
    case Outcome::NotReached:
        m_answer.reason = QStringLiteral("The server cannot be reached: %1").arg(systemReason());
        break;
    }
    m_answer.body.clear();
}

void HttpTransfer::expire()
{
    m_answer.outcome = Outcome::TimedOut;
    m_answer.body.clear();
    m_answer.reason = QStringLiteral("The server did not answer in time");
}

void HttpTransfer::refuse(const QString &reason)
{
    m_answer.outcome = Outcome::NotReached;
    m_answer.reason = reason;
}

} // namespace manometer::remote
