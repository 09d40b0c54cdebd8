// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills a combo box with 'Now' and the moments whose processes are recorded, newest first, and keeps what is
// chosen while moments arrive. The user data of an item is the event's position in the log; 0 for 'Now'. GUI
// thread; nothing blocks.
#pragma once

#include "gui/events/EventModel.h"
#include "pressure/Level.h"

#include <QComboBox>

#include <optional>

namespace manometer::gui {

class MomentChooser final : public QObject
{
    Q_OBJECT
public:
    // Both outlive this object. The box emits currentIndexChanged().
    MomentChooser(QComboBox *box, EventModel *events, QObject *parent);

    // Empty: now.
    std::optional<views::Event> chosen() const;
    // False if the log has no such moment.
    bool choose(quint64 position);
    // The newest one that has this level, or 'Now'.
    void chooseNewestOf(pressure::Level level);

private:
    void fill();
    void take(int first, int last);
    void trim();
    QString label(const views::Event &event) const;

    QComboBox *m_box;
    EventModel *m_events;
};

} // namespace manometer::gui
