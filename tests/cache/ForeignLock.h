// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another program, such as an operator's sqlite3 shell, that holds the write lock of every shard until
// release().
#pragma once

#include "CacheFixture.h"

#include <sqlite3.h>
#include <vector>

namespace manometer::cache {

class ForeignLock
{
public:
    ForeignLock() = default;
    ~ForeignLock() { release(); }
    ForeignLock(const ForeignLock &) = delete;
    ForeignLock &operator=(const ForeignLock &) = delete;

    bool take(const CacheFixture &fixture)
    {
        for (int index = 0; index < 4; ++index) {
            m_shells.push_back(nullptr);
            sqlite3 *&shell = m_shells.back();
            if (sqlite3_open(fixture.shardPath(index).c_str(), &shell) != SQLITE_OK ||
                sqlite3_exec(shell, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
                return false;
        }
        return true;
    }
    void release()
    {
        for (sqlite3 *shell : m_shells)
            sqlite3_close(shell);
        m_shells.clear();
    }

private:
    std::vector<sqlite3 *> m_shells;
};

} // namespace manometer::cache
