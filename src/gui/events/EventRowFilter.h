// SPDX-License-Identifier: GPL-3.0-or-later
//
// Filters events by text, kind, level and time. At most EventModel::defaultCapacity rows, for which Qt's
// proxy model is fast enough. GUI thread.
#pragma once

#include "pressure/Level.h"
#include "views/SampleRecord.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace manometer::gui {

class EventRowFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString &text);
    // An index of views::Event::what; empty for all.
    void setKinds(const QList<int> &kinds);
    // Only events of this level or a higher one; empty for all, those without a level included.
    void setLeastLevel(std::optional<pressure::Level> level);
    // Only events within the range; empty for all times.
    void setRange(std::optional<views::TimeRange> range);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QList<int> m_kinds;
    std::optional<pressure::Level> m_leastLevel;
    std::optional<views::TimeRange> m_range;
};

} // namespace manometer::gui
