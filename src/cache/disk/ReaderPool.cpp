// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/ReaderPool.h"

#include "cache/disk/Schema.h"

namespace manometer::cache::disk {

namespace {

// Each holds a page cache of up to 8 MB, until releaseMemory(); a burst of more threads than this opens
// connections of its own.
constexpr std::size_t maximumIdle = 4;

} // namespace

ReaderPool::ReaderPool(std::string path, std::string vfs, IdHints &hints)
    : m_path(std::move(path))
    , m_vfs(std::move(vfs))
    , m_hints(hints)
{}

ReaderPool::Loan::Loan(ReaderPool &pool, std::unique_ptr<RowReader> reader)
    : m_pool(&pool)
    , m_reader(std::move(reader))
{}

ReaderPool::Loan::~Loan()
{
    if (m_reader)
        m_pool->returnReader(std::move(m_reader));
}

Expected<std::optional<ReaderPool::Loan>, Fault> ReaderPool::borrow()
{
    std::unique_ptr<RowReader> reader;
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isOpen)
            return std::optional<Loan>();
        ++m_out;
        generation = m_generation;
        if (!m_idle.empty()) {
            reader = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    std::optional<Fault> fault;
    if (!reader) {
        if (auto connection = openForReading(m_path, m_vfs)) {
            reader = std::make_unique<RowReader>(std::move(*connection), m_hints);
            fault = reader->takeFault();
        } else {
            fault = std::move(connection.error());
        }
    }
    if (fault) {
        returnReader(nullptr);
        return Unexpected(std::move(*fault));
    }
    reader->useSnapshot(generation);
    return std::optional<Loan>(std::in_place, *this, std::move(reader));
}

void ReaderPool::returnReader(std::unique_ptr<RowReader> reader)
{
    const std::lock_guard lock(m_mutex);
    --m_out;
    if (reader && m_isOpen && m_idle.size() < maximumIdle) {
        if (reader->snapshotGeneration() != m_generation)
            reader->endSnapshot();
        m_idle.push_back(std::move(reader));
    } else { // close() must not return while a connection is still being closed.
        reader.reset();
    }
    if (m_out == 0)
        m_noneOut.notify_all();
}

void ReaderPool::renew()
{
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    for (const auto &reader : m_idle)
        reader->endSnapshot();
}

void ReaderPool::releaseMemory()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &reader : m_idle)
        reader->releaseMemory();
}

void ReaderPool::open()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = true;
}

void ReaderPool::close()
{
    std::unique_lock lock(m_mutex);
    m_isOpen = false;
    m_noneOut.wait(lock, [this] { return m_out == 0; });
    m_idle.clear();
}

} // namespace manometer::cache::disk
