// SPDX-License-Identifier: GPL-3.0-or-later
//
// The end of a scan: entries below its folder whose files are gone are erased, a batch at a time. A file that
// only cannot be reached (an unmounted device, EIO, EACCES) is not gone. Blocks on the disk; one thread.
#pragma once

#include "cache/Cache.h"
#include "service/scan/Volumes.h"

#include <QByteArray>

#include <vector>

namespace manometer::service {

class Sweep
{
public:
    // `volumes` outlives it.
    Sweep(cache::Cache &cache, const QByteArray &folder, Volumes &volumes);

    bool isDone() const { return m_next == m_entries.size(); }
    // Looks at the next batch. How many were erased.
    quint64 step();

private:
    cache::Cache &m_cache;
    Volumes &m_volumes;
    std::vector<cache::EntryId> m_entries;
    std::size_t m_next = 0;
};

} // namespace manometer::service
