// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads one HTTP/1.1 answer (RFC 9112) from the bytes of a connection, in pieces of any size: a body by
// Content-Length, in chunks, or up to the end of the connection. Trusts nothing: what is ambiguous is an
// error. Pure; one thread. Memory: the head's limit, and the part of the body that was not taken yet.
#pragma once

#include "expected/Expected.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace manometer::client {

class AnswerReader
{
public:
    // Of all header lines together; of a chunk's size line; of trailers.
    static constexpr std::size_t mostHeadBytes = 64 << 10;

    struct Problem
    {
        bool isTooLarge = false;
        std::string text{}; // for people, in English
    };

    // `mostBodyBytes`: of the body that waits to be taken.
    explicit AnswerReader(std::size_t mostBodyBytes)
        : m_mostBodyBytes(mostBodyBytes)
    {}

    Expected<void, Problem> take(std::string_view bytes);
    // The peer has closed the connection. An error if the answer is not complete.
    Expected<void, Problem> end();

    bool hasHead() const { return m_state > State::Fields; }
    bool isComplete() const { return m_state == State::Complete; }
    // Whether the connection can be used for another request. Of a complete answer.
    bool canGoOn() const { return m_canGoOn; }
    int status() const { return m_status; }
    // The value of the first field of this name (in lower case); empty if there is none.
    std::string_view field(std::string_view name) const;
    // The part of the body that has arrived since the last call.
    std::string takeBody() { return std::exchange(m_body, {}); }

private:
    enum class State : std::uint8_t {
        StatusLine,
        Fields,
        Counted,   // a body of m_left bytes
        Chunk,     // m_left bytes of a chunk
        ChunkEnd,  // the line break after it
        ChunkSize, // the line before it
        Trailers,
        UntilEnd, // the body ends with the connection
        Complete,
    };

    Expected<void, Problem> takeLine(std::string_view line);
    Expected<void, Problem> readStatusLine(std::string_view line);
    Expected<void, Problem> readField(std::string_view line);
    Expected<void, Problem> endHead();
    Expected<void, Problem> readChunkSize(std::string_view line);
    Expected<void, Problem> appendBody(std::string_view bytes);
    Unexpected<Problem> tooLarge() const;

    std::size_t m_mostBodyBytes;
    State m_state = State::StatusLine;
    int m_status = 0;
    bool m_isOldVersion = false; // HTTP/1.0
    bool m_canGoOn = true;
    std::vector<std::pair<std::string, std::string>> m_fields;
    std::string m_line; // the part of a line that has arrived
    std::size_t m_headBytes = 0;
    std::uint64_t m_left = 0;
    std::string m_body;
};

} // namespace manometer::client
