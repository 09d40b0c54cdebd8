// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/EventPage.h"

#include "ui_EventPage.h"

#include <QScrollBar>

namespace manometer::gui {

namespace {

template<typename... Kinds>
QVariantList kinds()
{
    return {service::kindOf<Kinds>()...};
}

} // namespace

void EventFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void EventFilter::setKinds(const QList<int> &kinds)
{
    m_kinds = kinds;
    invalidateFilter();
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex what = sourceModel()->index(row, EventModel::What, parent);
    if (!m_kinds.isEmpty() && !m_kinds.contains(what.data(EventModel::KindRole).toInt()))
        return false;
    return m_text.isEmpty() || what.data().toString().contains(m_text, Qt::CaseInsensitive);
}

EventPage::EventPage(EventModel *events, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EventPage>())
    , m_model(events)
{
    m_ui->setupUi(this);
    m_filter.setSourceModel(m_model);
    m_ui->table->setModel(&m_filter);
    QHeaderView *header = m_ui->table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(EventModel::Time, fontMetrics().horizontalAdvance(u'0') * 12);
    header->resizeSection(EventModel::Kind, fontMetrics().horizontalAdvance(u'0') * 18);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    fillKinds();
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
    // Only what the operator does stops following: not the table, when rows are added or it is resized.
    QScrollBar *bar = m_ui->table->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, [this, bar] {
        if (bar->sliderPosition() < bar->maximum())
            m_ui->follow->setChecked(false);
    });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current, const QModelIndex &previous) {
                // The first current row comes with the focus, not by choice.
                if (previous.isValid() && current.isValid() && current.row() < m_filter.rowCount() - 1)
                    m_ui->follow->setChecked(false);
            });
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

void EventPage::fillKinds()
{
    m_ui->kind->addItem(tr("All kinds"), QVariantList());
    using namespace service;
    m_ui->kind->addItem(tr("Levels and forecasts"), kinds<LevelEvent, WarningEvent>());
    m_ui->kind->addItem(
        tr("Cache and store"),
        kinds<LimitEvent, ReceiptEvent, HoldEvent, FutileEvent, SnoozeEvent, CleanUpEvent, StoreEvent>());
    m_ui->kind->addItem(tr("Thresholds and settings"), kinds<ThresholdsEvent, SettingsEvent>());
    m_ui->kind->addItem(tr("Signal, clock and recording"),
                        kinds<SourceEvent, SuspendEvent, ClockEvent, RecordingEvent>());
    m_ui->kind->addItem(tr("Scans"), kinds<ScanEvent>());
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

void EventPage::refresh()
{
    m_ui->news->setVisible(m_unseen > 0);
    m_ui->news->setText(tr("%Ln new", nullptr, m_unseen));
    m_ui->stack->setCurrentWidget(m_filter.rowCount() > 0 ? m_ui->listPage : m_ui->emptyPage);
    m_ui->empty->setText(
        m_model->rowCount() == 0
            ? tr("Nothing happened yet. Changes of the level, of the cache's limit and of the "
                 "thresholds appear here.")
            : tr("No event matches the filter. Clear it to see all %1.").arg(m_model->rowCount()));
}

} // namespace manometer::gui
