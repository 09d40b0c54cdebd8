// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for a note on a point in time. Does not block: noted() reports a confirmed note. GUI thread.
#pragma once

#include "views/Event.h"

#include <QDialog>

namespace manometer::gui {

class NoteDialog final : public QDialog
{
    Q_OBJECT
public:
    NoteDialog(qint64 atWallMs, QWidget *parent);

signals:
    void noted(const manometer::views::NoteEvent &note);
};

} // namespace manometer::gui
