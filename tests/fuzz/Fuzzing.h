// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the fuzzers share: where their first inputs go, a place for files that are soon gone, and a way to say
// that something is not as it should be.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace manometer::fuzz {

inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

// Only where MANOMETER_FUZZ_SEEDS names a folder.
inline void writeSeed(const std::string &name, std::string_view bytes)
{
    const char *folder = std::getenv("MANOMETER_FUZZ_SEEDS");
    if (!folder)
        return;
    std::filesystem::create_directories(folder);
    std::ofstream(std::string(folder) + "/" + name, std::ios::binary) << bytes;
}

// In memory where that is possible; goes with the process, unless that crashes.
class Scratch
{
public:
    Scratch()
        : m_path((::access("/dev/shm", W_OK) == 0 ? "/dev/shm/manometer-fuzz-" : "/tmp/manometer-fuzz-") +
                 std::to_string(::getpid()))
    {
        std::filesystem::create_directories(m_path);
    }
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace manometer::fuzz
