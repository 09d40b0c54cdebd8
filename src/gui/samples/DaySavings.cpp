// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/samples/DaySavings.h"

#include <QDateTime>

#include <utility>

namespace manometer::gui {

namespace {

QDate dayAt(qint64 wallMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs, zone).date();
}

// The increase of a counter from one record to the next; a lower value is another run's, which began at zero.
quint64 increase(quint64 before, quint64 after)
{
    return after >= before ? after - before : after;
}

} // namespace

void DaySavings::take(const views::SampleRecord &record)
{
    if (m_newest && record.monotonicMs <= m_newest->monotonicMs)
        return;
    const QDate day = dayAt(record.wallMs, m_zone);
    if (day != m_day)
        m_ofDay = {};
    m_day = day;
    const bool isStart = record.discontinuity == views::SampleRecord::Discontinuity::Start;
    // The first record that is known of a run counts nothing: when the run began is unknown.
    if (m_newest || isStart) {
        const bool continues = m_newest && !isStart;
        m_ofDay.hits += increase(continues ? m_newest->answerHitsTotal : 0, record.answerHitsTotal);
        m_ofDay.microseconds +=
            increase(continues ? m_newest->savedMicrosecondsTotal : 0, record.savedMicrosecondsTotal);
    }
    m_newest = record;
}

void DaySavings::takeAll(const views::SampleRecords &records)
{
    const auto newest = std::exchange(m_newest, std::nullopt);
    m_ofDay = {};
    for (const views::SampleRecord &record : records)
        take(record);
    if (newest)
        take(*newest);
}

Savings DaySavings::on(qint64 nowWallMs) const
{
    return dayAt(nowWallMs, m_zone) == m_day ? m_ofDay : Savings{};
}

} // namespace manometer::gui
