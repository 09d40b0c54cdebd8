// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files that a scan could not read, with the reason. Bounded like the view's list, cleared when a scan
// starts. GUI thread; nothing blocks.
#pragma once

#include "gui/table/TableModel.h"
#include "views/ScanView.h"

namespace manometer::gui {

class FailureModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Path, Reason, ColumnCount };

    // Enough to read through; the scan's counts have the total.
    static constexpr qsizetype capacity = 1000;

    explicit FailureModel(views::ScanView *scan, QObject *parent = nullptr);

    // The first failure that affects all files, if any.
    std::optional<views::ScanFailure> obstacle() const;

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return std::ssize(m_failures); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    void append(const views::ScanFailure &failure);
    void reload();

    views::ScanView *m_scan;
    QList<views::ScanFailure> m_failures;
};

} // namespace manometer::gui
