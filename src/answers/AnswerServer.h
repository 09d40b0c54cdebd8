// SPDX-License-Identifier: GPL-3.0-or-later
//
// Serves our exiftool from an AnswerStore, over a unix socket for the processes of this user (SO_PEERCRED,
// unix(7)). A thread a connection, so that a slow disk delays only who asks for it. The constructor's thread
// never waits; the destructor waits for what is being looked up.
#pragma once

#include "answers/AnswerStore.h"
#include "expected/Expected.h"

#include <memory>
#include <string>

namespace manometer::answers {

class AnswerServer
{
public:
    // Creates the socket, 0600, in a folder that is private to this user and in which no other program
    // serves; one that a killed program left is replaced. `store` outlives the server. The error is a
    // sentence for the log; not translated.
    static Expected<std::unique_ptr<AnswerServer>, std::string> open(const std::string &folder,
                                                                     AnswerStore &store);
    ~AnswerServer(); // removes the socket
    AnswerServer(const AnswerServer &) = delete;
    AnswerServer &operator=(const AnswerServer &) = delete;

    // More are refused: their exiftool does the work itself.
    static constexpr std::size_t mostConnections = 128;

private:
    class Implementation;
    explicit AnswerServer(std::unique_ptr<Implementation> implementation);

    std::unique_ptr<Implementation> m_implementation;
};

} // namespace manometer::answers
