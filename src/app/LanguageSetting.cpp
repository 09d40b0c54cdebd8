// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LanguageSetting.h"

#include "files/OwnFile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace manometer::app {

namespace {

constexpr qsizetype mostLength = 20; // of a code; a file may contain anything

QString former(const QString &settingsFile)
{
    const QByteArray text = files::readOwnFile(settingsFile).value_or(QByteArray());
    return QJsonDocument::fromJson(text)[QLatin1StringView("language")].toString().left(mostLength);
}

} // namespace

LanguageSetting::LanguageSetting(const QString &file, const QString &formerFile)
    : m_file(file)
{
    const std::optional<QString> own = m_file.text();
    m_language = own ? *own : former(formerFile);
    connect(&m_file, &ChoiceFile::failed, this, &views::LanguageView::saveFailed);
}

void LanguageSetting::setLanguage(const QString &code)
{
    if (code == m_language)
        return;
    m_language = code;
    m_file.write(code);
}

} // namespace manometer::app
