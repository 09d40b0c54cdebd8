// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of processes that use most memory, refreshed every few seconds while it is visible, with a
// sentence on the cache's share. GUI thread; nothing blocks.
#pragma once

#include "gui/holders/HolderModel.h"
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
    HoldersPage(views::MonitorView *monitor, views::CacheView *cache, QWidget *parent = nullptr);
    ~HoldersPage() override;

    // Call when the page becomes visible or hidden.
    void catchUp(bool visible);

private:
    void ask();
    void show(const views::MemoryHolding &holders);
    using QWidget::show;

    std::unique_ptr<Ui::HoldersPage> m_ui;
    views::MonitorView *m_monitor;
    views::CacheView *m_cache;
    HolderModel m_model;
    QTimer m_again;
    bool m_asked = false; // requested, not answered yet
};

} // namespace manometer::gui
