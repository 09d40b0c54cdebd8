// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holders/HolderModel.h"

#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"

#include <QFont>

#include <array>

using namespace Qt::StringLiterals;

namespace manometer::gui {

void HolderModel::show(const views::MemoryHolding &holders, quint64 totalBytes)
{
    m_totalBytes = totalBytes;
    m_holders.ownPid = holders.ownPid;
    replaceRows(m_holders.processes, holders.processes);
}

std::span<const TableColumn> HolderModel::columns() const
{
    static constexpr std::array all{
        TableColumn{.title = QT_TR_NOOP("Program")},
        TableColumn{.title = QT_TR_NOOP("Process"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Resident"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Own share"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Share of machine"), .alignment = Qt::AlignRight}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant HolderModel::cell(const QModelIndex &index, int role) const
{
    const views::ProcessMemory &holder = m_holders.processes[index.row()];
    const bool own = holder.pid == m_holders.ownPid;
    if (role == OwnRole)
        return own;
    if (role == Qt::FontRole && own) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: {
        const QString name = text::pathInText(holder.name);
        return own ? tr("%1 (this program)").arg(name) : name;
    }
    case Process:
        return QString::number(holder.pid);
    case Resident:
        return text::size(holder.rssBytes);
    case Proportional:
        return holder.pssBytes == 0 ? tr("no permission") : text::size(holder.pssBytes);
    default: {
        const quint64 bytes = holder.pssBytes == 0 ? holder.rssBytes : holder.pssBytes;
        return text::percent(m_totalBytes == 0
                                 ? views::absent
                                 : 100.0 * static_cast<double>(bytes) / static_cast<double>(m_totalBytes));
    }
    }
}

} // namespace manometer::gui
