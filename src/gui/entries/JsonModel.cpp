// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/JsonModel.h"

#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace manometer::gui {

struct JsonModel::Node
{
    QString name;
    QString value;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node *add(const QString &childName)
    {
        auto child = std::make_unique<Node>();
        child->name = childName;
        child->parent = this;
        child->row = static_cast<int>(children.size());
        children.push_back(std::move(child));
        return children.back().get();
    }

    void fill(const QJsonValue &json)
    {
        switch (json.type()) {
        case QJsonValue::Object: {
            const QJsonObject object = json.toObject();
            for (auto member = object.begin(); member != object.end(); ++member)
                add(text::pathInText(member.key().toUtf8()))->fill(member.value());
            break;
        }
        case QJsonValue::Array: {
            const QJsonArray array = json.toArray();
            for (qsizetype index = 0; index < array.size(); ++index)
                add(u"[%1]"_s.arg(index))->fill(array.at(index));
            break;
        }
        case QJsonValue::String:
            // Metadata is as little to be trusted as paths are: one line, nothing invisible.
            value = text::pathInText(json.toString().toUtf8());
            break;
        case QJsonValue::Bool:
            value = json.toBool() ? u"true"_s : u"false"_s;
            break;
        case QJsonValue::Double:
            value = QString::number(json.toDouble(), 'g', QLocale::FloatingPointShortest);
            break;
        case QJsonValue::Null:
        case QJsonValue::Undefined:
            value = u"null"_s;
            break;
        }
    }
};

JsonModel::JsonModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{}

JsonModel::~JsonModel() = default;

bool JsonModel::setJson(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    beginResetModel();
    m_root = std::make_unique<Node>();
    if (document.isObject())
        m_root->fill(document.object());
    else if (document.isArray())
        m_root->fill(document.array());
    endResetModel();
    return error.error == QJsonParseError::NoError;
}

const JsonModel::Node *JsonModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex JsonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node *above = nodeOf(index)->parent;
    return above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int JsonModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int JsonModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant JsonModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole)
        return text::toolTip(data(index, Qt::DisplayRole).toString());
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Node *node = nodeOf(index);
    return index.column() == Name ? node->name : node->value;
}

QVariant JsonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace manometer::gui
