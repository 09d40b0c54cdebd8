// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryDetails.h"

#include "gui/async/Answer.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTreeView>

#include <utility>

namespace manometer::gui {

namespace {

QString place(const service::EntryRow &row)
{
    if (row.inMemory)
        return row.onDisk ? EntryDetails::tr("in memory and on disk") : EntryDetails::tr("in memory");
    return row.onDisk ? EntryDetails::tr("on disk") : EntryDetails::tr("nowhere any more");
}

// Indented, so that it can be read; control characters stay what JSON writes for them.
QString readable(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isNull() ? text::path(bytes)
                             : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

} // namespace

EntryDetails::EntryDetails(service::CacheView *cache, QTreeView *tree, QPlainTextEdit *raw, QTreeView *facts,
                           QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_tree(tree)
    , m_raw(raw)
{
    tree->setModel(&m_json);
    facts->setModel(&m_facts);
    tree->header()->resizeSection(JsonModel::Name, tree->fontMetrics().averageCharWidth() * 26);
    m_facts.setHorizontalHeaderLabels({tr("Fact"), tr("Value")});
    facts->header()->resizeSection(0, facts->fontMetrics().averageCharWidth() * 22);
    clear();
}

void EntryDetails::show(service::EntryId id)
{
    const quint64 question = ++m_question;
    whenAnswered(m_cache->detail(id), this,
                 [this, question](const std::optional<service::EntryDetail> &detail) {
                     if (question == m_question)
                         take(detail);
                 });
}

void EntryDetails::clear()
{
    ++m_question; // what is under way is not wanted any more
    m_json.setJson({});
    m_facts.removeRows(0, m_facts.rowCount());
    m_raw->clear();
    m_raw->setPlaceholderText(tr("Select an entry to see its metadata."));
}

void EntryDetails::take(const std::optional<service::EntryDetail> &detail)
{
    clear();
    if (!detail) {
        m_raw->setPlaceholderText(tr("This entry was dropped meanwhile."));
        return;
    }
    m_json.setJson(detail->bytes);
    m_tree->expandToDepth(0);
    m_raw->setPlainText(readable(detail->bytes));
    const service::EntryRow &row = detail->row;
    addFact(tr("Path"), text::path(row.path));
    addFact(tr("Depth"), text::path(row.depth));
    addFact(tr("Where"), place(row));
    addFact(tr("Size of the file"), text::size(row.sourceBytes));
    addFact(tr("File changed"), text::dateAndTime(row.modifiedWallMs));
    addFact(tr("Metadata"), text::size(row.valueBytes));
    addFact(tr("On disk, compressed"), text::size(row.storedBytes));
    addFact(tr("Read and stored"), text::dateAndTime(row.storedWallMs));
    addFact(tr("Reading took"), text::duration(row.readCostMicroseconds / 1000));
    addFact(tr("Hits"), text::count(row.hits));
    addFact(tr("Last used"), text::dateAndTime(row.lastUsedWallMs));
}

void EntryDetails::addFact(const QString &name, const QString &value)
{
    auto *second = new QStandardItem(value);
    second->setToolTip(value);
    m_facts.appendRow({new QStandardItem(name), second});
}

} // namespace manometer::gui
