// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryDetails.h"

#include "async/Answer.h"
#include "gui/entries/ExiftoolAnswer.h"
#include "gui/entries/HexText.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"
#include "json/Json.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace manometer::gui {

namespace {

QString place(const views::EntryRow &row)
{
    if (row.inMemory)
        return row.onDisk ? EntryDetails::tr("in memory and on disk") : EntryDetails::tr("in memory");
    return row.onDisk ? EntryDetails::tr("on disk") : EntryDetails::tr("no longer cached");
}

QString contentsText(cache::Contents contents)
{
    using cache::Contents;
    switch (contents) {
    case Contents::Understood:
        break;
    case Contents::Unreadable:
        return EntryDetails::tr("damaged, or not what they begin as");
    case Contents::UnknownType:
        return EntryDetails::tr("of a type that the metadata reader does not know");
    case Contents::Empty:
        return EntryDetails::tr("none: the file is empty");
    case Contents::Failed:
        return EntryDetails::tr("the metadata reader failed");
    }
    return EntryDetails::tr("understood by the metadata reader");
}

// Indented for reading; control characters keep their JSON escapes.
QString readable(const QByteArray &bytes)
{
    json::Writer writer(json::Layout::Indented);
    const bool isJson =
        json::read({bytes.constData(), static_cast<std::size_t>(bytes.size())}, writer).has_value();
    return isJson ? QString::fromStdString(writer.text()) : text::path(bytes);
}

} // namespace

EntryDetails::EntryDetails(views::CacheView *cache, const Widgets &widgets, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_widgets(widgets)
{
    const QTreeView *tree = widgets.tree;
    m_widgets.tree->setModel(&m_json);
    m_widgets.facts->setModel(&m_facts);
    tree->header()->resizeSection(JsonModel::Name, tree->fontMetrics().averageCharWidth() * 26);
    m_facts.setHorizontalHeaderLabels({tr("Property"), tr("Value")});
    m_widgets.facts->header()->resizeSection(0, tree->fontMetrics().averageCharWidth() * 22);
    m_widgets.hex->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    clear();
}

void EntryDetails::show(views::EntryId id)
{
    const quint64 question = ++m_question;
    // The shown details no longer belong to the selection.
    m_detail.reset();
    emit detailChanged();
    async::whenAnswered(m_cache->detail(id), this,
                        [this, question](const std::optional<views::EntryDetail> &detail) {
                            if (question == m_question)
                                take(detail);
                        });
}

void EntryDetails::clear()
{
    ++m_question; // discards the pending answer
    empty();
    emit detailChanged();
}

void EntryDetails::empty()
{
    m_detail.reset();
    m_unfolded.remember(*m_widgets.tree);
    m_json.setJson({});
    m_facts.removeRows(0, m_facts.rowCount());
    for (QPlainTextEdit *text : {m_widgets.raw, m_widgets.hex}) {
        text->clear();
        text->setPlaceholderText(tr("Select an entry to see its metadata."));
    }
}

void EntryDetails::take(const std::optional<views::EntryDetail> &detail)
{
    empty();
    m_detail = detail;
    emit detailChanged();
    if (!detail) {
        for (QPlainTextEdit *text : {m_widgets.raw, m_widgets.hex})
            text->setPlaceholderText(tr("This entry has been removed."));
        return;
    }
    const auto answer = isExiftoolAnswer(detail->row.depth) ? exiftoolAnswerIn(detail->bytes) : std::nullopt;
    if (!answer || !m_json.setJson(answer->output)) // exiftool also answers in other formats
        m_json.setJson(detail->bytes);
    m_unfolded.restore(*m_widgets.tree);
    m_widgets.raw->setPlainText(answer ? outputText(*answer) : readable(detail->bytes));
    QString hex = hexText(detail->bytes);
    if (detail->bytes.size() > hexBytes)
        hex += tr("%1 more bytes are not shown.")
                   .arg(text::count(static_cast<quint64>(detail->bytes.size() - hexBytes)));
    m_widgets.hex->setPlainText(hex);
    const views::EntryRow &row = detail->row;
    addFact(tr("Path"), text::pathInText(row.path));
    addFact(tr("Depth"), depthText(row.depth));
    if (answer) {
        addFact(tr("Options"), optionsText(*answer));
        addFact(tr("Exit status"), text::count(static_cast<quint64>(std::max(0, answer->status))));
    }
    if (!answer)
        addFact(tr("Contents"), contentsText(row.contents));
    addFact(tr("Location"), place(row));
    addFact(tr("Pinned"), row.isKept ? tr("yes, until unpinned") : tr("no"));
    addFact(tr("File size"), text::size(row.sourceBytes));
    addFact(tr("File changed"), text::dateAndTime(row.modifiedWallMs.value_or(0)));
    addFact(tr("Metadata"), text::size(row.valueBytes));
    addFact(tr("Size on disk, compressed"), text::size(row.storedBytes));
    addFact(tr("Stored"), text::dateAndTime(row.storedWallMs));
    addFact(tr("Read time"), text::duration(row.readCostMicroseconds / 1000));
    addFact(tr("Hits"), text::count(row.hits));
    addFact(tr("Last used"), text::dateAndTime(row.lastUsedWallMs));
}

void EntryDetails::addFact(const QString &name, const QString &value)
{
    auto *second = new QStandardItem(value);
    second->setData(text::toolTip(value), Qt::ToolTipRole);
    m_facts.appendRow({new QStandardItem(name), second});
}

} // namespace manometer::gui
