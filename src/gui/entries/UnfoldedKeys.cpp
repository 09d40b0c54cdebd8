// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/UnfoldedKeys.h"

#include "gui/entries/JsonModel.h"

#include <QScrollBar>
#include <QTreeView>

namespace manometer::gui {

namespace {

// Names are shown on one line, so that a line break separates them.
constexpr QChar keySeparator = u'\n';

QString below(const QString &path, const QModelIndex &index)
{
    return path + keySeparator + index.siblingAtColumn(JsonModel::Name).data().toString();
}

QString pathOf(const QModelIndex &index)
{
    return index.isValid() ? below(pathOf(index.parent()), index) : QString();
}

// Invalid if the document has no such key.
QModelIndex indexOf(const QAbstractItemModel &model, const QString &path)
{
    QModelIndex found;
    const QStringList names = path.split(keySeparator, Qt::SkipEmptyParts);
    for (const QString &name : names) {
        QModelIndex next;
        for (int row = 0; row < model.rowCount(found) && !next.isValid(); ++row)
            if (const QModelIndex child = model.index(row, JsonModel::Name, found);
                child.data().toString() == name)
                next = child;
        if (!next.isValid())
            return {};
        found = next;
    }
    return found;
}

bool isOpenByDefault(const QModelIndex &index)
{
    return !index.parent().isValid();
}

} // namespace

void UnfoldedKeys::remember(const QTreeView &tree)
{
    if (tree.model()->rowCount() == 0)
        return;
    rememberBelow(tree, {}, {});
    if (m_isOpen.size() > mostKeys)
        m_isOpen.clear();
    m_current = pathOf(tree.currentIndex());
    m_column = tree.currentIndex().column();
    m_top = tree.verticalScrollBar()->value() > 0 ? pathOf(tree.indexAt(QPoint(0, 0))) : QString();
}

void UnfoldedKeys::rememberBelow(const QTreeView &tree, const QModelIndex &parent, const QString &path)
{
    const QAbstractItemModel &model = *tree.model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, JsonModel::Name, parent);
        if (!model.hasChildren(index))
            continue;
        const QString key = below(path, index);
        if (tree.isExpanded(index) == isOpenByDefault(index))
            m_isOpen.remove(key);
        else
            m_isOpen.insert(key, tree.isExpanded(index));
        rememberBelow(tree, index, key);
    }
}

void UnfoldedKeys::restore(QTreeView &tree) const
{
    restoreBelow(tree, {}, {});
    const QModelIndex current = indexOf(*tree.model(), m_current);
    if (current.isValid())
        tree.setCurrentIndex(current.siblingAtColumn(m_column));
    const QModelIndex top = indexOf(*tree.model(), m_top);
    if (top.isValid())
        tree.scrollTo(top, QAbstractItemView::PositionAtTop);
}

void UnfoldedKeys::restoreBelow(QTreeView &tree, const QModelIndex &parent, const QString &path) const
{
    const QAbstractItemModel &model = *tree.model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, JsonModel::Name, parent);
        if (!model.hasChildren(index))
            continue;
        const QString key = below(path, index);
        tree.setExpanded(index, m_isOpen.value(key, isOpenByDefault(index)));
        restoreBelow(tree, index, key);
    }
}

} // namespace manometer::gui
