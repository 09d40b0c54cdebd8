// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/AnswerReader.h"

#include <algorithm>
#include <charconv>

namespace manometer::client {

namespace {

using Problem = AnswerReader::Problem;

Unexpected<Problem> broken(std::string text)
{
    return Unexpected<Problem>({.isTooLarge = false, .text = std::move(text)});
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20) : character;
    });
    return lower;
}

// All of the text as a number without a sign; false if it is none or does not fit.
bool readNumber(std::string_view text, int base, std::uint64_t &number)
{
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, base);
    return !text.empty() && read.ec == std::errc() && read.ptr == end;
}

} // namespace

Expected<void, Problem> AnswerReader::take(std::string_view bytes)
{
    while (!bytes.empty()) {
        switch (m_state) {
        case State::Counted:
        case State::Chunk: {
            const auto now = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
            if (auto done = appendBody(bytes.substr(0, now)); !done)
                return done;
            bytes.remove_prefix(now);
            m_left -= now;
            if (m_left == 0)
                m_state = m_state == State::Counted ? State::Complete : State::ChunkEnd;
            break;
        }
        case State::UntilEnd:
            return appendBody(bytes);
        case State::Complete:
            return broken("the server sends more than the answer");
        default: {
            const auto newline = bytes.find('\n');
            const std::string_view part = bytes.substr(0, newline);
            m_headBytes += part.size() + 1;
            if (m_headBytes > mostHeadBytes)
                return broken("the head of the answer is too long");
            m_line += part;
            if (newline == std::string_view::npos)
                return {};
            bytes.remove_prefix(newline + 1);
            std::string line = std::exchange(m_line, {});
            if (line.ends_with('\r'))
                line.pop_back();
            if (auto done = takeLine(line); !done)
                return done;
        }
        }
    }
    return {};
}

Expected<void, Problem> AnswerReader::end()
{
    if (m_state == State::UntilEnd)
        m_state = State::Complete;
    if (m_state != State::Complete)
        return broken("the connection ended before the answer");
    return {};
}

std::string_view AnswerReader::field(std::string_view name) const
{
    for (const auto &[key, value] : m_fields)
        if (key == name)
            return value;
    return {};
}

Expected<void, Problem> AnswerReader::takeLine(std::string_view line)
{
    switch (m_state) {
    case State::StatusLine:
        return readStatusLine(line);
    case State::Fields:
        return line.empty() ? endHead() : readField(line);
    case State::ChunkSize:
        return readChunkSize(line);
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        m_headBytes = 0;
        if (!line.empty())
            return broken("a chunk of the answer is longer than its size");
        return {};
    default: // Trailers: not used
        if (line.empty())
            m_state = State::Complete;
        return {};
    }
}

Expected<void, Problem> AnswerReader::readStatusLine(std::string_view line)
{
    const bool isHttp = line.starts_with("HTTP/1.1 ") || line.starts_with("HTTP/1.0 ");
    std::uint64_t status = 0;
    if (!isHttp || !readNumber(line.substr(9, 3), 10, status) || status < 100 || status > 599 ||
        (line.size() > 12 && line[12] != ' '))
        return broken("the answer is not HTTP");
    m_isOldVersion = line[7] == '0';
    m_status = static_cast<int>(status);
    m_state = State::Fields;
    return {};
}

Expected<void, Problem> AnswerReader::readField(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || line[colon - 1] == ' ' || line.front() == ' ' ||
        line.front() == '\t')
        return broken("a header of the answer is malformed");
    m_fields.emplace_back(lowerCase(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    return {};
}

Expected<void, Problem> AnswerReader::endHead()
{
    if (m_status < 200) { // an interim answer: the real one follows
        if (m_status == 101)
            return broken("the server switches to another protocol");
        m_fields.clear();
        m_state = State::StatusLine;
        return {};
    }
    std::string_view length;
    std::string_view encoding;
    for (const auto &[name, value] : m_fields) {
        if (name == "content-length") {
            if (!length.empty() && length != value)
                return broken("the answer has two lengths");
            length = value;
        } else if (name == "transfer-encoding") {
            if (!encoding.empty())
                return broken("the answer has two encodings");
            encoding = value;
        } else if (name == "connection" && lowerCase(value) == "close") {
            m_canGoOn = false;
        }
    }
    if (m_isOldVersion)
        m_canGoOn = false;
    m_headBytes = 0;
    if (m_status == 204 || m_status == 304) {
        m_state = State::Complete;
    } else if (!encoding.empty()) {
        if (!length.empty() || lowerCase(encoding) != "chunked")
            return broken("the answer's encoding is not chunked");
        m_state = State::ChunkSize;
    } else if (!length.empty()) {
        if (!readNumber(length, 10, m_left))
            return broken("the answer's length is not a number");
        m_state = m_left == 0 ? State::Complete : State::Counted;
        if (m_left > m_mostBodyBytes)
            return tooLarge();
    } else {
        m_canGoOn = false;
        m_state = State::UntilEnd;
    }
    return {};
}

Expected<void, Problem> AnswerReader::readChunkSize(std::string_view line)
{
    m_headBytes = 0;
    // An extension may follow after a semicolon.
    if (!readNumber(trimmed(line.substr(0, line.find(';'))), 16, m_left))
        return broken("the size of a chunk of the answer is malformed");
    m_state = m_left == 0 ? State::Trailers : State::Chunk;
    return {};
}

Unexpected<Problem> AnswerReader::tooLarge() const
{
    return Unexpected<Problem>(
        {.isTooLarge = true,
         .text = "the answer is larger than " + std::to_string(m_mostBodyBytes) + " bytes"});
}

Expected<void, Problem> AnswerReader::appendBody(std::string_view bytes)
{
    if (m_body.size() + bytes.size() > m_mostBodyBytes)
        return tooLarge();
    m_body += bytes;
    return {};
}

} // namespace manometer::client
