// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes tr() speak the user's language: the program's own texts, embedded, and Qt's, from Qt's directory.
// Languages without a translation read English, with its plurals, from left to right. GUI thread.
#pragma once

#include <QLocale>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QCoreApplication;
QT_END_NAMESPACE

namespace manometer::gui {

// The codes of the translations there are, English among them, sorted.
QStringList languages();
// In its own words, whatever the window speaks: whoever looks for a language need not read another.
QString languageName(const QString &code);

// The system's locale where `language` is empty, unknown or the system's own.
QLocale localeOf(const QString &language);

// Before the first widget is made, in place of the translation before. Also makes `locale` the default, so
// that numbers and words agree, and the window run in the direction of its words.
void installTranslation(QCoreApplication *application, const QLocale &locale);

} // namespace manometer::gui
