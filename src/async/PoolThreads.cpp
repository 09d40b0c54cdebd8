// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/PoolThreads.h"

#include <QSemaphore>

#include <memory>

namespace manometer::async {

void startPoolThreads(QThreadPool &pool, int count)
{
    pool.setMaxThreadCount(count);
    pool.setExpiryTimeout(-1);
    // Each task blocks until all are queued; otherwise a free thread would take the next task and the pool
    // would start fewer threads.
    const auto all = std::make_shared<QSemaphore>();
    for (int i = 0; i < count; ++i)
        pool.start([all] { all->acquire(); });
    all->release(count);
}

} // namespace manometer::async
