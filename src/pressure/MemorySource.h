// SPDX-License-Identifier: GPL-3.0-or-later
//
// Interface of a source of samples. Used by one thread at a time; read() may block on a read of /proc, and on
// nothing else. A failed read is an error, never a sample with zeros in it.
#pragma once

#include "expected/Expected.h"
#include "pressure/MemorySample.h"

#include <string>

namespace manometer::pressure {

struct SourceError
{
    enum class Kind {
        Unreadable, // the file cannot be opened or read: systemError is the reason
        Malformed,  // it was read, but has no usable figures: detail names the field
    };
    Kind kind = Kind::Unreadable;
    std::string path;
    int systemError = 0; // errno, 0 when Malformed
    std::string detail;  // for logs; not translated

    friend bool operator==(const SourceError &, const SourceError &) = default;
};

class MemorySource
{
public:
    virtual ~MemorySource() = default;
    virtual Expected<MemorySample, SourceError> read() = 0;
};

} // namespace manometer::pressure
