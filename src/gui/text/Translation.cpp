// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace manometer::gui {

void installTranslation(QCoreApplication *application, const QLocale &locale)
{
    QLocale::setDefault(locale);
    auto *texts = new QTranslator(application);
    const QString folder = u":/i18n"_s;
    if (texts->load(locale, u"manometer"_s, u"_"_s, folder) || texts->load(u"manometer_en"_s, folder))
        application->installTranslator(texts);
    auto *buttons = new QTranslator(application); // 'Cancel', 'Close', the file dialog
    if (buttons->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application->installTranslator(buttons);
}

} // namespace manometer::gui
