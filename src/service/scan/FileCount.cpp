// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/FileCount.h"

#include "async/PoolThreads.h"
#include "service/scan/FolderWalk.h"

namespace manometer::service {

FileCount::FileCount()
{
    async::startPoolThreads(m_thread, 1);
}

FileCount::~FileCount()
{
    stop();
    m_thread.waitForDone();
}

void FileCount::start(const QByteArray &folder)
{
    stop();
    m_count = std::make_shared<Count>();
    m_thread.start([count = m_count, folder] {
        FolderWalk walk(folder);
        for (auto step = walk.next(); step.kind != FolderWalk::Step::Kind::End && !count->stop;
             step = walk.next())
            if (step.kind == FolderWalk::Step::Kind::File)
                ++count->files;
        count->complete = true;
    });
}

void FileCount::stop()
{
    if (m_count)
        m_count->stop = true;
}

void FileCount::reset()
{
    stop();
    m_count.reset();
}

} // namespace manometer::service
