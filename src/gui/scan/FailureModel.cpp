// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scan/FailureModel.h"

#include "gui/text/Errors.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace manometer::gui {

FailureModel::FailureModel(views::ScanView *scan, QObject *parent)
    : TableModel(parent)
    , m_scan(scan)
    , m_failures(scan->failures())
{
    connect(scan, &views::ScanView::failed, this, &FailureModel::append);
    connect(scan, &views::ScanView::progressed, this, [this](const views::ScanProgress &progress) {
        if (progress.failed + progress.notUnderstood == 0 && !m_failures.isEmpty())
            reload(); // a new scan began
    });
}

std::span<const TableColumn> FailureModel::columns() const
{
    static constexpr std::array all{TableColumn{.title = QT_TR_NOOP("File")},
                                    TableColumn{.title = QT_TR_NOOP("Reason")}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant FailureModel::cell(const QModelIndex &index, int role) const
{
    const views::ScanFailure &failure = m_failures.at(index.row());
    if (role == Qt::ToolTipRole && index.column() == Reason && !failure.detail.isEmpty())
        return text::toolTip(text::scanFailure(failure) + u'\n' + text::pathInText(failure.detail.toUtf8()));
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Path ? text::pathInText(failure.path) : text::scanFailure(failure);
}

std::optional<views::ScanFailure> FailureModel::obstacle() const
{
    const auto found =
        std::find_if(m_failures.begin(), m_failures.end(), [](const views::ScanFailure &failure) {
            return failure.kind == views::ScanFailure::Kind::NoReader;
        });
    return found == m_failures.end() ? std::nullopt : std::optional(*found);
}

void FailureModel::append(const views::ScanFailure &failure)
{
    if (m_failures.size() >= capacity) {
        beginRemoveRows({}, 0, 0);
        m_failures.removeFirst();
        endRemoveRows();
    }
    const int row = static_cast<int>(m_failures.size());
    beginInsertRows({}, row, row);
    m_failures.append(failure);
    endInsertRows();
}

void FailureModel::reload()
{
    beginResetModel();
    m_failures = m_scan->failures();
    endResetModel();
}

} // namespace manometer::gui
