// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/ProgramModel.h"

#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/StatusText.h"
#include "gui/text/Times.h"

#include <QDateTime>

#include <array>

namespace manometer::gui {

void ProgramModel::show(const views::AnswerUse &answers)
{
    replaceRows(m_clients, answers.clients);
}

std::span<const TableColumn> ProgramModel::columns() const
{
    static constexpr std::array all{
        TableColumn{.title = QT_TR_NOOP("Program")},
        TableColumn{.title = QT_TR_NOOP("Requests"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("Files that the program asked exiftool for.")},
        TableColumn{.title = QT_TR_NOOP("Hits"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("Requests that were answered from the cache.")},
        TableColumn{.title = QT_TR_NOOP("Hit ratio"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Time saved"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("The time that exiftool had taken for these answers.")},
        TableColumn{.title = QT_TR_NOOP("Last request"), .alignment = Qt::AlignRight}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant ProgramModel::cell(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const views::ClientUse &client = m_clients.at(index.row());
    switch (index.column()) {
    case Program:
        // With the brackets longer than the kernel lets a name be, so that no program can have it.
        return client.program.isEmpty() ? tr("(other programs)") : text::pathInText(client.program);
    case Requests:
        return text::count(client.requests);
    case Hits:
        return text::count(client.hits);
    case HitRatio:
        return text::percent(text::hitPercent(client.requests, client.hits));
    case TimeSaved:
        return text::total(static_cast<qint64>(client.savedMicroseconds / 1000));
    default:
        return text::timeOrDate(client.lastWallMs, QDateTime::currentMSecsSinceEpoch());
    }
}

} // namespace manometer::gui
