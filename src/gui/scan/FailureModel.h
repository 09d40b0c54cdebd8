// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files that a scan could not read, with the reason. Bounded like the view's list, cleared when a scan
// starts. GUI thread; nothing blocks.
#pragma once

#include "views/ScanView.h"

#include <QAbstractTableModel>

namespace manometer::gui {

class FailureModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Path, Reason, ColumnCount };

    // Enough to read through; the scan's counts have the total.
    static constexpr qsizetype capacity = 1000;

    explicit FailureModel(views::ScanView *scan, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // The first failure that affects all files, if any.
    std::optional<views::ScanFailure> obstacle() const;

private:
    void append(const views::ScanFailure &failure);
    void reload();

    views::ScanView *m_scan;
    QList<views::ScanFailure> m_failures;
};

} // namespace manometer::gui
