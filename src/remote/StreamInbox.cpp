// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/StreamInbox.h"

#include <utility>

namespace manometer::remote {

StreamInbox::StreamInbox(QObject *receiver, Receive receive, qsizetype mostBytes)
    : m_receive(std::move(receive))
    , m_mostBytes(mostBytes)
    , m_receiver(receiver)
{}

bool StreamInbox::push(StreamUpdate update, qsizetype textBytes)
{
    const std::lock_guard lock(m_mutex);
    const qsizetype bytes = textBytes + static_cast<qsizetype>(sizeof(StreamUpdate));
    return m_bytes + bytes <= m_mostBytes && add(std::move(update), bytes);
}

void StreamInbox::pushEnd(const QString &reason)
{
    const std::lock_guard lock(m_mutex);
    add(StreamEnded{.reason = reason}, 0);
}

void StreamInbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
}

bool StreamInbox::add(StreamUpdate update, qsizetype bytes)
{
    if (!m_receiver)
        return false;
    m_updates.push_back(std::move(update));
    m_bytes += bytes;
    // Under the lock: close() has not returned, so the receiver exists.
    if (m_updates.size() == 1)
        QMetaObject::invokeMethod(
            m_receiver, [self = shared_from_this()] { self->deliver(); }, Qt::QueuedConnection);
    return true;
}

void StreamInbox::deliver()
{
    std::vector<StreamUpdate> updates;
    {
        const std::lock_guard lock(m_mutex);
        updates.swap(m_updates);
        m_bytes = 0;
    }
    // The receiver may close it at any update.
    for (auto update = updates.begin(); update != updates.end() && isOpen(); ++update)
        m_receive(std::move(*update));
}

bool StreamInbox::isOpen()
{
    const std::lock_guard lock(m_mutex);
    return m_receiver != nullptr;
}

} // namespace manometer::remote
