// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Translation.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr auto folder = ":/i18n"_L1;
constexpr auto prefix = "manometer_"_L1;

} // namespace

QStringList languages()
{
    QStringList codes;
    for (const QString &file : QDir(folder).entryList({prefix + u"*.qm"_s}, QDir::Files, QDir::Name))
        codes += file.mid(prefix.size()).chopped(3);
    return codes;
}

QString languageName(const QString &code)
{
    const QLocale locale(code);
    // Without the country that Qt adds.
    return locale.language() == QLocale::English ? u"English"_s : locale.nativeLanguageName();
}

QLocale localeOf(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(language);
    // Keeps the country's format of numbers and dates.
    return !languages().contains(language) || wanted.language() == system.language() ? system : wanted;
}

void installTranslation(QCoreApplication *application, const QLocale &locale)
{
    QLocale::setDefault(locale);
    qDeleteAll(application->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
    auto *texts = new QTranslator(application);
    const bool isTranslated = texts->load(locale, u"manometer"_s, u"_"_s, folder);
    if (isTranslated || texts->load(prefix + "en"_L1, folder))
        application->installTranslator(texts);
    // Qt's own texts ('Cancel', the file dialog) in the language of the program's texts, which may not be
    // the system's.
    const QLocale spoken(texts->language());
    auto *buttons = new QTranslator(application);
    if (buttons->load(spoken, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application->installTranslator(buttons);
    if (qobject_cast<QGuiApplication *>(application))
        QGuiApplication::setLayoutDirection(spoken.textDirection());
}

} // namespace manometer::gui
