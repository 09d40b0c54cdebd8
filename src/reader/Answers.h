// SPDX-License-Identifier: GPL-3.0-or-later
//
// The answers of manometer-reader, on stdout, and what ends it while it reads a file: the client closes
// stdin, or a library crashes or does not return. One object a process, because signal handlers share its
// state. One thread. Blocks while the client does not read.
#pragma once

#include "reader/Failure.h"
#include "reader/Request.h"

#include <chrono>
#include <string>
#include <string_view>

namespace manometer::reader {

// Exit statuses.
constexpr int exitUnanswered = 1; // stdin was closed before all was answered, or stdout
constexpr int exitUsage = 2;
constexpr int exitCrashed = 3; // the last answer says why

class Answers
{
public:
    // Installs the handlers of signals. `longest` is the processor time for a file; zero is no limit.
    explicit Answers(std::chrono::seconds longest);
    ~Answers();
    Answers(const Answers &) = delete;
    Answers &operator=(const Answers &) = delete;

    // From here to the end of the answer, a crash is answered, and a closed stdin ends the process within 200
    // ms.
    void begin(std::string_view encodedPath);
    // Writes the progress, 0 to 1, at most every 100 ms. False: the time for this file is used up.
    bool progress(double ratio);
    // `metadata` is a JSON object.
    void succeed(std::string_view format, std::string_view metadata);
    void fail(const Failure &failure);

private:
    void end(std::string_view line);
    double secondsSinceBegin() const;

    using Clock = std::chrono::steady_clock;
    std::chrono::seconds m_longest;
    std::string m_path;
    Clock::time_point m_begin;
    Clock::time_point m_lastProgress;
    double m_processorSecondsAtBegin = 0;
};

} // namespace manometer::reader
