// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/InvalidationLog.h"

#include "cache/disk/Descriptor.h"
#include "cache/disk/PrivateFile.h"
#include "cache/disk/Schema.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

namespace manometer::cache::disk {

namespace {

// In the machine's byte order: read in another one, no checksum fits.
struct StoredInvalidation
{
    std::uint64_t keyHash = 0;
    std::uint64_t upTo = 0; // with allRows
    std::uint64_t checksum = 0;
};
static_assert(sizeof(StoredInvalidation) == 24);

constexpr std::uint64_t allRows = std::uint64_t{1} << 63;

// Of zeros it is not zero.
std::uint64_t checksumOf(const StoredInvalidation &stored)
{
    return XXH3_64bits_withSeed(&stored, offsetof(StoredInvalidation, checksum), applicationId);
}

StoredInvalidation stored(const Invalidation &invalidation)
{
    const bool isAll = invalidation.rows == Invalidation::Rows::All;
    StoredInvalidation record{.keyHash = isAll ? 0 : invalidation.keyHash,
                              .upTo = static_cast<std::uint64_t>(invalidation.upTo) | (isAll ? allRows : 0)};
    record.checksum = checksumOf(record);
    return record;
}

bool isValid(const StoredInvalidation &record)
{
    return record.checksum == checksumOf(record) && (record.upTo & ~allRows) <= greatestPlausibleId;
}

bool writeAll(int descriptor, std::span<const std::byte> bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return true;
}

std::uint64_t readAll(int descriptor, std::span<std::byte> bytes)
{
    std::uint64_t sum = 0;
    while (sum < bytes.size()) {
        const ssize_t count =
            ::pread(descriptor, bytes.data() + sum, bytes.size() - sum, static_cast<off_t>(sum));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        sum += static_cast<std::uint64_t>(count);
    }
    return sum;
}

// Writes what is there again, as far as there is room.
void fillHoles(int descriptor, std::uint64_t size)
{
    std::vector<std::byte> bytes(size);
    const std::uint64_t read = readAll(descriptor, bytes);
    writeAll(descriptor, std::span(bytes).first(read), 0);
}

} // namespace

InvalidationLog::InvalidationLog(std::string path, std::uint64_t capacityBytes)
    : m_path(std::move(path))
    , m_capacityBytes(capacityBytes)
{}

// With as much of its size as there is room for. -1 if it cannot be had.
int InvalidationLog::openFile()
{
    auto file = openPrivateFile(m_path);
    // Something that is not ours takes its place.
    if (!file && file.error().kind == Fault::Kind::Damaged && std::remove(m_path.c_str()) == 0)
        file = openPrivateFile(m_path);
    struct stat status = {};
    if (!file || ::fstat(*file, &status) != 0)
        return -1;
    const int descriptor = *file;
    auto bytes = static_cast<std::uint64_t>(status.st_size);
    if (bytes > m_capacityBytes && ::ftruncate(descriptor, static_cast<off_t>(m_capacityBytes)) == 0)
        bytes = m_capacityBytes;
    // Holes would need room later.
    if (static_cast<std::uint64_t>(status.st_blocks) * 512 < bytes)
        fillHoles(descriptor, bytes);
    static constexpr std::array<std::byte, pageBytes> zeros{};
    const std::uint64_t present = bytes;
    while (bytes < m_capacityBytes) {
        const std::uint64_t missing = std::min<std::uint64_t>(m_capacityBytes - bytes, zeros.size());
        if (!writeAll(descriptor, std::span(zeros).first(missing), bytes))
            break;
        bytes += missing;
    }
    // Some file systems assign blocks only when they write.
    if (bytes > present)
        ::fdatasync(descriptor);
    m_fileRecords = std::min(bytes, m_capacityBytes) / sizeof(StoredInvalidation);
    m_inode = status.st_ino;
    return descriptor;
}

std::vector<Invalidation> InvalidationLog::open()
{
    std::vector<Invalidation> all;
    const Descriptor descriptor(openFile());
    if (descriptor < 0) {
        m_records.store(0, std::memory_order_relaxed);
        return all;
    }
    std::vector<StoredInvalidation> records(m_fileRecords);
    const std::uint64_t bytes = readAll(descriptor, std::as_writable_bytes(std::span(records)));
    records.resize(bytes / sizeof(StoredInvalidation));
    for (const StoredInvalidation &record : records) {
        if (!isValid(record))
            break;
        const bool isAll = (record.upTo & allRows) != 0;
        all.push_back({.rows = isAll ? Invalidation::Rows::All : Invalidation::Rows::OfKeyHash,
                       .keyHash = record.keyHash,
                       .upTo = EntryId{record.upTo & ~allRows}});
    }
    m_records.store(all.size(), std::memory_order_relaxed);
    return all;
}

bool InvalidationLog::isInPlace() const
{
    struct stat status = {};
    return ::lstat(m_path.c_str(), &status) == 0 && status.st_ino == m_inode;
}

bool InvalidationLog::append(std::span<const Invalidation> invalidations)
{
    if (!isInPlace())
        open(); // what an earlier program left in it stays
    const Descriptor descriptor(openFile());
    return write(descriptor, invalidations, m_records.load(std::memory_order_relaxed));
}

bool InvalidationLog::replace(const Invalidation &invalidation)
{
    const Descriptor descriptor(openFile());
    return write(descriptor, {&invalidation, 1}, 0);
}

bool InvalidationLog::write(int descriptor, std::span<const Invalidation> invalidations,
                            std::uint64_t firstRecord)
{
    if (descriptor < 0 || firstRecord + invalidations.size() > m_fileRecords)
        return false;
    std::vector<StoredInvalidation> records;
    records.reserve(invalidations.size() + 1);
    for (const Invalidation &invalidation : invalidations)
        records.push_back(stored(invalidation));
    // Ends the list: after a clear(), older records may follow.
    if (firstRecord + records.size() < m_fileRecords)
        records.push_back({});
    if (!writeAll(descriptor, std::as_bytes(std::span(records)), firstRecord * sizeof(StoredInvalidation)))
        return false;
    m_records.store(firstRecord + invalidations.size(), std::memory_order_relaxed);
    return true;
}

void InvalidationLog::clear()
{
    const Descriptor descriptor(openFile());
    constexpr StoredInvalidation none;
    if (descriptor >= 0)
        writeAll(descriptor, std::as_bytes(std::span(&none, 1)), 0);
    m_records.store(0, std::memory_order_relaxed);
}

} // namespace manometer::cache::disk
