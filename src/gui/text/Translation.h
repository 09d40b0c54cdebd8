// SPDX-License-Identifier: GPL-3.0-or-later
//
// Installs the translations of the program (embedded) and of Qt (from its directory). Languages without a
// translation use English, from left to right. GUI thread.
#pragma once

#include <QLocale>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QCoreApplication;
QT_END_NAMESPACE

namespace manometer::gui {

// The codes of the available translations, including English, sorted.
QStringList languages();
// The name of a language in that language.
QString languageName(const QString &code);

// The system's locale if `language` is empty, unknown or the system's.
QLocale localeOf(const QString &language);

// Call before the first widget is created. Replaces the previous translation. Also sets the default locale
// and the layout direction.
void installTranslation(QCoreApplication *application, const QLocale &locale);

} // namespace manometer::gui
