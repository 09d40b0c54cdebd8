// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of sources: which signals of memory pressure work on the monitored machine, and why others do
// not. Checked when the page becomes visible, and on request. GUI thread; nothing blocks.
#pragma once

#include "gui/sources/SourceModel.h"
#include "views/MonitorView.h"

#include <QWidget>

#include <memory>

namespace manometer::gui {

namespace Ui {
class SourcesPage;
}

class SourcesPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SourcesPage(views::MonitorView *monitor, QWidget *parent = nullptr);
    ~SourcesPage() override;

    // Checks the sources if the page is visible. Not called by a show event, which a hidden tab also gets.
    void catchUp(bool visible);

private:
    void examine();

    std::unique_ptr<Ui::SourcesPage> m_ui;
    views::MonitorView *m_monitor;
    SourceModel m_model;
};

} // namespace manometer::gui
