// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tells the desktop of a rise of the level and of a forecast, for who does not look at the window: from a
// level that the operator chose on, at most once a minute (what is higher than what was told last is told at
// once), only where the desktop shows such messages. GUI thread.
#pragma once

#include "views/EventView.h"

#include <QElapsedTimer>
#include <QMenu>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QSystemTrayIcon;
QT_END_NAMESPACE

namespace manometer::gui {

class Notifier final : public QObject
{
    Q_OBJECT
public:
    // Shows a title and a sentence to whoever sits at the desktop.
    using Show = std::function<void(const QString &title, const QString &text)>;
    static constexpr qint64 leastIntervalMs = 60'000;

    // Events are told as they come, the past is not. `show`: for tests; the tray's otherwise.
    Notifier(views::EventView *events, QWidget *window, Show show = {});
    ~Notifier() override;

    // Where it is chosen from which level on, if at all.
    QMenu *menu() { return &m_menu; }
    std::optional<pressure::Level> leastLevel() const { return m_leastLevel; }
    void setLeastLevel(std::optional<pressure::Level> level);
    bool canShow() const { return static_cast<bool>(m_show); }

signals:
    void windowRequested(); // the message, or the icon, was clicked

private:
    void hear(const views::Event &event);
    void tell(pressure::Level level, const views::Event &event);
    void buildMenu();

    Show m_show;
    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    std::optional<pressure::Level> m_leastLevel;
    QElapsedTimer m_sinceTold;
    pressure::Level m_told = pressure::Level::Normal;
};

} // namespace manometer::gui
