// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an owner announces before each operation, and the oracle of what its directory may contain after it
// was killed.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace manometer::cache {

inline constexpr int keys = 120;

enum class Operation : std::int32_t { Put, Erase, Clear, Flush, Confirmed, CleanUp, Damage };

// One write(2) to the pipe, small enough to be atomic.
struct Announcement
{
    Operation operation;
    std::int32_t key = 0;
    std::int32_t number = 0; // of the put
};

// The values that a key may have after its owner was killed, as numbers of puts; 0 for none.
class KeyOracle
{
public:
    explicit KeyOracle(int confirmed = 0)
        : m_confirmed(confirmed)
    {}

    void change(int number)
    {
        m_unconfirmed.push_back(number);
        m_isCleanedSinceChange = false;
    }
    void cleanUp() { m_isCleanedSinceFlush = m_isCleanedSinceChange = true; }
    void confirm()
    {
        if (!m_unconfirmed.empty()) {
            m_confirmed = m_unconfirmed.back();
            m_mayBeCleaned = false;
        }
        m_mayBeCleaned = m_mayBeCleaned || m_isCleanedSinceChange;
        m_unconfirmed.clear();
        m_isCleanedSinceFlush = m_isCleanedSinceChange = false;
    }
    bool allows(int number) const
    {
        return number == m_confirmed || (number == 0 && (m_mayBeCleaned || m_isCleanedSinceFlush)) ||
               std::find(m_unconfirmed.begin(), m_unconfirmed.end(), number) != m_unconfirmed.end();
    }
    std::string text() const
    {
        std::string text = "confirmed " + std::to_string(m_confirmed) + ", since then";
        for (const int number : m_unconfirmed)
            text += " " + std::to_string(number);
        return text;
    }

private:
    int m_confirmed;
    bool m_mayBeCleaned = false;
    std::vector<int> m_unconfirmed;
    bool m_isCleanedSinceFlush = false;
    bool m_isCleanedSinceChange = false;
};

struct CacheOracle
{
    std::array<KeyOracle, keys> of;
    int lastNumber = 0;
    std::array<int, 7> seen{}; // by operation

    void note(const Announcement &announcement)
    {
        ++seen[static_cast<std::size_t>(announcement.operation)];
        lastNumber = std::max(lastNumber, announcement.number);
        const auto key = static_cast<std::size_t>(announcement.key);
        if (announcement.operation == Operation::Put)
            of[key].change(announcement.number);
        else if (announcement.operation == Operation::Erase)
            of[key].change(0);
        for (KeyOracle &keyOracle : of) {
            if (announcement.operation == Operation::Clear)
                keyOracle.change(0);
            else if (announcement.operation == Operation::CleanUp)
                keyOracle.cleanUp();
            else if (announcement.operation == Operation::Confirmed)
                keyOracle.confirm();
        }
    }
};

} // namespace manometer::cache
