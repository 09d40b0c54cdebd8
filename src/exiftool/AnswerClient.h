// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks the program that has the cache for answers. Whatever is wrong with it - there is none, it hangs, it
// sends nonsense, it belongs to another user - there is no answer, within a bounded time, and it is not asked
// again for some seconds. Blocks for findTimeout at most.
#pragma once

#include "answers/AnswerStore.h"
#include "answers/Descriptor.h"
#include "answers/Messages.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::exiftool {

class AnswerClient
{
public:
    static constexpr std::chrono::milliseconds findTimeout{250};
    static constexpr std::chrono::seconds retryAfter{5};

    // The sockets are tried in this order.
    explicit AnswerClient(std::vector<std::string> sockets)
        : m_sockets(std::move(sockets))
    {}

    // Connects if needed.
    bool isThere();
    std::optional<answers::Answer> find(const answers::Question &question);
    void store(const answers::Question &question, const answers::FileState &before,
               const answers::Answer &answer);

private:
    using Clock = std::chrono::steady_clock;

    bool connectTo(const std::string &path);
    bool send(std::string_view message, int file);
    // A whole message, into m_bytes. Empty for anything else.
    std::optional<answers::Head> receive(Clock::time_point deadline);
    void giveUp();

    const std::vector<std::string> m_sockets;
    answers::Descriptor m_socket;
    std::string m_bytes; // what was received last
    std::optional<Clock::time_point> m_notBefore;
};

// Where the socket may be, from the environment.
std::vector<std::string> socketsToTry();

} // namespace manometer::exiftool
