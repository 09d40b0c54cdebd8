// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sockets that the API listens on, and the file that says where they are. Blocks on disk; one thread.
#pragma once

#include "api/Api.h"
#include "api/access/Tokens.h"
#include "api/http/Server.h"
#include "files/FileLock.h"

#include <memory>
#include <vector>

namespace manometer::api {

class Door
{
public:
    // Creates the folder, takes its lock, makes the sockets and the tokens. A socket that a killed program
    // left is replaced. The error is a sentence; not translated.
    static Expected<std::unique_ptr<Door>, QString> open(const ApiSetup &setup);
    ~Door(); // removes the socket and the description
    Door(const Door &) = delete;
    Door &operator=(const Door &) = delete;

    // Once; the caller closes their sockets.
    std::vector<Listener> takeListeners() { return std::exchange(m_listeners, {}); }
    // Null without TCP.
    Tokens *tokens() const { return m_tokens.get(); }
    QString socket() const { return m_socket; }
    QString url() const { return m_url; }
    // Says that the door is open: the last step. Empty on success, else the system's message.
    QString describe(const ApiSetup &setup);

private:
    Door() = default;
    Expected<void, QString> listenLocally();
    Expected<void, QString> listenOn(const TcpAddress &address);

    QString m_folder;
    QString m_socket;
    QString m_url;
    bool m_isDescribed = false;
    files::FileLock m_lock;
    std::vector<Listener> m_listeners;
    std::unique_ptr<Tokens> m_tokens;
};

} // namespace manometer::api
