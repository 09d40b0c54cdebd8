// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who holds the machine's memory, asked for every few seconds and only while the page is seen; and in a
// sentence how much of it the cache has. GUI thread; nothing blocks.
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

    // The page came to the front, or left it.
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
    bool m_asked = false; // and not answered
};

} // namespace manometer::gui
