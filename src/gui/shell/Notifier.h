// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sends desktop notifications of level rises and forecasts, from a level that the operator chooses. At most
// one a minute, except for a higher level than the last; only if the desktop supports them. GUI thread.
#pragma once

#include "views/EventView.h"

#include <QElapsedTimer>
#include <QMenu>

#include <functional>
#include <optional>

namespace manometer::gui {

class Notifier final : public QObject
{
    Q_OBJECT
public:
    // Shows a notification with a title and a sentence.
    using Show = std::function<void(const QString &title, const QString &text)>;
    static constexpr qint64 leastIntervalMs = 60'000;

    // Only new events are notified, not past ones. Without `show`, the desktop has no notifications.
    Notifier(views::EventView *events, QWidget *window, Show show = {});

    void setShow(Show show);

    // The menu that sets the lowest level to notify, or off.
    QMenu *menu() { return &m_menu; }
    std::optional<pressure::Level> leastLevel() const { return m_leastLevel; }
    void setLeastLevel(std::optional<pressure::Level> level);
    bool canShow() const { return static_cast<bool>(m_show); }

private:
    void handle(const views::Event &event);
    void notify(pressure::Level level, const views::Event &event);
    void buildMenu();

    Show m_show;
    QMenu m_menu;
    std::optional<pressure::Level> m_leastLevel;
    QElapsedTimer m_sinceTold;
    pressure::Level m_told = pressure::Level::Normal;
};

} // namespace manometer::gui
