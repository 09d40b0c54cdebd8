// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/FoldersPanel.h"

#include "gui/entries/EntryFilter.h"
#include "gui/entries/ShareDelegate.h"
#include "gui/look/ElidedLabel.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"
#include "ui_FoldersPanel.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr auto progressDelay = 300ms; // a shorter count needs no progress bar
constexpr auto copiedTime = 8s;       // as other notices of the page
// A count that took longer is repeated only on request: it is work for the cache, and with a remote one
// traffic.
constexpr auto cheapCount = 3s;
constexpr int rowsUnfolded = 20; // about what a page has room for

} // namespace

FoldersPanel::FoldersPanel(views::CacheView *cache, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FoldersPanel>())
    , m_count(cache)
    , m_state(new ElidedLabel(tr("What was counted, and when"), 1, this))
    , m_ignored(text::plainLabel({}, this))
    , m_what(new ElidedLabel(tr("What the sizes are"), 1, this))
    , m_show(new QAction(tr("&Filter by this folder"), this))
    , m_copyPath(new QAction(tr("Cop&y path"), this))
{
    m_ui->setupUi(this);
    m_state->setObjectName(u"foldersState"_s);
    m_ui->bar->insertWidget(1, m_state, 1);
    m_ignored->setObjectName(u"foldersIgnored"_s);
    m_ignored->setAccessibleName(tr("What of the filter is not in effect here"));
    m_ignored->setWordWrap(true);
    m_what->setObjectName(u"foldersWhat"_s);
    m_what->put(
        tr("Sizes of the cached metadata alone. The cache's files are larger: they also hold keys, indexes "
           "and free space."));
    m_ui->layout->insertWidget(1, m_ignored);
    m_ui->layout->addWidget(m_what);
    buildTree();
    buildActions();
    m_ui->counting->hide();
    m_showDelay.setSingleShot(true);
    m_showDelay.setInterval(progressDelay);
    connect(&m_showDelay, &QTimer::timeout, m_ui->counting, &QWidget::show);
    m_noticeEnds.setSingleShot(true);
    m_noticeEnds.setInterval(copiedTime);
    connect(&m_noticeEnds, &QTimer::timeout, this, [this] {
        m_notice.clear();
        refreshTexts();
    });
    connect(m_ui->countAgain, &QToolButton::clicked, this, &FoldersPanel::count);
    connect(m_ui->cancelCounting, &QPushButton::clicked, this, [this] {
        m_count.cancel();
        endCount(tr("Counting was cancelled."));
    });
    connect(m_ui->foldersToEntries, &QToolButton::clicked, this, &FoldersPanel::closed);
    connect(&m_count, &FolderCount::progressed, this, &FoldersPanel::showProgress);
    connect(&m_count, &FolderCount::counted, this, &FoldersPanel::take);
    connect(&m_count, &FolderCount::failed, this, [this](const QString &reason) {
        endCount(tr("Not counted: %1").arg(text::pathInText(reason.toUtf8())));
    });
    connect(cache, &views::CacheView::contentsChanged, this, [this] { m_isOutdated = true; });
    refreshTexts();
}

FoldersPanel::~FoldersPanel() = default;

void FoldersPanel::buildTree()
{
    QTreeView *tree = m_ui->folders;
    tree->setModel(&m_model);
    tree->setItemDelegateForColumn(FolderModel::Share, new ShareDelegate(FolderModel::shareRole, tree));
    QHeaderView *header = tree->header();
    header->setAccessibleName(tr("Columns of the folders"));
    header->setSectionsMovable(false);
    // Names and bars share the room that numbers leave.
    header->setSectionResizeMode(FolderModel::Name, QHeaderView::Stretch);
    header->setSectionResizeMode(FolderModel::Share, QHeaderView::Stretch);
    const int number = fontMetrics().horizontalAdvance(u'0') * 11;
    for (const int column : {FolderModel::Entries, FolderModel::Memory, FolderModel::Disk})
        header->resizeSection(column, std::max(number, header->sectionSizeHint(column)));
    tree->sortByColumn(FolderModel::Disk, Qt::DescendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, [this] { m_isSortChosen = true; });
    connect(tree, &QTreeView::activated, this, &FoldersPanel::chooseCurrent);
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FoldersPanel::refreshTexts);
}

void FoldersPanel::buildActions()
{
    m_show->setObjectName(u"filterByFolder"_s);
    m_show->setIconText(tr("Filter by folder"));
    m_copyPath->setObjectName(u"copyFolderPath"_s);
    connect(m_show, &QAction::triggered, this, &FoldersPanel::chooseCurrent);
    connect(m_copyPath, &QAction::triggered, this, &FoldersPanel::copyPath);
    m_ui->filterButton->setDefaultAction(m_show);
    m_ui->folders->addActions({m_show, m_copyPath});
    m_ui->folders->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void FoldersPanel::open(const QString &filter, const QString &filterProblem)
{
    const QString line = withoutFolder(filter);
    m_ignoresFolder = line != filter.trimmed();
    m_filterProblem = filterProblem;
    refreshTexts();
    const bool isRunning = m_count.isRunning();
    if (isRunning && line == m_filter)
        return;
    m_filter = line;
    if (!m_shown || line != m_shownFilter || (m_isOutdated && m_took <= cheapCount))
        return count();
    if (isRunning) { // of a filter that was in effect meanwhile
        m_count.cancel();
        endCount({});
    }
}

void FoldersPanel::takeFocus()
{
    m_isFocusDue = m_ui->foldersStack->currentWidget() != m_ui->treePage;
    QWidget *target = m_isFocusDue ? static_cast<QWidget *>(m_ui->foldersToEntries) : m_ui->folders;
    target->setFocus(Qt::ShortcutFocusReason);
}

void FoldersPanel::count()
{
    m_problem.clear();
    m_isOutdated = false;
    m_sinceStart.start();
    m_showDelay.start();
    m_count.start(parseFilter(m_filter).query);
    refreshTexts();
}

void FoldersPanel::showProgress(qsizetype done, qsizetype all)
{
    m_ui->countingBar->setMaximum(static_cast<int>(all));
    m_ui->countingBar->setValue(static_cast<int>(done));
    m_ui->countingText->setText(all == 0 ? tr("Listing the entries…")
                                         : tr("Counting: %1 of %2 entries")
                                               .arg(text::count(static_cast<quint64>(std::min(done, all))),
                                                    text::count(static_cast<quint64>(all))));
}

void FoldersPanel::endCount(const QString &problem)
{
    m_showDelay.stop();
    const bool hadFocus = m_ui->counting->isAncestorOf(QWidget::focusWidget());
    m_ui->counting->hide();
    m_problem = problem;
    refreshTexts();
    if (hadFocus)
        m_ui->countAgain->setFocus(Qt::OtherFocusReason);
}

void FoldersPanel::take(const FolderSizes &sizes)
{
    const bool wasEmpty = m_model.rowCount() == 0;
    QTreeView *tree = m_ui->folders;
    if (!m_isSortChosen && sizes.all.diskBytes == 0 && sizes.all.memoryBytes > 0)
        tree->sortByColumn(FolderModel::Memory, Qt::DescendingOrder);
    const QSet<QByteArray> expanded = expandedPaths();
    const bool hadCurrent = tree->currentIndex().isValid();
    const QByteArray current = hadCurrent ? m_model.pathOf(tree->currentIndex()) : QByteArray();
    const int scrolled = tree->verticalScrollBar()->value();
    m_model.show(sizes.rows);
    if (wasEmpty)
        expandLargest();
    else
        expand(expanded);
    QModelIndex place = hadCurrent ? m_model.indexOf(current) : QModelIndex();
    if (!place.isValid())
        place = m_model.index(0, 0);
    tree->setCurrentIndex(place);
    tree->verticalScrollBar()->setValue(scrolled);
    m_shown = {.rows = {},
               .all = sizes.all,
               .folders = sizes.folders,
               .folded = sizes.folded,
               .asOfWallMs = sizes.asOfWallMs};
    m_shownFilter = m_filter;
    m_took = std::chrono::milliseconds(m_sinceStart.elapsed());
    endCount({});
    if (m_isFocusDue && m_ui->foldersToEntries->hasFocus())
        takeFocus();
    m_isFocusDue = false;
}

QSet<QByteArray> FoldersPanel::expandedPaths() const
{
    QSet<QByteArray> paths;
    QModelIndexList below{QModelIndex()};
    while (!below.isEmpty()) {
        const QModelIndex parent = below.takeLast();
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex child = m_model.index(row, 0, parent);
            if (!m_ui->folders->isExpanded(child))
                continue;
            paths.insert(m_model.pathOf(child));
            below += child;
        }
    }
    return paths;
}

void FoldersPanel::expand(const QSet<QByteArray> &paths)
{
    QModelIndexList below{QModelIndex()};
    while (!below.isEmpty()) {
        const QModelIndex parent = below.takeLast();
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex child = m_model.index(row, 0, parent);
            if (!m_model.hasChildren(child) || !paths.contains(m_model.pathOf(child)))
                continue;
            m_ui->folders->expand(child);
            below += child;
        }
    }
}

// The tree opens where the space is taken, as far as there is room.
void FoldersPanel::expandLargest()
{
    QModelIndexList closed;
    const auto add = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_model.rowCount(parent); ++row)
            if (const QModelIndex child = m_model.index(row, 0, parent); m_model.hasChildren(child))
                closed += child;
    };
    add({});
    int rows = m_model.rowCount();
    while (!closed.isEmpty()) {
        const auto largest =
            std::max_element(closed.begin(), closed.end(), [this](const auto &one, const auto &other) {
                return m_model.sumOf(one) < m_model.sumOf(other);
            });
        const QModelIndex next = *largest;
        closed.erase(largest);
        rows += m_model.rowCount(next);
        if (rows > rowsUnfolded)
            return;
        m_ui->folders->expand(next);
        add(next);
    }
}

void FoldersPanel::chooseCurrent()
{
    const QModelIndex current = m_ui->folders->currentIndex();
    if (current.isValid())
        emit folderChosen(m_model.pathOf(current));
}

void FoldersPanel::copyPath()
{
    const QModelIndex current = m_ui->folders->currentIndex();
    if (!current.isValid())
        return;
    const QByteArray path = m_model.pathOf(current);
    const QByteArray shown = path.isEmpty() ? QByteArray("/") : path;
    const bool isPlain = text::isPlainPath(shown);
    QGuiApplication::clipboard()->setText(isPlain ? QString::fromUtf8(shown) : text::path(shown));
    m_notice = isPlain ? tr("Path copied.")
                       : tr("Path copied as displayed: it contains characters that are not plain text.");
    m_noticeEnds.start();
    refreshTexts();
}

QString FoldersPanel::countedText() const
{
    if (!m_shown)
        return {};
    const QString asOf = text::timeOrDate(m_shown->asOfWallMs, QDateTime::currentMSecsSinceEpoch());
    const QString entries = tr("%Ln entries", nullptr, static_cast<int>(m_shown->all.entries));
    const QString what = m_shownFilter.isEmpty() ? entries
                                                 : tr("%1 that match %2", "a number of entries, the filter")
                                                       .arg(entries, text::isolated(m_shownFilter));
    QString line =
        tr("%1 in %2, as of %3", "entries, folders, a time")
            .arg(what, tr("%Ln folders", "after: entries in", static_cast<int>(m_shown->folders)), asOf);
    if (m_shown->folded > 0)
        line = tr("%1; %Ln small folders are counted in the ones above them", "what was counted",
                  static_cast<int>(m_shown->folded))
                   .arg(line);
    return line;
}

QString FoldersPanel::whyEmpty() const
{
    if (m_count.isRunning())
        return tr("Counting the entries of each folder…");
    if (!m_problem.isEmpty())
        return tr("%1 Press 'Refresh' to count the folders.", "why there is no count").arg(m_problem);
    return m_shownFilter.isEmpty()
               ? tr("The cache is empty. Use 'Add folder' to read the metadata of a folder's files.")
               : tr("No entry matches the filter %1. Clear it to see all folders.")
                     .arg(text::isolated(m_shownFilter));
}

QString FoldersPanel::ignoredText() const
{
    QStringList sentences;
    if (!m_filterProblem.isEmpty())
        sentences += m_filter.isEmpty()
                         ? tr("%1 Until then, all entries are counted.", "what is wrong with the filter")
                               .arg(m_filterProblem)
                         : tr("%1 Until then, what matches %2 is counted.",
                              "what is wrong with the filter, the last one")
                               .arg(m_filterProblem, text::isolated(m_filter));
    if (m_ignoresFolder)
        sentences += tr("The folder in the filter is not in effect here: all folders are counted.");
    return sentences.join(u' ');
}

void FoldersPanel::refreshTexts()
{
    m_ignored->setText(ignoredText());
    m_ignored->setVisible(!m_ignored->text().isEmpty());
    const bool isEmpty = m_model.rowCount() == 0;
    QStringList parts{m_notice, isEmpty ? QString() : m_problem, countedText()};
    parts.removeAll(QString());
    m_state->put(parts.join(u' '));
    const bool hadFocus =
        m_ui->folders->hasFocus() || m_ui->noFoldersPage->isAncestorOf(QWidget::focusWidget());
    m_ui->foldersStack->setCurrentWidget(isEmpty ? m_ui->noFoldersPage : m_ui->treePage);
    if (hadFocus)
        takeFocus();
    m_ui->noFolders->setText(whyEmpty());
    const bool hasCurrent = m_ui->folders->currentIndex().isValid();
    m_show->setEnabled(hasCurrent);
    m_copyPath->setEnabled(hasCurrent);
}

} // namespace manometer::gui
