// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shared by the fuzzers: an assertion, a writer for seed inputs, and a temporary folder.
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
    std::fprintf(stderr, "violated: %s\n", what);
    std::abort();
}

// Does nothing unless MANOMETER_FUZZ_SEEDS names a folder.
inline void writeSeed(const std::string &name, std::string_view bytes)
{
    const char *folder = std::getenv("MANOMETER_FUZZ_SEEDS");
    if (!folder)
        return;
    std::filesystem::create_directories(folder);
    std::ofstream(std::string(folder) + "/" + name, std::ios::binary) << bytes;
}

// A temporary folder, in memory if possible; removed by the destructor, but not after a crash.
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
