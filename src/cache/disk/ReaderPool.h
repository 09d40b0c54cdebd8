// SPDX-License-Identifier: GPL-3.0-or-later
//
// A shard's read connections: one a reading thread at a time, kept for the next. No lock is held while a
// reader reads. When the file is about to be closed or moved aside, close() waits until no reader is on it,
// so that no connection ever joins one file's pages to another's log.
#pragma once

#include "cache/disk/RowReader.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace manometer::cache::disk {

class ReaderPool
{
public:
    ReaderPool(std::string path, std::string vfs);

    // A reader for the calling thread; it goes back at the end of its life.
    class Loan
    {
    public:
        Loan(ReaderPool &pool, std::unique_ptr<RowReader> reader);
        ~Loan();
        Loan(Loan &&) noexcept = default;
        Loan &operator=(Loan &&) = delete;
        RowReader *operator->() const { return m_reader.get(); }

    private:
        ReaderPool *m_pool;
        std::unique_ptr<RowReader> m_reader;
    };

    // Empty while the pool is closed. May block on disk, to open a connection.
    Expected<std::optional<Loan>, Fault> borrow();

    // To be called after each change of the file, before anybody is told that he finds it there, and before
    // the log is moved: who borrows from now on sees the file as it is then, and nobody keeps an older state
    // but who is reading.
    void renew();

    // Gives up what idle readers have cached of the file. The next reads are slower.
    void releaseMemory();

    void open();
    // Waits for the readers that are out. Readers read one row, or list a shard: tenths of a second.
    void close();

private:
    void giveBack(std::unique_ptr<RowReader> reader);

    const std::string m_path;
    const std::string m_vfs;
    std::mutex m_mutex;
    std::condition_variable m_noneOut;
    std::vector<std::unique_ptr<RowReader>> m_idle;
    std::size_t m_out = 0;
    std::uint64_t m_generation = 1;
    bool m_isOpen = false;
};

} // namespace manometer::cache::disk
