// SPDX-License-Identifier: GPL-3.0-or-later
//
// The exit codes of manometerctl. They never change once released.
#pragma once

#include "client/Failure.h"

namespace manometer::ctl {

enum ExitCode : int {
    done = 0,
    noEntry = 1, // of a file; a failed check of doctor; those that have one were processed
    usage = 2,
    noInstance = 3,
    refused = 4,  // any other problem of the server
    noChoice = 5, // suggest: no thresholds keep what is required, or nothing is recorded
    levelNormal = 10,
    unwritable = 74, // the output; EX_IOERR of sysexits.h
    tryLater = 75,   // EX_TEMPFAIL of sysexits.h
};

// Of a reason for one entry, or of a refusal that is about one entry.
inline ExitCode exitCodeOf(std::string_view reason)
{
    if (reason == "memory_critical" || reason == "busy")
        return tryLater;
    return noEntry;
}

inline ExitCode exitCodeOf(const client::Failure &failure)
{
    using Kind = client::Failure::Kind;
    if (failure.kind == Kind::NoInstance)
        return noInstance;
    if (failure.kind == Kind::NoToken)
        return usage;
    if (failure.kind == Kind::Refused && failure.status == 503 &&
        (failure.reason == "memory_critical" || failure.reason == "busy"))
        return tryLater;
    const bool isAboutOneEntry = failure.reason == "not_cached" || failure.reason == "no_file" ||
                                 failure.reason == "not_regular" || failure.reason == "unreadable" ||
                                 failure.reason == "not_found";
    return failure.kind == Kind::Refused && failure.status == 404 && isAboutOneEntry ? noEntry : refused;
}

// Of two outcomes of one run, what a caller must hear of: no instance, then a refusal, then to try later.
inline int worse(int one, int other)
{
    const auto rank = [](int code) {
        switch (code) {
        case done:
            return 0;
        case noEntry:
            return 1;
        case tryLater:
            return 2;
        case refused:
            return 3;
        default:
            return 4;
        }
    };
    return rank(one) >= rank(other) ? one : other;
}

} // namespace manometer::ctl
