// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/JsonModel.h"

#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "json/Json.h"

#include <optional>
#include <string_view>
#include <utility>

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
};

// Adds the document's values in order. Metadata is untrusted like paths: it is shown on one line, with
// nothing invisible. Numbers keep their spelling.
class JsonModel::Builder final : public json::Handler
{
public:
    explicit Builder(Node *root)
        : m_root(root)
    {}

    void beginObject() override { begin({}); }
    void endObject() override { m_open.pop_back(); }
    void beginArray() override { begin(0); }
    void endArray() override { m_open.pop_back(); }
    void name(std::string_view, std::string_view text) override { m_name = shown(text); }
    void string(std::string_view, std::string_view text) override { next()->value = shown(text); }
    void literal(std::string_view token) override { next()->value = shown(token); }

private:
    struct Open
    {
        Node *node;
        std::optional<qsizetype> items; // item count of an array
    };

    static QString shown(std::string_view text)
    {
        return text::pathInText(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    }

    void begin(std::optional<qsizetype> items) { m_open.push_back({next(), items}); }

    // The node of the next value.
    Node *next()
    {
        if (m_open.empty())
            return m_root;
        Open &open = m_open.back();
        return open.node->add(open.items ? u"[%1]"_s.arg((*open.items)++) : m_name);
    }

    Node *m_root;
    std::vector<Open> m_open;
    QString m_name; // of the member whose value is next
};

JsonModel::JsonModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{}

JsonModel::~JsonModel() = default;

bool JsonModel::setJson(const QByteArray &bytes)
{
    auto root = std::make_unique<Node>();
    Builder builder(root.get());
    const bool isJson =
        json::read({bytes.constData(), static_cast<std::size_t>(bytes.size())}, builder).has_value();
    beginResetModel();
    m_root = isJson ? std::move(root) : std::make_unique<Node>();
    endResetModel();
    return isJson;
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
