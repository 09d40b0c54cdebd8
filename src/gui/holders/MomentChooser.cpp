// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holders/MomentChooser.h"

#include "gui/text/ProcessText.h"
#include "gui/text/Times.h"
#include "views/ProcessLists.h"

#include <QSignalBlocker>

namespace manometer::gui {

namespace {

constexpr int mostMoments = views::ProcessLists::mostWhole; // the log has shortened older ones

} // namespace

MomentChooser::MomentChooser(QComboBox *box, EventModel *events, QObject *parent)
    : QObject(parent)
    , m_box(box)
    , m_events(events)
{
    connect(events, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { take(first, last); });
    connect(events, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (const quint64 oldest = m_box->itemData(m_box->count() - 1).toULongLong();
            oldest != 0 && m_events->rowOf(oldest) < 0)
            fill();
    });
    connect(&events->dayClock(), &DayClock::dayChanged, this, &MomentChooser::fill);
    fill();
}

QString MomentChooser::label(const views::Event &event) const
{
    return tr("%1  %2", "a time, and what happened then")
        .arg(text::timeOrDate(event.wallMs, m_events->dayClock().nowMs()),
             text::momentCause(std::get<views::ProcessesEvent>(event.what)));
}

void MomentChooser::fill()
{
    const auto chosen = m_box->currentData();
    {
        const QSignalBlocker blocker(m_box); // what is chosen stays
        m_box->clear();
        m_box->addItem(tr("Now"), QVariant::fromValue<quint64>(0));
        for (int row = m_events->rowCount() - 1; row >= 0 && m_box->count() <= mostMoments; --row)
            if (const views::Event &event = m_events->eventAt(row);
                std::holds_alternative<views::ProcessesEvent>(event.what))
                m_box->addItem(label(event), event.position);
    }
    if (!choose(chosen.toULongLong()))
        emit m_box->currentIndexChanged(0);
}

void MomentChooser::take(int first, int last)
{
    const quint64 newest = m_box->itemData(1).toULongLong();
    bool areOld = false;
    for (int row = first; row <= last; ++row) {
        const views::Event &event = m_events->eventAt(row);
        if (!std::holds_alternative<views::ProcessesEvent>(event.what))
            continue;
        areOld = areOld || event.position < newest;
        m_box->insertItem(1, label(event), event.position);
    }
    if (areOld)
        fill();
    trim();
}

void MomentChooser::trim()
{
    while (m_box->count() > mostMoments + 1) {
        const int last = m_box->count() - 1;
        m_box->removeItem(m_box->currentIndex() == last ? last - 1 : last);
    }
}

std::optional<views::Event> MomentChooser::chosen() const
{
    const int row = m_events->rowOf(m_box->currentData().toULongLong());
    return row < 0 ? std::nullopt : std::optional(m_events->eventAt(row));
}

bool MomentChooser::choose(quint64 position)
{
    int index = m_box->findData(position);
    const int row = m_events->rowOf(position);
    if (index < 0 && row >= 0 && std::holds_alternative<views::ProcessesEvent>(m_events->eventAt(row).what)) {
        index = m_box->count(); // older than those in the list
        m_box->addItem(label(m_events->eventAt(row)), position);
    }
    if (index >= 0)
        m_box->setCurrentIndex(index);
    return index >= 0;
}

void MomentChooser::chooseNewestOf(pressure::Level level)
{
    for (int index = 1; index < m_box->count(); ++index) {
        const int row = m_events->rowOf(m_box->itemData(index).toULongLong());
        if (row >= 0 && std::get<views::ProcessesEvent>(m_events->eventAt(row).what).level == level)
            return m_box->setCurrentIndex(index);
    }
    m_box->setCurrentIndex(0);
}

} // namespace manometer::gui
