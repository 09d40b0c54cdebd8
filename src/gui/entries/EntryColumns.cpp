// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryColumns.h"

#include "gui/entries/EntryModel.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QTableView>
#include <QToolButton>

#include <array>

namespace manometer::gui {

namespace {

struct ColumnDefault
{
    EntryModel::Column column;
    int digits; // of width
    bool shown;
};

// In visual order, with width in digits and default visibility.
constexpr std::array defaults{
    ColumnDefault{EntryModel::Path, 40, true},      ColumnDefault{EntryModel::Pinned, 9, true},
    ColumnDefault{EntryModel::Tier, 9, true},       ColumnDefault{EntryModel::Size, 10, true},
    ColumnDefault{EntryModel::Hits, 9, true},       ColumnDefault{EntryModel::ReadCost, 13, true},
    ColumnDefault{EntryModel::LastUsed, 21, true},  ColumnDefault{EntryModel::Stored, 21, true},
    ColumnDefault{EntryModel::Modified, 21, false}, ColumnDefault{EntryModel::Depth, 12, false}};
static_assert(defaults.size() == EntryModel::ColumnCount);

} // namespace

EntryColumns::EntryColumns(QTableView *view, QToolButton *button)
    : QObject(view)
    , m_view(view)
{
    QHeaderView *header = view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(true);
    m_menu.setAccessibleName(tr("Columns"));
    for (int column = 0; column < EntryModel::ColumnCount; ++column) {
        const QString name = view->model()->headerData(column, Qt::Horizontal).toString();
        QAction *toggle = m_menu.addAction(name);
        toggle->setCheckable(true);
        connect(toggle, &QAction::toggled, this,
                [this, column](bool shown) { m_view->setColumnHidden(column, !shown); });
        m_toggles += toggle;
    }
    // The path identifies the row, so it cannot be hidden.
    m_toggles[EntryModel::Path]->setEnabled(false);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Move this column towards the &start")), &QAction::triggered, this,
            [this] { moveCurrent(-1); });
    connect(m_menu.addAction(tr("Move this column towards the &end")), &QAction::triggered, this,
            [this] { moveCurrent(1); });
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Default columns")), &QAction::triggered, this, &EntryColumns::reset);
    button->setMenu(&m_menu);
    button->setPopupMode(QToolButton::InstantPopup);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        // Moves the column under the pointer.
        const int column = header->logicalIndexAt(place);
        if (column >= 0 && m_view->currentIndex().isValid())
            m_view->selectionModel()->setCurrentIndex(m_view->currentIndex().siblingAtColumn(column),
                                                      QItemSelectionModel::NoUpdate);
        m_menu.popup(header->mapToGlobal(place));
    });
    reset();
}

void EntryColumns::reset()
{
    QHeaderView *header = m_view->horizontalHeader();
    const int digit = m_view->fontMetrics().horizontalAdvance(u'0');
    int place = 0;
    for (const ColumnDefault &column : defaults) {
        header->moveSection(header->visualIndex(column.column), place++);
        header->resizeSection(column.column, digit * column.digits);
        header->setSectionHidden(column.column, !column.shown);
    }
    refresh();
}

void EntryColumns::refresh()
{
    for (int column = 0; column < EntryModel::ColumnCount; ++column)
        m_toggles[column]->setChecked(!m_view->isColumnHidden(column));
}

// Skips hidden columns, so that every press has a visible effect.
void EntryColumns::moveCurrent(int by)
{
    QHeaderView *header = m_view->horizontalHeader();
    const int column = std::max(0, m_view->currentIndex().column());
    const int from = header->visualIndex(column);
    for (int to = from + by; to >= 0 && to < header->count(); to += by)
        if (!header->isSectionHidden(header->logicalIndex(to)))
            return header->moveSection(from, to);
}

QByteArray EntryColumns::save() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << static_cast<qint32>(EntryModel::ColumnCount) << m_view->horizontalHeader()->saveState();
    return state;
}

void EntryColumns::restore(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 columns = 0;
    QByteArray header;
    stream >> columns >> header;
    if (stream.status() != QDataStream::Ok || columns != EntryModel::ColumnCount ||
        !m_view->horizontalHeader()->restoreState(header))
        return;
    m_view->setColumnHidden(EntryModel::Path, false);
    refresh();
}

} // namespace manometer::gui
