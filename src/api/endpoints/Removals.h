// SPDX-License-Identifier: GPL-3.0-or-later
//
// Deletions that clients have begun: their progress while they run, and the results of the last ones. In the
// views' thread; nothing blocks.
#pragma once

#include "api/endpoints/Context.h"

#include <QFutureWatcher>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace manometer::api {

class Removals
{
public:
    static constexpr std::size_t resultsKept = 64;
    // A client that waits gets an answer after this time, whatever it is.
    static constexpr std::chrono::seconds longestWait{20};

    explicit Removals(const Context &context)
        : m_context(context)
    {}

    // Returns the deletion's id.
    quint64 begin(const QList<views::EntryId> &ids, bool isForGood, const std::string &actor);
    void answer(const Call &call);
    void stop(const Call &call);

private:
    struct Running
    {
        std::unique_ptr<QFutureWatcher<views::Removal>> watcher;
        std::optional<views::Removal> result;
        std::vector<Call> waiting;
    };

    std::map<quint64, Running>::iterator find(const Call &call);
    static std::string textOf(quint64 id, const Running &removal);
    void end(quint64 id, const std::string &actor);

    const Context m_context;
    std::map<quint64, Running> m_removals;
};

} // namespace manometer::api
