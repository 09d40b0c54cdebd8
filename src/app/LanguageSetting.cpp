// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LanguageSetting.h"

#include "files/OwnFile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QThreadPool>

namespace manometer::app {

namespace {

Q_LOGGING_CATEGORY(languageLog, "manometer.language", QtInfoMsg)

constexpr qsizetype mostLength = 20; // of a code; a file may contain anything

QString former(const QString &settingsFile)
{
    const QByteArray text = files::readOwnFile(settingsFile).value_or(QByteArray());
    return QJsonDocument::fromJson(text)[QLatin1StringView("language")].toString();
}

} // namespace

LanguageSetting::LanguageSetting(const QString &file, const QString &formerFile)
    : m_file(file)
{
    const auto own = files::readOwnFile(file);
    m_language = (own ? QString::fromUtf8(*own).trimmed() : former(formerFile)).left(mostLength);
}

void LanguageSetting::setLanguage(const QString &code)
{
    if (code == m_language)
        return;
    m_language = code;
    // Qt's application waits for its pool when it ends.
    QThreadPool::globalInstance()->start([file = m_file, text = code.toUtf8() + '\n'] {
        if (const QString error = files::writeOwnFile(file, text); !error.isEmpty())
            qCWarning(languageLog, "the language cannot be saved: %s", qPrintable(error));
    });
}

} // namespace manometer::app
