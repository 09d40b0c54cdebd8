// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is remembered of the exiftool command: an answer belongs to a question about one version of one file.
// The question is everything that the answer depends on besides the file: the program, its options, its
// environment. Any thread; blocks on disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::answers {

struct Answer
{
    std::string output{}; // what exiftool wrote to stdout, and
    std::string errors{}; // to stderr
    int status = 0;       // of the command
    // Where in `output` the file's access time stands, accessTimeLength bytes long: a later answer has that
    // of its own time there.
    std::vector<std::uint32_t> accessTimes{};
    // Set if the access time may be in `output` at a place that is unknown: the answer is valid for this one
    // only, in nanoseconds since 1970.
    std::optional<std::int64_t> onlyForAccessTime{};
    std::uint64_t costMicroseconds = 0; // how long exiftool took, without its own start

    friend bool operator==(const Answer &, const Answer &) = default;
};

constexpr std::size_t accessTimeLength = 25;                    // "2026:11:30 17:00:00+01:00"
constexpr std::size_t mostAnswerBytes = std::size_t(256) << 10; // of output and errors

// The state of a file before it was read, as in fstat(2).
struct FileState
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t sizeBytes = 0;
    std::int64_t mtimeNanoseconds = 0;
    std::int64_t ctimeNanoseconds = 0;

    friend bool operator==(const FileState &, const FileState &) = default;
};

struct Question
{
    int file = -1;                       // open for reading: proves that who asks may read it
    std::string_view path;               // as exiftool shows it, made absolute; without NUL
    std::string_view text;               // any bytes
    bool isCounted = true;               // false: our exiftool asks for itself
    std::uint64_t startMicroseconds = 0; // what an answer saves besides its cost: the start of an exiftool
};

class AnswerStore
{
public:
    virtual ~AnswerStore() = default;

    // `program` is who asks, any bytes: counted if the question is. Empty if there is no answer for the
    // file's present version.
    virtual std::optional<Answer> find(const Question &question, const std::string &program) = 0;
    // False if the answer is not kept: the file is in another state than before the reading, changed a moment
    // ago or may change without a trace, or no tier takes it.
    virtual bool store(const Question &question, const FileState &before, const Answer &answer) = 0;
};

} // namespace manometer::answers
