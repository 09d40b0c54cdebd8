// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/CachePage.h"

#include "gui/async/Answer.h"
#include "gui/text/Numbers.h"
#include "gui/text/StatusText.h"
#include "ui_CachePage.h"

#include <QAction>
#include <QMessageBox>
#include <QScrollBar>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

using service::EntryId;

namespace {

constexpr auto typingPause = 200ms;   // shorter than between two words, longer than between two letters
constexpr auto refreshPause = 1000ms; // listing a million entries takes half a second of the cache's time
constexpr auto noticeTime = 8s;       // long enough to read a sentence after looking away

} // namespace

CachePage::CachePage(service::CacheView *cache, service::MonitorView *monitor, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CachePage>())
    , m_cache(cache)
    , m_monitor(monitor)
    , m_model(cache)
{
    m_ui->setupUi(this);
    m_details = new EntryDetails(cache, m_ui->tree, m_ui->raw, m_ui->facts, this);
    buildTable();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_model.setFilter(m_ui->filter->text()); });
    connect(m_ui->filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshPause);
    connect(&m_refresh, &QTimer::timeout, this, &CachePage::catchUp);
    connect(cache, &service::CacheView::contentsChanged, this, &CachePage::contentsChanged);
    connect(cache, &service::CacheView::summaryChanged, this, &CachePage::refreshTexts);
    connect(&m_model, &EntryModel::aboutToBeListed, this, &CachePage::rememberPlace);
    connect(&m_model, &EntryModel::listed, this, [this] {
        returnToPlace();
        refreshTexts();
    });
    m_noticeEnds.setSingleShot(true);
    m_noticeEnds.setInterval(noticeTime);
    connect(&m_noticeEnds, &QTimer::timeout, this, [this] {
        m_notice.clear();
        refreshTexts();
    });
    refreshTexts();
}

CachePage::~CachePage() = default;

void CachePage::buildTable()
{
    m_ui->table->setModel(&m_model);
    QHeaderView *header = m_ui->table->horizontalHeader();
    const int digit = fontMetrics().horizontalAdvance(u'0');
    header->resizeSection(EntryModel::Path, digit * 40);
    header->resizeSection(EntryModel::Size, digit * 10);
    header->resizeSection(EntryModel::Hits, digit * 9);
    header->resizeSection(EntryModel::ReadCost, digit * 13);
    header->resizeSection(EntryModel::LastUsed, digit * 21);
    header->resizeSection(EntryModel::Stored, digit * 21);
    header->setSortIndicator(EntryModel::Path, Qt::AscendingOrder);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshTexts();
        emit selectionChanged();
    });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CachePage::showCurrent);
}

void CachePage::focusFilter()
{
    m_ui->filter->setFocus(Qt::ShortcutFocusReason);
    m_ui->filter->selectAll();
}

void CachePage::addButtons(QAction *addFolder, QAction *remove)
{
    m_ui->addFolder->setDefaultAction(addFolder);
    m_ui->remove->setDefaultAction(remove);
}

bool CachePage::hasSelection() const
{
    return m_ui->table->selectionModel()->hasSelection();
}

QList<EntryId> CachePage::selectedIds() const
{
    QList<EntryId> ids;
    for (const QItemSelectionRange &range : m_ui->table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids += m_model.idAt(row);
    return ids;
}

void CachePage::removeSelected()
{
    const QList<EntryId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Delete entries"),
                        tr("Delete %Ln entries from the cache?", nullptr, static_cast<int>(ids.size())),
                        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Only the cached metadata goes, from memory and from disk. The files stay as "
           "they are; their metadata is read again when it is next asked for."));
    QAbstractButton *yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::finished, this, [this, question, yes, ids] {
        if (question->clickedButton() == yes)
            remove(ids);
    });
    question->open();
}

void CachePage::remove(const QList<EntryId> &ids)
{
    whenAnswered(m_cache->remove(ids), this, [this, asked = ids.size()](qsizetype removed) {
        m_notice =
            removed == asked
                ? tr("%Ln entries deleted.", nullptr, static_cast<int>(removed))
                : tr("%1 of %2 entries deleted; the others were gone already.").arg(removed).arg(asked);
        m_noticeEnds.start();
        m_model.refresh();
        refreshTexts();
    });
}

QByteArray CachePage::saveColumns() const
{
    return m_ui->table->horizontalHeader()->saveState();
}

void CachePage::restoreColumns(const QByteArray &state)
{
    m_ui->table->horizontalHeader()->restoreState(state);
}

void CachePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    catchUp();
}

void CachePage::catchUp()
{
    // A tab in the back counts as visible; it has no region that could be seen.
    if (!m_outdated || visibleRegion().isEmpty())
        return;
    m_outdated = false;
    m_model.refresh();
}

void CachePage::contentsChanged()
{
    m_outdated = true;
    if (!m_refresh.isActive())
        m_refresh.start();
}

void CachePage::rememberPlace()
{
    const int top = m_ui->table->rowAt(0);
    m_topRow = top > 0 ? QPersistentModelIndex(m_model.index(top, 0)) : QPersistentModelIndex();
}

void CachePage::returnToPlace()
{
    if (m_topRow.isValid())
        m_ui->table->scrollTo(m_topRow, QAbstractItemView::PositionAtTop);
    m_topRow = QPersistentModelIndex();
    showCurrent();
}

void CachePage::showCurrent()
{
    const QModelIndex current = m_ui->table->currentIndex();
    if (!current.isValid()) {
        m_shown.reset();
        m_details->clear();
        return;
    }
    const EntryId id = m_model.idAt(current.row());
    if (m_shown == id)
        return;
    m_shown = id;
    m_details->show(id);
}

void CachePage::refreshTexts()
{
    const service::CacheSummary summary = m_cache->summary();
    const auto shown = static_cast<quint64>(m_model.rowCount());
    // An entry is in memory, on disk or in both; the larger figure is all of them, but for moments.
    const quint64 all = std::max<quint64>({summary.stats.memoryEntries, summary.stats.diskEntries, shown});
    const QString asOf = text::timeOfDay(m_model.asOfWallMs());
    QString line = !m_model.isLoaded() ? tr("Listing…")
                   : all == 0          ? tr("No entries, as of %1").arg(asOf)
                   : shown == all      ? tr("All %1, as of %2").arg(text::count(shown), asOf)
                                  : tr("%1 of %2, as of %3").arg(text::count(shown), text::count(all), asOf);
    quint64 selected = 0; // counted by ranges: all of a million rows are one
    for (const QItemSelectionRange &range : m_ui->table->selectionModel()->selection())
        selected += static_cast<quint64>(range.height());
    if (selected > 0)
        line = tr("%1; %2 selected").arg(line, text::count(selected));
    if (!m_notice.isEmpty())
        line = m_notice + u' ' + line;
    m_ui->count->setText(line);
    const bool empty = m_model.isLoaded() && shown == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : m_ui->listPage);
    m_ui->empty->setText(
        m_model.filter().isEmpty()
            ? tr("The cache is empty. Use 'Add folder' to read the metadata of the files in a folder.")
            : tr("No path contains this text. Clear the filter to see all entries."));
    const QString note = text::smallCacheNote(summary, m_monitor->status().latest.systemTotalBytes);
    m_ui->note->setText(note);
    m_ui->note->setVisible(!note.isEmpty());
}

} // namespace manometer::gui
