// SPDX-License-Identifier: GPL-3.0-or-later
//
// A SQLite VFS over the default one whose disk fails on demand: every write from the n-th byte on is refused
// with the error of choice. Registered under a name for as long as it lives.
// Source: https://www.sqlite.org/vfs.html
#pragma once

#include <atomic>
#include <cstring>
#include <limits>
#include <sqlite3.h>

namespace manometer::test {

class FailingVfs
{
public:
    static constexpr const char *name = "failing";

    FailingVfs()
    {
        m_base = sqlite3_vfs_find(nullptr);
        m_vfs = *m_base;
        m_vfs.zName = name;
        m_vfs.pNext = nullptr;
        m_vfs.szOsFile = int(sizeof(File)) + m_base->szOsFile;
        m_vfs.pAppData = this;
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 0);
    }
    ~FailingVfs() { sqlite3_vfs_unregister(&m_vfs); }
    FailingVfs(const FailingVfs &) = delete;
    FailingVfs &operator=(const FailingVfs &) = delete;

    void failAfter(std::int64_t bytes, int error)
    {
        m_error = error;
        m_room = bytes;
    }
    void recover() { m_room = std::numeric_limits<std::int64_t>::max(); }

private:
    struct File
    {
        sqlite3_file base;
        FailingVfs *vfs;
        sqlite3_io_methods methods;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };
    static File *of(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static sqlite3_file *real(sqlite3_file *file) { return of(file)->real(); }
    bool refuses(std::int64_t bytes)
    {
        if (m_room.load() == std::numeric_limits<std::int64_t>::max())
            return false;
        return m_room.fetch_sub(bytes) < bytes;
    }

    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
    {
        auto *self = static_cast<FailingVfs *>(vfs->pAppData);
        File *made = of(file);
        std::memset(made, 0, sizeof(File));
        made->vfs = self;
        const int result = self->m_base->xOpen(self->m_base, path, made->real(), flags, outFlags);
        if (made->real()->pMethods == nullptr)
            return result;
        sqlite3_io_methods &methods = made->methods;
        methods.iVersion = 2;
        methods.xClose = [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); };
        methods.xRead = [](sqlite3_file *f, void *to, int n, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, n, at);
        };
        methods.xWrite = [](sqlite3_file *f, const void *from, int n, sqlite3_int64 at) {
            if (of(f)->vfs->refuses(n))
                return of(f)->vfs->m_error.load();
            return real(f)->pMethods->xWrite(real(f), from, n, at);
        };
        methods.xTruncate = [](sqlite3_file *f, sqlite3_int64 n) {
            return real(f)->pMethods->xTruncate(real(f), n);
        };
        methods.xSync = [](sqlite3_file *f, int n) { return real(f)->pMethods->xSync(real(f), n); };
        methods.xFileSize = [](sqlite3_file *f, sqlite3_int64 *n) {
            return real(f)->pMethods->xFileSize(real(f), n);
        };
        methods.xLock = [](sqlite3_file *f, int n) { return real(f)->pMethods->xLock(real(f), n); };
        methods.xUnlock = [](sqlite3_file *f, int n) { return real(f)->pMethods->xUnlock(real(f), n); };
        methods.xCheckReservedLock = [](sqlite3_file *f, int *n) {
            return real(f)->pMethods->xCheckReservedLock(real(f), n);
        };
        methods.xFileControl = [](sqlite3_file *f, int op, void *argument) {
            return real(f)->pMethods->xFileControl(real(f), op, argument);
        };
        methods.xSectorSize = [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); };
        methods.xDeviceCharacteristics = [](sqlite3_file *f) {
            return real(f)->pMethods->xDeviceCharacteristics(real(f));
        };
        methods.xShmMap = [](sqlite3_file *f, int page, int size, int extend, void volatile **to) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
        };
        methods.xShmLock = [](sqlite3_file *f, int offset, int n, int lockFlags) {
            return real(f)->pMethods->xShmLock(real(f), offset, n, lockFlags);
        };
        methods.xShmBarrier = [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); };
        methods.xShmUnmap = [](sqlite3_file *f, int remove) {
            return real(f)->pMethods->xShmUnmap(real(f), remove);
        };
        made->base.pMethods = &methods;
        return result;
    }

    sqlite3_vfs *m_base = nullptr;
    sqlite3_vfs m_vfs{};
    std::atomic<std::int64_t> m_room = std::numeric_limits<std::int64_t>::max();
    std::atomic<int> m_error = SQLITE_FULL;
};

} // namespace manometer::test
