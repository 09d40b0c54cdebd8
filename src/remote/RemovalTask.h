// SPDX-License-Identifier: GPL-3.0-or-later
//
// One deletion on the server, from its request to its result: begins it, follows its progress, stops it. Used
// by shared pointers: each request's handler holds it. Runs in the client's thread; stop() from any thread.
#pragma once

#include "remote/Answers.h"
#include "remote/HttpClient.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace manometer::remote {

class RemovalTask : public std::enable_shared_from_this<RemovalTask>
{
public:
    // Replaces the server's undo id by the front-end's; called in the client's thread.
    using RegisterUndo = std::function<quint64(quint64)>;

    // `client` outlives the requests.
    RemovalTask(HttpClient &client, RegisterUndo registerUndo);

    QFuture<views::Removal> begin(const QList<views::EntryId> &ids, bool holdsAside);
    // Does nothing once it has ended.
    void stop();

private:
    // While it runs, its progress is asked for this often.
    static constexpr std::chrono::milliseconds progressInterval{500};

    void takeBegun(const HttpAnswer &answer);
    void awaitEnd(std::chrono::milliseconds delay);
    void takeEnd(const HttpAnswer &answer);
    void askProgress();
    void takeProgress(const HttpAnswer &answer);
    void noteProgress(const HttpAnswer &answer);
    void fulfilWith(Answer<views::Removal> answer);
    QByteArray target() const;
    void sendStop();

    HttpClient &m_client;
    const RegisterUndo m_registerUndo;
    QPromise<views::Removal> m_promise;
    bool m_hasEnded = false; // this and the next of the client's thread
    int m_busyAnswers = 0;

    std::mutex m_mutex;
    std::optional<quint64> m_id; // the server's, once it is known
    bool m_isStopped = false;
};

} // namespace manometer::remote
