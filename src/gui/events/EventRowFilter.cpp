// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/EventRowFilter.h"

#include "gui/events/EventModel.h"

namespace manometer::gui {

void EventRowFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void EventRowFilter::setKinds(const QList<int> &kinds)
{
    m_kinds = kinds;
    invalidateFilter();
}

void EventRowFilter::setLeastLevel(std::optional<pressure::Level> level)
{
    m_leastLevel = level;
    invalidateFilter();
}

void EventRowFilter::setRange(std::optional<views::TimeRange> range)
{
    m_range = range;
    invalidateFilter();
}

bool EventRowFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex what = sourceModel()->index(row, EventModel::What, parent);
    if (!m_kinds.isEmpty() && !m_kinds.contains(what.data(EventModel::KindRole).toInt()))
        return false;
    if (m_leastLevel && what.data(EventModel::LevelRole).toInt() < static_cast<int>(*m_leastLevel))
        return false;
    if (m_range) {
        const qint64 moment = what.data(EventModel::MomentRole).toLongLong();
        if (moment < m_range->fromWallMs || moment > m_range->toWallMs)
            return false;
    }
    return m_text.isEmpty() || what.data().toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace manometer::gui
