// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/EventPage.h"

#include "gui/events/DayDelegate.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "ui_EventPage.h"

#include <QAction>
#include <QDataStream>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

template<typename... Kinds>
QVariantList kinds()
{
    return {views::kindOf<Kinds>()...};
}

} // namespace

EventPage::EventPage(EventModel *events, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EventPage>())
    , m_model(events)
{
    m_ui->setupUi(this);
    m_filter.setSourceModel(m_model);
    m_ui->table->setModel(&m_filter);
    QHeaderView *header = m_ui->table->horizontalHeader();
    fitTimes();
    connect(m_model, &EventModel::rowsInserted, this, &EventPage::fitTimes);
    connect(m_model, &EventModel::dataChanged, this, &EventPage::fitTimes);
    header->resizeSection(EventModel::Kind, fontMetrics().horizontalAdvance(u'0') * 18);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_ui->table->setItemDelegate(new DayDelegate(m_ui->table, &m_model->dayClock()));
    fillKinds();
    fillLevels();
    connect(m_ui->level, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant level = m_ui->level->currentData();
        m_filter.setLeastLevel(level.isValid() ? std::optional(static_cast<pressure::Level>(level.toInt()))
                                               : std::nullopt);
        refresh();
    });
    connect(m_ui->inView, &QCheckBox::toggled, this, &EventPage::filterByRange);
    connect(m_ui->filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setText(text);
        refresh();
    });
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, [this] {
        QList<int> kinds;
        for (const QVariant &kind : m_ui->kind->currentData().toList())
            kinds += kind.toInt();
        m_filter.setKinds(kinds);
        refresh();
    });
    connect(m_ui->follow, &QCheckBox::toggled, this, &EventPage::setFollowing);
    connect(m_ui->news, &QPushButton::clicked, this, [this] { m_ui->follow->setChecked(true); });
    // Only the operator stops following, not the table when rows are added or it is resized.
    QScrollBar *bar = m_ui->table->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, [this, bar] {
        if (bar->sliderPosition() < bar->maximum())
            m_ui->follow->setChecked(false);
    });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current, const QModelIndex &previous) {
                // The first current row is set by the focus, not by the operator.
                if (previous.isValid() && current.isValid() && current.row() < m_filter.rowCount() - 1)
                    m_ui->follow->setChecked(false);
                emit selected(currentId());
            });
    connect(m_ui->table, &QTableView::activated, this, [this](const QModelIndex &index) {
        requestMoment(index);
        if (index.data(EventModel::KindRole).toInt() == views::kindOf<views::ProcessesEvent>())
            emit processesRequested(currentId());
    });
    auto *showOnChart = new QAction(tr("&Show on the chart"), m_ui->table);
    showOnChart->setObjectName(u"showOnChart"_s);
    connect(showOnChart, &QAction::triggered, this, [this] { requestMoment(m_ui->table->currentIndex()); });
    m_ui->table->addAction(showOnChart);
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        if (m_ui->follow->isChecked())
            m_ui->table->scrollToBottom();
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { arrived(last - first + 1); });
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &EventPage::refresh);
    refresh();
}

EventPage::~EventPage() = default;

void EventPage::focusFilter()
{
    m_ui->filter->setFocus(Qt::ShortcutFocusReason);
    m_ui->filter->selectAll();
}

void EventPage::showEvent(quint64 position)
{
    const int row = m_model->rowOf(position);
    if (row < 0)
        return;
    QModelIndex shown = m_filter.mapFromSource(m_model->index(row, 0));
    if (!shown.isValid()) {
        m_ui->filter->clear();
        m_ui->kind->setCurrentIndex(0);
        m_ui->level->setCurrentIndex(0);
        m_ui->inView->setChecked(false);
        shown = m_filter.mapFromSource(m_model->index(row, 0));
    }
    selectRow(shown.row());
}

void EventPage::selectNext()
{
    const QModelIndex here = m_ui->table->currentIndex();
    selectRow(here.isValid() ? here.row() + 1 : m_filter.rowCount() - 1);
}

void EventPage::selectPrevious()
{
    const QModelIndex here = m_ui->table->currentIndex();
    selectRow(here.isValid() ? here.row() - 1 : m_filter.rowCount() - 1);
}

void EventPage::selectRow(int row)
{
    if (row < 0 || row >= m_filter.rowCount())
        return;
    m_ui->follow->setChecked(false);
    const QModelIndex index = m_filter.index(row, 0);
    m_ui->table->setCurrentIndex(index);
    m_ui->table->scrollTo(index);
    requestMoment(index);
}

void EventPage::requestMoment(const QModelIndex &index)
{
    if (index.isValid())
        emit momentRequested(index.data(EventModel::ChartMomentRole).toLongLong());
}

quint64 EventPage::currentId() const
{
    const QModelIndex index = m_filter.mapToSource(m_ui->table->currentIndex());
    return index.isValid() ? m_model->positionAt(index.row()) : 0;
}

void EventPage::setVisibleRange(const views::TimeRange &range)
{
    m_visible = range;
    if (m_ui->inView->isChecked())
        filterByRange();
}

void EventPage::filterByRange()
{
    m_filter.setRange(m_ui->inView->isChecked() ? std::optional(m_visible) : std::nullopt);
    refresh();
}

// Kinds and levels are saved by index. Add one at the end, or increase the layout's version.
QByteArray EventPage::saveView() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << m_ui->filter->text() << static_cast<qint32>(m_ui->kind->currentIndex())
           << static_cast<qint32>(m_ui->level->currentIndex()) << m_ui->inView->isChecked();
    return state;
}

void EventPage::restoreView(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    QString filter;
    qint32 kind = 0;
    qint32 level = 0;
    bool inView = false;
    stream >> filter >> kind >> level >> inView;
    if (stream.status() != QDataStream::Ok)
        return;
    m_ui->filter->setText(filter);
    m_ui->kind->setCurrentIndex(std::clamp(kind, 0, m_ui->kind->count() - 1));
    m_ui->level->setCurrentIndex(std::clamp(level, 0, m_ui->level->count() - 1));
    m_ui->inView->setChecked(inView);
}

void EventPage::fillLevels()
{
    using pressure::Level;
    m_ui->level->addItem(tr("All levels"));
    for (const Level level : pressure::levelsWithThreshold)
        m_ui->level->addItem(level == Level::Critical ? text::levelWord(level)
                                                      : tr("%1 and above").arg(text::levelWord(level)),
                             static_cast<int>(level));
}

void EventPage::fillKinds()
{
    m_ui->kind->addItem(tr("All kinds"), QVariantList());
    using namespace views;
    m_ui->kind->addItem(tr("Levels and forecasts"), kinds<LevelEvent, WarningEvent>());
    m_ui->kind->addItem(tr("Cache and store"),
                        kinds<LimitEvent, ReceiptEvent, HoldEvent, FutileEvent, SnoozeEvent, CleanUpEvent,
                              StoreEvent, RehearsalEvent>());
    m_ui->kind->addItem(tr("Thresholds and settings"),
                        kinds<ThresholdsEvent, ReplayEvent, SettingsAppliedEvent, SettingsFileEvent>());
    m_ui->kind->addItem(tr("Signal, clock and recording"),
                        kinds<SourceEvent, SuspendEvent, ClockEvent, RecordingEvent>());
    m_ui->kind->addItem(tr("Notes"), kinds<NoteEvent>());
    m_ui->kind->addItem(tr("Scans"), kinds<ScanEvent>());
    m_ui->kind->addItem(tr("API"), kinds<ClientActionEvent>());
    m_ui->kind->addItem(tr("Processes"), kinds<ProcessesEvent>());
}

void EventPage::arrived(int rows)
{
    if (m_ui->follow->isChecked())
        m_ui->table->scrollToBottom();
    else
        m_unseen += rows;
    refresh();
}

void EventPage::setFollowing(bool following)
{
    if (following) {
        m_unseen = 0;
        m_ui->table->scrollToBottom();
    }
    refresh();
}

// A time with a date is wider. The column only grows, because the operator may have resized it.
void EventPage::fitTimes()
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    int width = std::max(12 * digit, m_ui->table->columnWidth(EventModel::Time));
    for (const int row : {0, m_model->rowCount() - 1}) { // of another day, or of an hour that occurs twice
        const QString time = m_model->index(row, EventModel::Time).data().toString();
        width = std::max(width, fontMetrics().horizontalAdvance(time) + 3 * digit);
    }
    m_ui->table->setColumnWidth(EventModel::Time, width);
}

void EventPage::refresh()
{
    m_ui->news->setVisible(m_unseen > 0);
    m_ui->news->setText(tr("%Ln new", nullptr, m_unseen));
    m_ui->stack->setCurrentWidget(m_filter.rowCount() > 0 ? m_ui->listPage : m_ui->emptyPage);
    m_ui->empty->setText(
        m_model->rowCount() == 0
            ? tr("No events yet. Changes of the level, the cache limit and the thresholds appear here.")
            : tr("No event matches the filter. Clear it to see all %1.")
                  .arg(text::count(static_cast<quint64>(m_model->rowCount()))));
}

} // namespace manometer::gui
