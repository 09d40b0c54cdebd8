// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three windows of the Help menu: what each page is for, the keys of every command, and what this program
// is. Each is shown without blocking and deletes itself when closed. GUI thread.
#pragma once

#include "gui/help/HelpTopics.h"

#include <QAction>
#include <QList>

QT_BEGIN_NAMESPACE
class QDialog;
QT_END_NAMESPACE

namespace manometer::gui {

// Not modal: it is read beside the window. Shown again with another topic rather than twice.
QDialog *showHelp(QWidget *parent, HelpTopic topic);
// The keys of the commands, as they are, and of the chart's handles.
QDialog *showShortcuts(QWidget *parent, const QList<QAction *> &actions);
QDialog *showAbout(QWidget *parent);

} // namespace manometer::gui
