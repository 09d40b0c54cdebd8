// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows untrusted text as plain text in tooltips, labels and message boxes. Qt takes a text for HTML if it
// looks like it, and HTML opens the files it names, even a FIFO or a device. Paths, metadata and other
// programs' messages therefore go through here. GUI thread; nothing blocks.
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
class QGraphicsItem;
class QLabel;
class QObject;
class QSystemTrayIcon;
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui::text {

// For tooltips and What's This: keeps line breaks and spaces, wraps long lines, and cuts a text off after
// `mostToolTip` characters. Do not apply it twice.
QString toolTip(const QString &plain);
inline constexpr qsizetype mostToolTip = 2000;

void setToolTip(QWidget *widget, const QString &plain); // also its accessible description
void setToolTip(QAction *action, const QString &plain);
void setToolTip(QGraphicsItem *item, const QString &plain);
void setToolTip(QSystemTrayIcon *icon, const QString &plain); // without markup characters
void setWhatsThis(QWidget *widget, const QString &plain);

QLabel *plainLabel(const QString &plain, QWidget *parent);

// For texts in which '&' marks a mnemonic: menus, buttons, labels with a buddy.
QString withoutMnemonic(const QString &plain);

// Removes markup characters: some desktops interpret markup in notifications.
QString notification(const QString &plain);

// Shows a modal box; returns when it is closed.
void showProblem(const QString &title, const QString &plain);
// A question that can be confirmed or, by default, cancelled.
struct Question
{
    QString name; // of the box as an object; its button to confirm is "confirm"
    QString title;
    QString text;
    QString details;
    QString confirm; // of the button
};
// Asks it without blocking, in a box of the parent's window.
void ask(const Question &question, QWidget *parent, const std::function<void()> &confirmed);
// Makes the message boxes that Qt opens over its dialogs plain, such as the question to overwrite a file.
void keepBoxesPlain(QObject *dialog);

} // namespace manometer::gui::text
