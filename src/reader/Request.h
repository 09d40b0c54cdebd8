// SPDX-License-Identifier: GPL-3.0-or-later
//
// The requests of manometer-reader (PROTOCOL.md): a line each, `<depth> <path>`, the path percent-encoded.
// Pure, except for RequestLines, which blocks in read(2).
#pragma once

#include "expected/Expected.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::reader {

enum class Depth : std::uint8_t {
    Quick,    // type and structure
    Standard, // and headers or attributes
    Deep,     // and statistics of the values
};

struct Request
{
    Depth depth = Depth::Quick;
    std::string path; // bytes, as open(2) takes them
};

// The error is a reason for the client, in English.
Expected<Request, std::string> parseRequest(std::string_view line);

// Printable ASCII characters other than '%' stand for themselves, all other bytes are %XX.
std::string encodedPath(std::string_view path);

// Lines of a descriptor.
class RequestLines
{
public:
    struct Line
    {
        std::string text; // without the line feed
        bool isTooLong = false;
    };

    // Longer lines are reported as too long. A path of PATH_MAX bytes fits, with every byte encoded.
    static constexpr std::size_t longestLine = 16U << 10U;

    explicit RequestLines(int descriptor)
        : m_descriptor(descriptor)
    {}
    // Empty at the end. A last line without a line feed is no request: its end may be missing.
    std::optional<Line> next();

private:
    int m_descriptor;
    std::string m_pending;
    bool m_isSkipping = false; // the rest of a line that is too long
};

} // namespace manometer::reader
