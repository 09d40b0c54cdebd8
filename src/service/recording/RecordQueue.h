// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the monitor's thread hands to the recorder's: bounded, and at no time does the one wait for more than
// a swap by the other. Steps, of which there are many, lie side by side; the rest, which is rare and larger,
// does not make room for itself in each of them.
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
    // Where there is room.
    void push(const journal::Stepped &stepped) { m_entries.emplace_back(stepped); }
    void push(std::unique_ptr<journal::Record> record) { m_entries.emplace_back(std::move(record)); }
    // `taken` is empty and keeps its room; so no step is copied and nothing is allocated.
    void swap(std::vector<Entry> &taken) { m_entries.swap(taken); }

private:
    std::size_t m_capacity;
    std::vector<Entry> m_entries;
};

} // namespace manometer::service
