// SPDX-License-Identifier: GPL-3.0-or-later
//
// Direct access to the entries of files by path, for a front-end in the backend's process that serves other
// programs. Every function may be called from any thread; those that block on disk say so.
#pragma once

#include "cache/Cache.h"
#include "views/CacheView.h"
#include "views/ScanView.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace manometer::views {

// Why there is no valid entry for a path, or Found.
enum class EntryState : quint8 {
    Found,
    NotCached, // or cached for another version of the file
    NoFile,
    NotRegular, // a folder, a link, a device
    Unreadable, // the file's version cannot be determined: systemError says why
};

struct FoundEntry
{
    EntryState state = EntryState::NotCached;
    int systemError = 0;
    std::optional<cache::Lease> lease{}; // set if Found
};

// The same of one of many paths. The value is valid during the call that receives it.
struct FoundValue
{
    std::size_t index = 0; // of the path
    EntryState state = EntryState::NotCached;
    int systemError = 0;
    std::string_view value{}; // JSON; set if Found
};

struct StoredEntry
{
    enum class State : quint8 {
        Stored,
        NoFile,
        NotRegular,
        Unreadable,
        Changed,   // the file has another version than expected
        Unsettled, // it changed a moment ago: another change might not be noticed
        NotStored, // no tier takes it
    };
    State state = State::Stored;
    int systemError = 0;
};

// The version of the file that a caller's value was read from; what is unknown is empty.
struct ExpectedVersion
{
    std::optional<quint64> sizeBytes{};
    std::optional<qint64> mtimeNanoseconds{};
    std::optional<qint64> ctimeNanoseconds{};
};

// A file's metadata that was read, or the reason why it could not be.
struct ReadEntry
{
    std::string value{}; // JSON; empty if `failure` is set
    std::optional<ScanFailure> failure{};
};

class EntryAccess
{
public:
    virtual ~EntryAccess() = default;

    // The depth of the metadata that the backend's own reader produces.
    virtual std::string readerDepth() const = 0;
    // `path` is absolute, without NUL. Counted as a request, if the file exists. Blocks on disk.
    virtual FoundEntry find(const std::string &path, std::string_view depth) = 0;
    // The same for many paths, at less cost. `receive` is called in the order of the paths, in this thread,
    // once for each. It must not throw or wait: while it runs, no evicted memory is released. What is found
    // before its turn is copied: ask for a hundred paths or so at a time. Blocks on disk.
    virtual void findMany(std::span<const std::string> paths, std::string_view depth,
                          const std::function<void(const FoundValue &)> &receive) = 0;
    // The value is valid JSON. Blocks on disk.
    virtual StoredEntry store(const std::string &path, std::string_view depth, std::string value,
                              const ExpectedVersion &expected) = 0;
    // Whether there was an entry; the file need not exist. Blocks on disk.
    virtual bool remove(const std::string &path, std::string_view depth) = 0;
    // Removes all entries, pinned ones too; returns how many there were. Blocks on disk.
    virtual std::size_t clear() = 0;

    // Blocks until what was stored or removed before the call is on disk; false if the store is out of order.
    virtual bool flush() = 0;

    // Reads the file's metadata and caches it at readerDepth(). `answer` is called once, in another thread,
    // at the latest by the destructor of the backend; it must not block. Several calls for a path that is
    // being read share one reading. If `isWanted`, which is asked in that thread, is false when the turn of
    // the file comes, it is not read. Never blocks.
    virtual void read(const std::string &path, std::function<void(const ReadEntry &)> answer,
                      std::function<bool()> isWanted) = 0;

    virtual cache::Stats stats() const = 0;
    // What programs have asked for through the exiftool command.
    virtual AnswerUse answerUse() const = 0;
};

} // namespace manometer::views
