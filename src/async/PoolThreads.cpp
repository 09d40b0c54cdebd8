// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/PoolThreads.h"

#include <QSemaphore>

#include <memory>

namespace manometer::async {

void startPoolThreads(QThreadPool &pool, int count)
{
    pool.setMaxThreadCount(count);
    pool.setExpiryTimeout(-1);
    // A thread that is free again would take the next task: each waits until all are there.
    const auto all = std::make_shared<QSemaphore>();
    for (int i = 0; i < count; ++i)
        pool.start([all] { all->acquire(); });
    all->release(count);
}

} // namespace manometer::async
