// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of processes that use most memory: now, refreshed every few seconds while it is visible, with a
// sentence on the cache's share; or at a moment that is recorded. GUI thread; nothing blocks.
#pragma once

#include "gui/holders/HolderModel.h"
#include "gui/holders/MomentChooser.h"
#include "views/CacheView.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace manometer::gui {

namespace Ui {
class HoldersPage;
}

class HoldersPage final : public QWidget
{
    Q_OBJECT
public:
    HoldersPage(views::MonitorView *monitor, views::CacheView *cache, EventModel *events,
                QWidget *parent = nullptr);
    ~HoldersPage() override;

    // Call when the page becomes visible or hidden.
    void catchUp(bool visible);

public slots:
    // Show what used the memory then, and ask for the page to be brought to the front: at the ProcessesEvent
    // with this position in the log, which must be listed; or at the newest moment of a level, now if none is
    // recorded.
    void showMoment(quint64 position);
    void showNewestOf(manometer::pressure::Level level);

signals:
    void raiseRequested();

private:
    void bringToFront();
    void refresh();
    void ask();
    void showNow(const views::MemoryHolding &holders);
    QString whatTheyUsed(const views::ProcessesEvent &recorded) const;
    QString cacheShare(quint64 totalBytes) const;

    std::unique_ptr<Ui::HoldersPage> m_ui;
    views::MonitorView *m_monitor;
    views::CacheView *m_cache;
    HolderModel m_model;
    MomentChooser *m_moments;
    QTimer m_again;
    bool m_asked = false; // requested, not answered yet
    bool m_visible = false;
};

} // namespace manometer::gui
