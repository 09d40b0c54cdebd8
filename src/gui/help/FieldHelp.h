// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a field is for, with its unit and its default: for the pointer (tool tip), for Shift+F1 (what's this)
// and for screen readers. GUI thread.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui {

struct FieldHelp
{
    QString what;       // a sentence or two
    QString unit{};     // "seconds"; empty: none
    QString standard{}; // with its unit; empty: there is none
};

void explain(QWidget *field, const FieldHelp &help);

// For the places where the fields themselves are not at hand: all of it as one text.
QString fieldHelpText(const FieldHelp &help);

} // namespace manometer::gui
