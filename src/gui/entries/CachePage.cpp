// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/CachePage.h"

#include "async/Answer.h"
#include "gui/entries/EntryColumns.h"
#include "gui/entries/EntryCommands.h"
#include "gui/entries/EntryFilter.h"
#include "gui/entries/FoldersPanel.h"
#include "gui/entries/ProgramsPanel.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/StatusText.h"
#include "gui/text/Times.h"
#include "ui_CachePage.h"

#include <QAction>
#include <QDataStream>
#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

using views::EntryId;

namespace {

constexpr auto typingPause = 200ms;   // longer than between two letters, shorter than between two words
constexpr auto refreshPause = 1000ms; // listing a million entries takes the cache half a second
constexpr auto noticeTime = 8s;       // long enough to read a sentence after looking away
// Qt moves a selection row by row when the order changes; this many rows take some milliseconds. With a
// larger selection the list is not refreshed, until a new order or filter clears it.
constexpr quint64 rowsMoved = 10'000;

} // namespace

CachePage::CachePage(views::CacheView *cache, views::MonitorView *monitor, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CachePage>())
    , m_cache(cache)
    , m_monitor(monitor)
    , m_model(cache)
    , m_removal(cache, this)
{
    m_ui->setupUi(this);
    m_details = new EntryDetails(
        cache, {.tree = m_ui->tree, .raw = m_ui->raw, .hex = m_ui->hex, .facts = m_ui->facts}, this);
    m_commands = new EntryCommands(m_details, this);
    connect(m_commands, &EntryCommands::reported, this, &CachePage::showNotice);
    connect(m_commands, &EntryCommands::reread, this, &CachePage::goTo);
    buildTable();
    buildPanels();
    m_ui->problem->hide();
    // In a low window the list comes first.
    for (QLabel *label : {m_ui->note, m_ui->empty})
        label->setMinimumHeight(fontMetrics().height());
    text::setToolTip(m_ui->filter, filterHelp());
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &CachePage::useTypedFilter);
    connect(m_ui->filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshPause);
    connect(&m_refresh, &QTimer::timeout, this, &CachePage::catchUp);
    connect(cache, &views::CacheView::contentsChanged, this, &CachePage::contentsChanged);
    connect(cache, &views::CacheView::summaryChanged, this, &CachePage::refreshTexts);
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
    m_ui->work->hide();
    connect(m_ui->workStop, &QPushButton::clicked, &m_removal, &EntryRemoval::stop);
    connect(&m_removal, &EntryRemoval::progressed, this, &CachePage::showWork);
    connect(&m_removal, &EntryRemoval::ended, this, [this](const QString &what) {
        m_ui->work->hide();
        followState();
        if (what.isEmpty())
            return;
        showNotice(what);
        m_model.refresh();
    });
    connect(cache, &views::CacheView::summaryChanged, this, &CachePage::followState);
    refreshTexts();
}

CachePage::~CachePage() = default;

void CachePage::buildTable()
{
    m_ui->table->setModel(&m_model);
    QHeaderView *header = m_ui->table->horizontalHeader();
    m_columns = new EntryColumns(m_ui->table, m_ui->columns);
    header->setSortIndicator(EntryModel::Path, Qt::AscendingOrder);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshTexts();
        followState();
    });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CachePage::showCurrent);
    connect(&m_model, &EntryModel::dataChanged, this, &CachePage::followState);
}

void CachePage::useTypedFilter()
{
    m_typing.stop();
    m_model.setFilter(m_ui->filter->text());
    refreshTexts();
}

void CachePage::buildPanels()
{
    connect(m_ui->pages, &QStackedWidget::currentChanged, this, &CachePage::followState);
    m_folders = new FoldersPanel(m_cache, m_ui->pages);
    m_ui->pages->addWidget(m_folders);
    connect(m_ui->toFolders, &QToolButton::clicked, this, &CachePage::showFolders);
    connect(m_folders, &FoldersPanel::closed, this, &CachePage::focusEntries);
    connect(m_folders, &FoldersPanel::folderChosen, this,
            [this](const QByteArray &path) { showFiltered(withFolder(m_model.filterInEffect(), path)); });
    m_programs = new ProgramsPanel(m_cache, m_ui->pages);
    m_ui->pages->addWidget(m_programs);
    connect(m_ui->toPrograms, &QToolButton::clicked, this, &CachePage::showPrograms);
    connect(m_programs, &ProgramsPanel::closed, this, &CachePage::focusEntries);
}

void CachePage::showPrograms()
{
    m_ui->pages->setCurrentWidget(m_programs);
    m_programs->takeFocus();
}

void CachePage::showFolders()
{
    useTypedFilter();
    m_folders->open(m_model.filterInEffect(), m_model.filterProblem());
    m_ui->pages->setCurrentWidget(m_folders);
    m_folders->takeFocus();
}

void CachePage::showEntries()
{
    m_ui->pages->setCurrentWidget(m_ui->entriesPage);
    catchUp();
}

void CachePage::setScan(views::ScanView *scan)
{
    m_commands->setScan(scan);
}

void CachePage::focusEntries()
{
    showEntries();
    m_ui->table->setFocus(Qt::ShortcutFocusReason);
}

void CachePage::showFiltered(const QString &filter)
{
    m_ui->filter->setText(filter);
    useTypedFilter();
    focusEntries();
}

void CachePage::focusFilter()
{
    showEntries();
    m_ui->filter->setFocus(Qt::ShortcutFocusReason);
    m_ui->filter->selectAll();
}

quint64 CachePage::selectedCount() const
{
    quint64 selected = 0; // counted by ranges: a million rows are one range
    for (const QItemSelectionRange &range : m_ui->table->selectionModel()->selection())
        selected += static_cast<quint64>(range.height());
    return selected;
}

QList<EntryId> CachePage::selectedIds() const
{
    QList<EntryId> ids;
    for (const QItemSelectionRange &range : m_ui->table->selectionModel()->selection())
        ids += m_model.idsFrom(range.top(), range.height());
    return ids;
}

void CachePage::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_commands->setReadOnly(readOnly);
    followState();
    refreshTexts();
}

void CachePage::showNotice(const QString &notice)
{
    m_notice = notice;
    m_noticeEnds.start();
    refreshTexts();
}

void CachePage::showWork(const QString &what, int done, int all)
{
    m_ui->work->show();
    m_ui->workText->setText(what);
    m_ui->workBar->setMaximum(all);
    m_ui->workBar->setValue(done);
}

QByteArray CachePage::saveView() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << m_columns->save() << m_ui->filter->text();
    return state;
}

void CachePage::restoreView(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    QByteArray columns;
    QString filter;
    stream >> columns >> filter;
    if (stream.status() != QDataStream::Ok)
        return;
    m_columns->restore(columns);
    m_ui->filter->setText(filter);
}

void CachePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    catchUp();
}

void CachePage::catchUp()
{
    // A hidden tab counts as visible, but its visible region is empty.
    if (!m_outdated || m_ui->entriesPage->visibleRegion().isEmpty())
        return;
    if (selectedCount() > rowsMoved)
        return m_refresh.start();
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
    if (selectedCount() > rowsMoved)
        m_ui->table->clearSelection();
    const int top = m_ui->table->rowAt(0);
    m_topRow = top > 0 ? QPersistentModelIndex(m_model.index(top, 0)) : QPersistentModelIndex();
}

void CachePage::returnToPlace()
{
    if (m_topRow.isValid())
        m_ui->table->scrollTo(m_topRow, QAbstractItemView::PositionAtTop);
    m_topRow = QPersistentModelIndex();
    const int wanted = m_wanted ? m_model.rowOf(*std::exchange(m_wanted, std::nullopt)) : -1;
    if (wanted >= 0)
        m_ui->table->setCurrentIndex(m_model.index(wanted, 0));
    showCurrent();
}

// Finds the entry of a path by its present id and selects it if the filter lists it.
void CachePage::goTo(const QByteArray &path)
{
    views::EntryQuery query;
    query.pathContains = path.toStdString();
    async::whenAnswered(m_cache->list(query), this, [this, path](const views::Listing &listing) {
        async::whenAnswered(m_cache->rows(listing.ids.mid(0, EntryModel::pageSize)), this,
                            [this, path](const QList<views::EntryRow> &rows) {
                                for (const views::EntryRow &row : rows)
                                    if (row.path == path)
                                        m_wanted = row.id;
                                m_model.refresh();
                            });
    });
}

void CachePage::showCurrent()
{
    const QModelIndex current = m_ui->table->currentIndex();
    if (!current.isValid()) {
        m_shown.reset();
        m_details->clear();
        return;
    }
    followState();
    const EntryId id = m_model.idAt(current.row());
    if (m_shown == id)
        return;
    m_shown = id;
    m_details->show(id);
}

void CachePage::setWithoutCache()
{
    m_isWithoutCache = true;
    refreshTexts();
}

// What is wrong with the filter, and what the grey list shows instead.
QString CachePage::problemText() const
{
    const QString inEffect = m_model.filterInEffect().trimmed();
    return inEffect.isEmpty()
               ? tr("%1 Until then, all entries are listed.", "what is wrong with the filter")
                     .arg(m_model.filterProblem())
               : tr("%1 Until then, the list is that of %2.", "what is wrong with the filter, the last one")
                     .arg(m_model.filterProblem(), text::isolated(inEffect));
}

void CachePage::refreshTexts()
{
    const views::CacheSummary summary = m_cache->summary();
    const auto shown = static_cast<quint64>(m_model.rowCount());
    // An entry is in memory, on disk or in both; the larger count is the total, except for short moments.
    const quint64 all = std::max<quint64>({summary.stats.memoryEntries, summary.stats.diskEntries, shown});
    const QString asOf = text::timeOrDate(m_model.asOfWallMs(), QDateTime::currentMSecsSinceEpoch());
    QString line = !m_model.isLoaded() ? tr("Loading the list…")
                   : all == 0          ? tr("No entries, as of %1").arg(asOf)
                   : shown == all      ? tr("All %1, as of %2").arg(text::count(shown), asOf)
                                  : tr("%1 of %2, as of %3").arg(text::count(shown), text::count(all), asOf);
    const quint64 selected = selectedCount();
    if (selected > 0)
        line = tr("%1; %2 selected").arg(line, text::count(selected));
    if (m_readOnly)
        line = tr("Read-only. %1").arg(line);
    if (!m_notice.isEmpty())
        line = m_notice + u' ' + line;
    m_ui->count->setText(line);
    m_ui->problem->setText(problemText());
    m_ui->problem->setVisible(!m_model.filterProblem().isEmpty());
    const bool empty = m_model.isLoaded() && shown == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : m_ui->listPage);
    m_ui->empty->setText(
        m_isWithoutCache ? tr("This is a recording. It has no cache entries.")
        : m_model.filterInEffect().isEmpty()
            ? tr("The cache is empty. Use 'Add folder' to read the metadata of a folder's files.")
            : tr("No entry matches the filter. Clear it to see all entries."));
    const QString note = text::smallCacheNote(summary, m_monitor->status().latest.systemTotalBytes);
    m_ui->note->setText(note);
    m_ui->note->setVisible(!note.isEmpty());
}

} // namespace manometer::gui
