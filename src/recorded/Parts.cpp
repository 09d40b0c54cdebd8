// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/Parts.h"

#include "journal/Bytes.h"
#include "recorded/RecordingFile.h"

#include <algorithm>
#include <xxhash.h>
#include <zstd.h>

namespace manometer::recorded {

namespace {

constexpr std::string_view magic = "MNMRCRD\n";
constexpr std::size_t nameBytes = 16;
constexpr std::size_t mostParts = 16;
constexpr std::size_t rowBytes = nameBytes + 1 + 3 * 8;
constexpr std::size_t checksumBytes = 8;

enum class Encoding : std::uint8_t { Plain = 0, Zstd = 1 };

struct Row
{
    std::string name;
    Encoding encoding = Encoding::Plain;
    std::uint64_t storedBytes = 0;
    std::uint64_t plainBytes = 0;
    std::uint64_t checksum = 0; // of the stored bytes
};

std::uint64_t checksumOf(std::string_view bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

// Compressed, unless that makes it no smaller.
std::pair<Encoding, std::string> packed(const std::string &bytes)
{
    std::string smaller(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress(smaller.data(), smaller.size(), bytes.data(), bytes.size(), ZSTD_CLEVEL_DEFAULT);
    if (ZSTD_isError(size) || size >= bytes.size())
        return {Encoding::Plain, bytes};
    smaller.resize(size);
    return {Encoding::Zstd, std::move(smaller)};
}

// The name without the zeros after it; empty if it is none.
std::string nameOf(std::string_view field)
{
    const std::string_view name = field.substr(0, std::min(field.find('\0'), field.size()));
    const bool isName = std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '_';
    });
    const bool isPadded = field.find_first_not_of('\0', name.size()) == std::string_view::npos;
    return isName && isPadded ? std::string(name) : std::string();
}

// Empty: it is damaged. The lengths have been checked.
std::optional<std::string> unpacked(const Row &row, std::string_view stored)
{
    if (checksumOf(stored) != row.checksum)
        return std::nullopt;
    if (row.encoding == Encoding::Plain)
        return std::string(stored);
    if (ZSTD_getFrameContentSize(stored.data(), stored.size()) != row.plainBytes)
        return std::nullopt;
    std::string plain(row.plainBytes, '\0');
    const std::size_t size = ZSTD_decompress(plain.data(), plain.size(), stored.data(), stored.size());
    return !ZSTD_isError(size) && size == row.plainBytes ? std::optional(std::move(plain)) : std::nullopt;
}

std::optional<std::vector<Row>> readRows(journal::ByteReader &in, std::uint32_t count)
{
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < count; ++i) {
        Row row;
        row.name = nameOf(in.bytes(nameBytes));
        row.encoding = static_cast<Encoding>(in.byte());
        row.storedBytes = in.fixed<std::uint64_t>();
        row.plainBytes = in.fixed<std::uint64_t>();
        row.checksum = in.fixed<std::uint64_t>();
        const bool isKnown = std::any_of(rows.begin(), rows.end(),
                                         [&row](const Row &other) { return other.name == row.name; });
        const bool isPossible = row.encoding == Encoding::Zstd ||
                                (row.encoding == Encoding::Plain && row.storedBytes == row.plainBytes);
        if (row.name.empty() || isKnown || !isPossible)
            return std::nullopt;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::string encodeParts(const Parts &parts)
{
    std::string file;
    journal::ByteWriter out(file);
    out.bytes(magic);
    out.fixed(formatVersion);
    out.fixed(static_cast<std::uint32_t>(parts.size()));
    std::vector<std::string> contents;
    for (const Part &part : parts) {
        auto [encoding, stored] = packed(part.bytes);
        out.bytes(part.name + std::string(nameBytes - part.name.size(), '\0'));
        out.byte(static_cast<std::uint8_t>(encoding));
        out.fixed(static_cast<std::uint64_t>(stored.size()));
        out.fixed(static_cast<std::uint64_t>(part.bytes.size()));
        out.fixed(checksumOf(stored));
        contents.push_back(std::move(stored));
    }
    out.fixed(checksumOf(file));
    for (const std::string &stored : contents)
        out.bytes(stored);
    return file;
}

Expected<Parts, PartsFailure> decodeParts(std::string_view file)
{
    const auto fail = [](PartsProblem problem, const std::string &part = {}) {
        return Unexpected(PartsFailure{.problem = problem, .version = formatVersion, .part = part});
    };
    if (!file.starts_with(magic))
        // A file that ends within these bytes may have been cut off.
        return fail(!file.empty() && magic.starts_with(file) ? PartsProblem::CutOff
                                                             : PartsProblem::NotARecording);
    journal::ByteReader in(file.substr(magic.size()));
    const auto version = in.fixed<std::uint32_t>();
    if (!in.failed() && version > formatVersion)
        return Unexpected(PartsFailure{.problem = PartsProblem::NewerVersion, .version = version});
    const auto count = in.fixed<std::uint32_t>();
    if (in.failed())
        return fail(PartsProblem::CutOff);
    if (version == 0 || count == 0 || count > mostParts)
        return fail(PartsProblem::BadTable);
    if (in.left() < count * rowBytes + checksumBytes)
        return fail(PartsProblem::CutOff);
    const auto rows = readRows(in, count);
    if (!rows)
        return fail(PartsProblem::BadTable);
    const std::size_t tableBytes = file.size() - in.left();
    if (in.fixed<std::uint64_t>() != checksumOf(file.substr(0, tableBytes)))
        return fail(PartsProblem::BadTable);
    Parts parts;
    for (const Row &row : *rows) {
        if (row.plainBytes > mostPartBytes)
            return fail(PartsProblem::TooLarge, row.name);
        if (row.storedBytes > in.left())
            return fail(PartsProblem::CutOff);
        auto plain = unpacked(row, in.bytes(row.storedBytes));
        if (!plain)
            return fail(PartsProblem::BadPart, row.name);
        parts.push_back({.name = row.name, .bytes = *std::move(plain)});
    }
    if (in.left() > 0)
        return fail(PartsProblem::Surplus);
    return parts;
}

} // namespace manometer::recorded
