// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reports what clients change to the event log. Entries that are stored or removed one by one are reported
// together: one event for each client and kind in ten seconds, so that a busy client cannot fill the log. Any
// thread; never blocks.
#pragma once

#include "api/http/Alarms.h"
#include "views/Event.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace manometer::api {

class ActionLog : public std::enable_shared_from_this<ActionLog>
{
public:
    using Action = views::ClientActionEvent::Action;
    using Report = std::function<void(const views::ClientActionEvent &)>;

    ActionLog(Report report, Alarms &alarms)
        : m_report(std::move(report))
        , m_alarms(alarms)
    {}

    void add(const std::string &actor, Action action, const QByteArray &target = {}, quint64 entries = 0);
    // For single entries.
    void count(const std::string &actor, Action action, const QByteArray &file);
    void flush();

private:
    struct Counted
    {
        QByteArray file; // if there is only one
        quint64 entries = 0;
    };

    const Report m_report;
    Alarms &m_alarms;
    std::mutex m_mutex;
    std::map<std::pair<std::string, Action>, Counted> m_counted;
};

} // namespace manometer::api
