// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three dialogs of the Help menu: topics, keyboard shortcuts and about. Each opens without blocking and
// deletes itself when closed. GUI thread.
#pragma once

#include "gui/help/HelpTopics.h"

#include <QAction>
#include <QList>

QT_BEGIN_NAMESPACE
class QDialog;
QT_END_NAMESPACE

namespace manometer::gui {

// Not modal, so that it can stay open beside the window. An open dialog switches to the topic.
QDialog *showHelp(QWidget *parent, HelpTopic topic);
// The current keys of the commands, and those of the chart's handles.
QDialog *showShortcuts(QWidget *parent, const QList<QAction *> &actions);
QDialog *showAbout(QWidget *parent);

} // namespace manometer::gui
