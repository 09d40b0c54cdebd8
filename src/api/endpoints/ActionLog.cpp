// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/ActionLog.h"

#include <utility>

namespace manometer::api {

namespace {

constexpr std::chrono::seconds countedFor{10};
constexpr std::size_t mostClients = 256; // each call of a tool is another process

} // namespace

void ActionLog::add(const std::string &actor, Action action, const QByteArray &target, quint64 entries)
{
    m_report(
        {.actor = QByteArray::fromStdString(actor), .action = action, .target = target, .entries = entries});
}

void ActionLog::count(const std::string &actor, Action action, const QByteArray &file)
{
    bool isFirst = false;
    bool isFull = false;
    {
        const std::scoped_lock lock(m_mutex);
        isFirst = m_counted.empty();
        Counted &counted = m_counted[{actor, action}];
        counted.file = counted.entries == 0 ? file : QByteArray();
        ++counted.entries;
        isFull = m_counted.size() >= mostClients;
    }
    if (isFull)
        flush();
    else if (isFirst)
        m_alarms.after(countedFor, [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->flush();
        });
}

void ActionLog::flush()
{
    std::map<std::pair<std::string, Action>, Counted> counted;
    {
        const std::scoped_lock lock(m_mutex);
        counted.swap(m_counted);
    }
    for (const auto &[key, value] : counted)
        add(key.first, key.second, value.file, value.entries);
}

} // namespace manometer::api
