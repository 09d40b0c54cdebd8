// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes tr() speak the user's language: the program's own texts, embedded, and Qt's, from Qt's directory.
// Call once, before the first widget is made. Languages without a translation read English, with its plurals.
#pragma once

#include <QLocale>

QT_BEGIN_NAMESPACE
class QCoreApplication;
QT_END_NAMESPACE

namespace manometer::gui {

// Also makes `locale` the default, so that numbers and words agree.
void installTranslation(QCoreApplication *application, const QLocale &locale);

} // namespace manometer::gui
