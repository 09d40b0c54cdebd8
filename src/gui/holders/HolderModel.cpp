// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holders/HolderModel.h"

#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"

#include <QFont>

#include <array>

using namespace Qt::StringLiterals;

namespace manometer::gui {

void HolderModel::show(const views::MemoryHolding &holders, quint64 totalBytes)
{
    m_totalBytes = totalBytes;
    m_holders = holders;
    refresh();
}

void HolderModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    refresh();
    emit headerDataChanged(Qt::Horizontal, Name, Process);
}

QStringList HolderModel::longestNumbers()
{
    return {tr("no permission"), tr("at most %1", "memory").arg(text::size(1000u << 20))};
}

void HolderModel::refresh()
{
    replaceRows(m_rows, grouped(m_holders.processes, m_holders.ownPid, m_grouping));
}

std::span<const TableColumn> HolderModel::columns() const
{
    static constexpr TableColumn resident{.title = QT_TR_NOOP("Resident"), .alignment = Qt::AlignRight};
    static constexpr TableColumn share{.title = QT_TR_NOOP("Own share"), .alignment = Qt::AlignRight};
    static constexpr TableColumn swap{.title = QT_TR_NOOP("Swap"), .alignment = Qt::AlignRight};
    static constexpr TableColumn machine{.title = QT_TR_NOOP("Share of machine"),
                                         .alignment = Qt::AlignRight};
    static constexpr TableColumn number{.title = QT_TR_NOOP("Processes"), .alignment = Qt::AlignRight};
    static constexpr std::array each{TableColumn{.title = QT_TR_NOOP("Program")},
                                     TableColumn{.title = QT_TR_NOOP("Process"), .alignment = Qt::AlignRight},
                                     resident,
                                     share,
                                     swap,
                                     machine};
    static constexpr std::array programs{
        TableColumn{.title = QT_TR_NOOP("Program")}, number, resident, share, swap, machine};
    static constexpr std::array groups{
        TableColumn{.title = QT_TR_NOOP("Control group")}, number, resident, share, swap, machine};
    static_assert(each.size() == ColumnCount);
    return m_grouping == Grouping::Process ? each : m_grouping == Grouping::Program ? programs : groups;
}

QString HolderModel::nameOf(const HolderRow &row) const
{
    const QString unnamed = m_grouping == Grouping::ControlGroup ? tr("unknown control group") : u"–"_s;
    const QString name = row.name.isEmpty() ? unnamed : text::pathInText(row.name);
    if (!row.isOwn)
        return name;
    return m_grouping == Grouping::ControlGroup ? tr("%1 (with this program)").arg(name)
                                                : tr("%1 (this program)").arg(name);
}

QString HolderModel::numberOf(const HolderRow &row, int column) const
{
    const bool isGroup = row.processes > 1;
    switch (column) {
    case Process:
        return m_grouping == Grouping::Process ? QString::number(row.pid)
                                               : text::count(static_cast<quint64>(row.processes));
    case Resident: // the sum of a group would include shared pages several times
        return isGroup ? u"–"_s : text::size(row.rssBytes);
    case Proportional:
        if (row.unreadable == 0)
            return text::size(row.ownBytes);
        return isGroup ? tr("at most %1", "memory").arg(text::size(row.ownBytes)) : tr("no permission");
    case Swap:
        return row.swapBytes == 0 ? u"–"_s : text::size(row.swapBytes);
    default:
        return text::percent(m_totalBytes == 0 ? views::absent
                                               : 100.0 * static_cast<double>(row.ownBytes) /
                                                     static_cast<double>(m_totalBytes));
    }
}

QVariant HolderModel::cell(const QModelIndex &index, int role) const
{
    const HolderRow &row = m_rows[index.row()];
    if (role == OwnRole)
        return row.isOwn;
    if (role == Qt::FontRole && row.isOwn) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::ToolTipRole && index.column() == Name && !row.controlGroup.isEmpty())
        return text::toolTip(nameOf(row) + u'\n' +
                             tr("Control group: %1").arg(text::pathInText(row.controlGroup)));
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Name ? nameOf(row) : numberOf(row, index.column());
}

} // namespace manometer::gui
