// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way back for a response. Copies answer the same request: the first response is sent, later ones are
// dropped. Any thread; never blocks; may outlive the connection.
#pragma once

#include "api/http/Message.h"

#include <memory>

namespace manometer::api {

class Exchange;

class Reply
{
public:
    explicit Reply(std::shared_ptr<Exchange> exchange)
        : m_exchange(std::move(exchange))
    {}

    void send(Response response) const;
    // Whether there is still a client that waits.
    bool isOpen() const;

private:
    std::shared_ptr<Exchange> m_exchange;
};

} // namespace manometer::api
