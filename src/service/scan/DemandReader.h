// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the metadata of single files when a client asks for them, and caches it: in a thread of its own, with
// metadata readers of its own, which stop when there is nothing to do. read() may be called from any thread
// and never blocks; only the destructor does: it answers what is unanswered with a failure, and joins.
#pragma once

#include "cache/Cache.h"
#include "extract/Extractor.h"
#include "views/EntryAccess.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <memory>

namespace manometer::service {

class DemandReaderWorker;
class SharedVolumes;

struct DemandReaderSetup
{
    std::function<std::unique_ptr<extract::Extractor>()> makeExtractor; // called in the reader's thread
    std::function<void()> contentsChanged;                              // any thread
    // What is read of a file that changed in this time is answered, but not cached: another change might
    // leave the same ctime.
    std::chrono::milliseconds settleTime{2000};
    std::function<std::chrono::system_clock::time_point()> now = [] {
        return std::chrono::system_clock::now();
    };
};

class DemandReader
{
public:
    struct Request // see EntryAccess::read()
    {
        std::function<void(const views::ReadEntry &)> answer;
        std::function<bool()> isWanted;
    };

    // The cache and the volumes outlive this object.
    DemandReader(cache::Cache &cache, SharedVolumes &volumes, const DemandReaderSetup &setup);
    ~DemandReader();
    DemandReader(const DemandReader &) = delete;
    DemandReader &operator=(const DemandReader &) = delete;

    // The request is answered once, in the reader's thread; its functions must not block.
    void read(const QByteArray &path, Request request);

private:
    QThread m_thread;
    DemandReaderWorker *m_worker; // lives in m_thread
};

} // namespace manometer::service
