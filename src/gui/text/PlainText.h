// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tooltips, labels and boxes take a text for HTML when it looks like it, and HTML opens what it names: a
// file, a FIFO that never answers, a device. Paths, metadata and other programs' words may look like
// anything. What is shown in one of these places goes through here and is shown as the characters that it
// has. GUI thread; nothing blocks.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QAction;
class QGraphicsItem;
class QLabel;
class QObject;
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui::text {

// For a tooltip, also a model's, and what's-this: shows `plain` with its line breaks and spaces. Long lines
// are wrapped, and a text of more than `mostToolTip` characters is cut off. Not to be applied twice.
QString toolTip(const QString &plain);
inline constexpr qsizetype mostToolTip = 2000;

void setToolTip(QWidget *widget, const QString &plain); // also its accessible description
void setToolTip(QAction *action, const QString &plain);
void setToolTip(QGraphicsItem *item, const QString &plain);
void setWhatsThis(QWidget *widget, const QString &plain);

QLabel *plainLabel(const QString &plain, QWidget *parent);

// Where '&' marks the key to press: menus, buttons, labels with a buddy.
QString withoutMnemonic(const QString &plain);

// A desktop may take the text of a notification for markup, or may not: free of what markup is made of.
QString notification(const QString &plain);

// A modal box; returns once it is closed.
void showProblem(const QString &title, const QString &plain);
// The boxes that Qt itself opens over one of its dialogs: whether to overwrite a file, which they name.
void keepBoxesPlain(QObject *dialog);

} // namespace manometer::gui::text
