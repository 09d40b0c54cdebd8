// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which programs use the exiftool command, how often the cache answered them, and how much time that saved;
// before the first request, how to connect a program. GUI thread; nothing blocks.
#pragma once

#include "gui/entries/ProgramModel.h"

#include <QWidget>

#include <memory>

namespace manometer::gui {

namespace Ui {
class ProgramsPanel;
}

class ProgramsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgramsPanel(views::CacheView *cache, QWidget *parent = nullptr);
    ~ProgramsPanel() override;

    void takeFocus();

signals:
    void closed(); // the operator returns to the entries

private:
    void refresh();

    std::unique_ptr<Ui::ProgramsPanel> m_ui;
    views::CacheView *m_cache;
    ProgramModel m_model;
};

} // namespace manometer::gui
