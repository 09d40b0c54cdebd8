// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sources: which signals of memory pressure work on the monitored machine, which do not and why. Examined
// when the page comes to the front, and on request. GUI thread; nothing blocks.
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

    // Examines, if it is to be seen now. Not from a show event: a tab in the back counts as shown.
    void catchUp(bool visible);

private:
    void examine();

    std::unique_ptr<Ui::SourcesPage> m_ui;
    views::MonitorView *m_monitor;
    SourceModel m_model;
};

} // namespace manometer::gui
