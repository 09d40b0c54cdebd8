// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recorded traces: one access per line, `key` or `key,size`, compressed. They are not part of the repository:
// the result is empty if the trace is not on this machine. GeneratedTrace.h has one for every machine.
#pragma once

#include <QFile>

#include <memory>
#include <vector>
#include <zstd.h>

namespace manometer::test {

inline std::vector<std::uint64_t> readTrace(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray compressed = file.readAll();
    QByteArray text;
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                      &ZSTD_freeDStream);
    ZSTD_inBuffer in{compressed.constData(), static_cast<std::size_t>(compressed.size()), 0};
    QByteArray chunk(1 << 16, '\0');
    while (in.pos < in.size) {
        ZSTD_outBuffer out{chunk.data(), static_cast<std::size_t>(chunk.size()), 0};
        if (ZSTD_isError(ZSTD_decompressStream(stream.get(), &out, &in)))
            return {};
        text.append(chunk.constData(), static_cast<qsizetype>(out.pos));
    }
    std::vector<std::uint64_t> keys;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty())
            keys.push_back(line.split(',').first().toULongLong());
    }
    return keys;
}

} // namespace manometer::test
