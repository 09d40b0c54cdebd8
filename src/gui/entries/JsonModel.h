// SPDX-License-Identifier: GPL-3.0-or-later
//
// A JSON document as a read-only tree of names and values, in its own order; a number is shown as it is
// written. What is no JSON gives an empty tree. GUI thread. Documents are an entry's metadata: small
// (kilobytes), built at once.
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

    // False if the bytes are no JSON.
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
