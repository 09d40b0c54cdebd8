// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last phase of a scan: erases the entries below its folder whose files no longer exist, a batch at a
// time. A file that is only unreachable (an unmounted device, EIO, EACCES) stays. One thread; blocks on disk.
#pragma once

#include "cache/Cache.h"
#include "service/scan/Volumes.h"

#include <QByteArray>

#include <vector>

namespace manometer::service {

class Sweep
{
public:
    // `volumes` must outlive this object.
    Sweep(cache::Cache &cache, const QByteArray &folder, Volumes &volumes);

    bool isDone() const { return m_next == m_entries.size(); }
    // Checks the next batch. The number of erased entries.
    quint64 step();

private:
    cache::Cache &m_cache;
    Volumes &m_volumes;
    std::vector<cache::EntryId> m_entries;
    std::size_t m_next = 0;
};

} // namespace manometer::service
