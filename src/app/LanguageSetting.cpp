// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LanguageSetting.h"

#include "async/PoolThreads.h"
#include "files/OwnFile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace manometer::app {

namespace {

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
    async::startPoolThreads(m_pool, 1);
    const auto own = files::readOwnFile(file);
    m_language = (own ? QString::fromUtf8(*own).trimmed() : former(formerFile)).left(mostLength);
}

LanguageSetting::~LanguageSetting()
{
    m_pool.waitForDone();
}

void LanguageSetting::setLanguage(const QString &code)
{
    if (code == m_language)
        return;
    m_language = code;
    m_pool.start([this, file = m_file, text = code.toUtf8() + '\n'] {
        if (const QString error = files::writeOwnFile(file, text); !error.isEmpty())
            emit saveFailed(file, error);
    });
}

} // namespace manometer::app
