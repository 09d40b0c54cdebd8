// SPDX-License-Identifier: GPL-3.0-or-later
//
// A JSON document as a read-only tree of names and values, in document order; numbers keep their spelling.
// Invalid JSON gives an empty tree. GUI thread. Built at once: an entry's metadata is only some kilobytes.
#pragma once

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace manometer::gui {

class JsonModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };

    explicit JsonModel(QObject *parent = nullptr);
    ~JsonModel() override;

    // False if the bytes are not JSON.
    bool setJson(const QByteArray &bytes);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    class Builder;
    const Node *nodeOf(const QModelIndex &index) const;

    std::unique_ptr<Node> m_root;
};

} // namespace manometer::gui
