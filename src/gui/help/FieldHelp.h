// SPDX-License-Identifier: GPL-3.0-or-later
//
// Explains a field with its unit and default: as tooltip, as What's This text (Shift+F1) and for screen
// readers. GUI thread.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui {

struct FieldHelp
{
    QString what;       // one or two sentences
    QString unit{};     // "seconds"; empty: none
    QString standard{}; // the default with its unit; empty: none
};

void explain(QWidget *field, const FieldHelp &help);

// The whole help as one text, for places without the field.
QString fieldHelpText(const FieldHelp &help);

} // namespace manometer::gui
