// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/FolderModel.h"

#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

quint64 measured(const FolderSums &sums, FolderModel::Measure measure)
{
    switch (measure) {
    case FolderModel::Measure::Entries:
        return sums.entries;
    case FolderModel::Measure::Memory:
        return sums.memoryBytes;
    case FolderModel::Measure::Disk:
        break;
    }
    return sums.diskBytes;
}

} // namespace

void FolderModel::show(std::vector<Folder> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_top.clear();
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].parent < 0)
            m_top.push_back(static_cast<int>(row));
    m_place.assign(m_rows.size(), 0);
    order();
    endResetModel();
}

bool FolderModel::isLess(int one, int other) const
{
    const Folder &a = m_rows[static_cast<std::size_t>(one)];
    const Folder &b = m_rows[static_cast<std::size_t>(other)];
    if (m_column == Name)
        return a.name < b.name;
    return measured(a.sums, m_measure) < measured(b.sums, m_measure);
}

void FolderModel::orderBelow(std::vector<int> &children)
{
    // Equal ones are in the order of their names, whose order is that of the rows.
    std::sort(children.begin(), children.end());
    std::stable_sort(children.begin(), children.end(), [this](int one, int other) {
        return m_order == Qt::AscendingOrder ? isLess(one, other) : isLess(other, one);
    });
    for (std::size_t place = 0; place < children.size(); ++place)
        m_place[static_cast<std::size_t>(children[place])] = static_cast<int>(place);
}

void FolderModel::order()
{
    orderBelow(m_top);
    for (Folder &folder : m_rows)
        orderBelow(folder.children);
    m_all = 0;
    for (const int row : m_top)
        m_all += measured(m_rows[static_cast<std::size_t>(row)].sums, m_measure);
}

void FolderModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_column = column;
    m_order = order;
    if (column == Entries)
        m_measure = Measure::Entries;
    else if (column == Memory)
        m_measure = Measure::Memory;
    else if (column == Disk)
        m_measure = Measure::Disk;
    emit layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    this->order();
    QModelIndexList to;
    for (const QModelIndex &index : from)
        to += indexOfRow(static_cast<int>(index.internalId()), index.column());
    changePersistentIndexList(from, to);
    emit layoutChanged();
    emit headerDataChanged(Qt::Horizontal, Share, Share);
}

const std::vector<int> &FolderModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? at(parent).children : m_top;
}

QModelIndex FolderModel::indexOfRow(int row, int column) const
{
    return row < 0 ? QModelIndex()
                   : createIndex(m_place[static_cast<std::size_t>(row)], column, static_cast<quintptr>(row));
}

QModelIndex FolderModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(childrenOf(parent)[static_cast<std::size_t>(row)]));
}

QModelIndex FolderModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfRow(at(index).parent, 0) : QModelIndex();
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(parent).size());
}

int FolderModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

quint64 FolderModel::sumOf(const QModelIndex &index) const
{
    return measured(at(index).sums, m_measure);
}

double FolderModel::shareOf(const Folder &folder) const
{
    return m_all == 0 ? 0
                      : static_cast<double>(measured(folder.sums, m_measure)) / static_cast<double>(m_all);
}

QByteArray FolderModel::pathOf(const QModelIndex &index) const
{
    return folderPath(m_rows, static_cast<int>(index.internalId()));
}

QModelIndex FolderModel::indexOf(const QByteArray &path) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].kind == Folder::Kind::Whole && path.endsWith(m_rows[row].name) &&
            folderPath(m_rows, static_cast<int>(row)) == path)
            return indexOfRow(static_cast<int>(row), 0);
    return {};
}

QString FolderModel::nameOf(const Folder &folder) const
{
    if (folder.kind == Folder::Kind::Directly)
        return folder.folded == 0 ? tr("(directly in this folder)")
                                  : tr("(directly in this folder and in %Ln small ones)", nullptr,
                                       static_cast<int>(folder.folded));
    return text::pathInText(folder.name.isEmpty() ? QByteArray("/") : folder.name);
}

QString FolderModel::tipOf(const QModelIndex &index) const
{
    const QByteArray path = pathOf(index);
    QString tip = text::pathInText(path.isEmpty() ? QByteArray("/") : path);
    if (const Folder &folder = at(index); folder.folded > 0)
        tip += u'\n' + tr("%Ln small folders below it are not listed; their entries are counted here.",
                          nullptr, static_cast<int>(folder.folded));
    return tip;
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Folder &folder = at(index);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Name)
        return text::toolTip(tipOf(index));
    if (role == shareRole)
        return shareOf(folder);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return nameOf(folder);
    case Entries:
        return text::count(folder.sums.entries);
    case Memory:
        return text::size(folder.sums.memoryBytes);
    case Disk:
        return text::size(folder.sums.diskBytes);
    default:
        return text::percent(100 * shareOf(folder));
    }
}

QVariant FolderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Memory)
        return text::toolTip(tr("Size of the cached metadata in memory. Neither your files nor what the "
                                "cache needs besides is counted."));
    if (role == Qt::ToolTipRole && section == Disk)
        return text::toolTip(tr("Size of the cached metadata on disk, compressed. Neither your files nor "
                                "what the cache's files hold besides is counted."));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Folder");
    case Entries:
        return tr("Entries");
    case Memory:
        return tr("In memory");
    case Disk:
        return tr("On disk");
    case Share:
        return m_measure == Measure::Entries  ? tr("Share of entries")
               : m_measure == Measure::Memory ? tr("Share in memory")
                                              : tr("Share on disk");
    default:
        return {};
    }
}

} // namespace manometer::gui
