// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bounded queue of journal records between the monitor thread and the recorder thread, which takes all of
// them by a swap. Not thread-safe: guarded by the recorder's mutex. Steps, which are frequent, are stored
// inline; the larger, rare records by pointer, so that they do not enlarge every element.
#pragma once

#include "journal/Journal.h"

#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace manometer::service {

class RecordQueue
{
public:
    using Entry = std::variant<journal::Stepped, std::unique_ptr<journal::Record>>;

    explicit RecordQueue(std::size_t capacity)
        : m_capacity(capacity)
    {
        m_entries.reserve(capacity);
    }

    bool isEmpty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    std::size_t room() const { return m_capacity - m_entries.size(); }
    // Require room() > 0.
    void push(const journal::Stepped &stepped) { m_entries.emplace_back(stepped); }
    void push(std::unique_ptr<journal::Record> record) { m_entries.emplace_back(std::move(record)); }
    // `taken` must be empty; its capacity is reused, so that nothing is copied or allocated.
    void swap(std::vector<Entry> &taken) { m_entries.swap(taken); }

private:
    std::size_t m_capacity;
    std::vector<Entry> m_entries;
};

} // namespace manometer::service
