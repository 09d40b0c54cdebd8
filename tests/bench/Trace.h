// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recorded trace: one access a line, `key` or `key,size`, plain or .zst.
#pragma once

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zstd.h>

namespace manometer::bench {

// Empty if it cannot be read.
inline std::string readText(const char *path)
{
    std::string text;
    std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(path, "rbe"), &std::fclose);
    if (!file)
        return text;
    std::vector<char> chunk(1 << 16);
    while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), file.get()))
        text.append(chunk.data(), got);
    if (!std::string_view(path).ends_with(".zst"))
        return text;
    const std::string compressed = std::exchange(text, {});
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                      &ZSTD_freeDStream);
    ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
    while (in.pos < in.size) {
        ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
        if (ZSTD_isError(ZSTD_decompressStream(stream.get(), &out, &in)))
            return {};
        text.append(chunk.data(), out.pos);
    }
    return text;
}

// The keys, in order of access. They point into the text.
inline std::vector<std::string_view> keysOf(const std::string &text)
{
    std::vector<std::string_view> keys;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line(text.data() + at, end - at);
        if (const std::string_view key = line.substr(0, line.find_first_of(",\r")); !key.empty())
            keys.push_back(key);
        at = end + 1;
    }
    return keys;
}

} // namespace manometer::bench
