// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is unfolded in a tree of metadata, by keys, so that the next entry is shown alike: which keys are
// open, which row is current and which is at the top. Keys that an entry lacks are remembered for the next
// one that has them. GUI thread. Walks the tree, which is an entry's metadata: some kilobytes.
#pragma once

#include <QHash>
#include <QString>

QT_BEGIN_NAMESPACE
class QModelIndex;
class QTreeView;
QT_END_NAMESPACE

namespace manometer::gui {

class UnfoldedKeys
{
public:
    // Call it before the tree's contents are replaced.
    void remember(const QTreeView &tree);
    // Call it after that. Of a key that was never shown, only the first level is open.
    void restore(QTreeView &tree) const;

private:
    // Many more than an operator opens; a bound on what hostile metadata may add.
    static constexpr qsizetype mostKeys = 10'000;

    void rememberBelow(const QTreeView &tree, const QModelIndex &parent, const QString &path);
    void restoreBelow(QTreeView &tree, const QModelIndex &parent, const QString &path) const;

    QHash<QString, bool> m_isOpen; // by path; only keys that differ from the default
    QString m_current;             // the path of the current row
    int m_column = 0;
    QString m_top; // the path of the row at the top; empty at the start of the tree
};

} // namespace manometer::gui
