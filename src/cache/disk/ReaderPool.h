// SPDX-License-Identifier: GPL-3.0-or-later
//
// A shard's pool of read connections: each is used by one thread at a time and reused by the next. No lock is
// held while a reader reads. Before the file is closed or quarantined, close() waits until no reader uses it,
// so that no connection ever combines one file's pages with another's log.
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
    // The hints outlive this object.
    ReaderPool(std::string path, std::string vfs, IdHints &hints);

    // A reader for the calling thread; its destructor returns it to the pool.
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

    // To be called after each change of the file, before the change leaves the queue, and before a
    // checkpoint: later borrowers see the present state of the file, and only readers that are in use keep an
    // older one.
    void renew();

    // Frees the page caches of idle readers. The next reads are slower.
    void releaseMemory();

    void open();
    // Waits for the readers that are in use: they read one row, or list a shard, which takes tenths of a
    // second.
    void close();

private:
    void returnReader(std::unique_ptr<RowReader> reader);

    const std::string m_path;
    const std::string m_vfs;
    IdHints &m_hints;
    std::mutex m_mutex;
    std::condition_variable m_noneOut;
    std::vector<std::unique_ptr<RowReader>> m_idle;
    std::size_t m_out = 0;
    std::uint64_t m_generation = 1;
    bool m_isOpen = false;
};

} // namespace manometer::cache::disk
