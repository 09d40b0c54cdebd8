// SPDX-License-Identifier: GPL-3.0-or-later
//
// What answers from the cache saved today, from the counters of the samples, across runs of the program: each
// run counts from zero. Pure; GUI thread.
#pragma once

#include "views/SampleRecord.h"

#include <QDate>
#include <QTimeZone>

#include <optional>

namespace manometer::gui {

struct Savings
{
    quint64 hits = 0;
    quint64 microseconds = 0;

    friend bool operator==(const Savings &, const Savings &) = default;
};

class DaySavings
{
public:
    explicit DaySavings(const QTimeZone &zone)
        : m_zone(zone)
    {}

    // Records in order of time; those that were taken before are ignored.
    void take(const views::SampleRecord &record);
    // Begins again, with all that is known of the past.
    void takeAll(const views::SampleRecords &records);
    // On the day of that time.
    Savings on(qint64 nowWallMs) const;

private:
    QTimeZone m_zone;
    QDate m_day; // of the newest record
    Savings m_ofDay;
    std::optional<views::SampleRecord> m_newest;
};

} // namespace manometer::gui
