// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where samples come from. Used by one thread at a time; read() may block for as long as a read of /proc
// does, and nothing else. A failed read is an error, never a sample with zeros in it.
#pragma once

#include "expected/Expected.h"
#include "pressure/MemorySample.h"

#include <string>

namespace manometer::pressure {

struct SourceError
{
    enum class Kind {
        Unreadable, // the file cannot be opened or read: systemError says why
        Malformed,  // it was read, but holds no usable figures: detail names the field
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
