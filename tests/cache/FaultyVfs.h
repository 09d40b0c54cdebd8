// SPDX-License-Identifier: GPL-3.0-or-later
//
// A disk with injected faults: a SQLite VFS over the default one that fails writes after a number of bytes,
// fails reads, syncs, or changes of files from a given change on, or hangs. Controlled from any thread.
// https://www.sqlite.org/c3ref/io_methods.html
#pragma once

#include <atomic>
#include <cassert>
#include <cstdint>
#include <limits>
#include <sqlite3.h>

namespace manometer::cache {

class FaultyVfs
{
public:
    static constexpr const char *name = "faulty";

    FaultyVfs()
        : m_base(sqlite3_vfs_find(nullptr))
        , m_vfs(*m_base)
    {
        m_vfs.zName = name;
        m_vfs.pNext = nullptr;
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_base->szOsFile;
        m_vfs.pAppData = this;
        m_vfs.xOpen = &FaultyVfs::open;
        sqlite3_vfs_register(&m_vfs, 0);
    }
    ~FaultyVfs() { sqlite3_vfs_unregister(&m_vfs); }
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;

    void failWritesAfter(std::int64_t bytes, int error = SQLITE_FULL)
    {
        m_writeError = error;
        m_writableBytes = bytes;
    }
    // Operations that change a file or make a change durable.
    enum Change : int { Write = 1, Sync = 2, Truncate = 4, MapLogIndex = 8 };
    // Fails the next of these changes, or all that follow, after so many have succeeded.
    enum class Failing { Once, FromThenOn };
    void failChangesAfter(std::int64_t passing, int changes, int error, Failing failing)
    {
        m_changeError = error;
        m_failsOnce = failing == Failing::Once;
        m_failingChanges = changes;
        m_failures = 0;
        m_passingChanges = passing;
    }
    // These changes block, as on a network disk that does not respond, until release().
    void hold(int changes) { m_heldChanges = changes; }
    void release()
    {
        m_heldChanges = 0;
        m_heldChanges.notify_all();
    }
    bool isWaitedFor() const { return m_waiting > 0; }
    // Since failChangesAfter().
    int failures() const { return m_failures; }
    void failReads(int error) { m_readError = error; }
    void failSyncs(int error) { m_syncError = error; }
    void repair()
    {
        m_writableBytes = std::numeric_limits<std::int64_t>::max() / 2;
        m_readError = SQLITE_OK;
        m_syncError = SQLITE_OK;
        m_failingChanges = 0;
    }

private:
    struct File
    {
        sqlite3_file head;
        sqlite3_io_methods methods;
        FaultyVfs *disk;
    };
    // The default VFS's own file follows ours in the memory that SQLite gives.
    static sqlite3_file *base(sqlite3_file *file)
    {
        return reinterpret_cast<sqlite3_file *>(reinterpret_cast<File *>(file) + 1);
    }
    static FaultyVfs &disk(sqlite3_file *file) { return *reinterpret_cast<File *>(file)->disk; }

    template<auto method, typename... Arguments>
    static auto forward(sqlite3_file *file, Arguments... arguments)
    {
        return (base(file)->pMethods->*method)(base(file), arguments...);
    }

    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *opened, int flags, int *outFlags)
    {
        auto *self = static_cast<FaultyVfs *>(vfs->pAppData);
        auto *file = reinterpret_cast<File *>(opened);
        file->head.pMethods = nullptr;
        file->disk = self;
        base(opened)->pMethods = nullptr;
        const int code = self->m_base->xOpen(self->m_base, path, base(opened), flags, outFlags);
        if (!base(opened)->pMethods)
            return code;
        using Io = sqlite3_io_methods;
        file->methods = {.iVersion = 2,
                         .xClose = &forward<&Io::xClose>,
                         .xRead = &FaultyVfs::read,
                         .xWrite = &FaultyVfs::write,
                         .xTruncate = &FaultyVfs::truncate,
                         .xSync = &FaultyVfs::sync,
                         .xFileSize = &forward<&Io::xFileSize, sqlite3_int64 *>,
                         .xLock = &forward<&Io::xLock, int>,
                         .xUnlock = &forward<&Io::xUnlock, int>,
                         .xCheckReservedLock = &forward<&Io::xCheckReservedLock, int *>,
                         .xFileControl = &forward<&Io::xFileControl, int, void *>,
                         .xSectorSize = &forward<&Io::xSectorSize>,
                         .xDeviceCharacteristics = &forward<&Io::xDeviceCharacteristics>,
                         .xShmMap = &FaultyVfs::map,
                         .xShmLock = &forward<&Io::xShmLock, int, int, int>,
                         .xShmBarrier = &forward<&Io::xShmBarrier>,
                         .xShmUnmap = &forward<&Io::xShmUnmap, int>,
                         .xFetch = nullptr,
                         .xUnfetch = nullptr};
        file->head.pMethods = &file->methods;
        return code;
    }
    static int read(sqlite3_file *file, void *to, int bytes, sqlite3_int64 offset)
    {
        if (const int error = disk(file).m_readError)
            return error;
        return forward<&sqlite3_io_methods::xRead>(file, to, bytes, offset);
    }
    static int write(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 offset)
    {
        if (disk(file).m_writableBytes.fetch_sub(bytes) < bytes)
            return disk(file).m_writeError;
        if (const int error = disk(file).failureOf(Write))
            return error;
        return forward<&sqlite3_io_methods::xWrite>(file, from, bytes, offset);
    }
    static int sync(sqlite3_file *file, int flags)
    {
        if (const int error = disk(file).m_syncError)
            return error;
        if (const int error = disk(file).failureOf(Sync))
            return error;
        return forward<&sqlite3_io_methods::xSync>(file, flags);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        if (const int error = disk(file).failureOf(Truncate))
            return error;
        return forward<&sqlite3_io_methods::xTruncate>(file, size);
    }
    static int map(sqlite3_file *file, int region, int bytes, int isExtended, void volatile **to)
    {
        // Only if the file would grow.
        if (const int error = isExtended ? disk(file).failureOf(MapLogIndex) : SQLITE_OK)
            return error;
        return forward<&sqlite3_io_methods::xShmMap>(file, region, bytes, isExtended, to);
    }

    int failureOf(Change change)
    {
        ++m_waiting;
        for (int held = m_heldChanges; (held & change) != 0; held = m_heldChanges)
            m_heldChanges.wait(held);
        --m_waiting;
        if ((m_failingChanges & change) == 0)
            return SQLITE_OK;
        const std::int64_t left = m_passingChanges.fetch_sub(1);
        if (left > 0 || (m_failsOnce && left < 0))
            return SQLITE_OK;
        ++m_failures;
        return m_changeError;
    }

    sqlite3_vfs *m_base;
    sqlite3_vfs m_vfs;
    std::atomic<std::int64_t> m_writableBytes{std::numeric_limits<std::int64_t>::max() / 2};
    std::atomic<int> m_writeError{SQLITE_FULL};
    std::atomic<int> m_readError{SQLITE_OK};
    std::atomic<int> m_syncError{SQLITE_OK};
    std::atomic<std::int64_t> m_passingChanges{0};
    std::atomic<int> m_failingChanges{0};
    std::atomic<int> m_changeError{SQLITE_FULL};
    std::atomic<bool> m_failsOnce{false};
    std::atomic<int> m_failures{0};
    std::atomic<int> m_heldChanges{0};
    std::atomic<int> m_waiting{0};
};

} // namespace manometer::cache
