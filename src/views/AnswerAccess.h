// SPDX-License-Identifier: GPL-3.0-or-later
//
// Direct access to remembered answers of the exiftool command, for a front-end in the backend's process that
// serves our exiftool. An answer belongs to a question about one version of one file: the path as it was
// given, and everything else that the answer depends on. Any thread; blocks on disk.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::views {

struct CommandAnswer
{
    std::string output; // what exiftool wrote to stdout, and
    std::string errors; // to stderr
    int status = 0;     // of the command
    // Where in `output` the file's access time stands, 25 characters long each: it is that of the next
    // reading.
    std::vector<std::uint32_t> accessTimes{};
    // Set if the access time may be in `output` at a place that is unknown: the answer is valid for this one
    // only, in nanoseconds since 1970.
    std::optional<std::int64_t> onlyForAccessTime{};
    std::uint64_t costMicroseconds = 0; // how long exiftool took
};

struct FileQuestion
{
    int file = -1;             // open for reading: proves that who asks may read it
    std::string_view path;     // as exiftool shows it, made absolute; without NUL
    std::string_view question; // any bytes
};

class AnswerAccess
{
public:
    virtual ~AnswerAccess() = default;

    // `program` is who asks: counted. Empty if there is no answer for the file's present version.
    virtual std::optional<CommandAnswer> find(const FileQuestion &question, const QByteArray &program) = 0;
    // False if the answer cannot be kept: the file changed a moment ago or may change without a trace, or no
    // tier takes it.
    virtual bool store(const FileQuestion &question, const CommandAnswer &answer) = 0;

    static constexpr std::size_t accessTimeLength = 25;              // "2026:11:30 17:00:00+01:00"
    static constexpr std::size_t mostBytes = std::size_t(256) << 10; // of output and errors
};

} // namespace manometer::views
