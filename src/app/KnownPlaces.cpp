// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KnownPlaces.h"

#include "files/OwnFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace manometer::app {

namespace {

constexpr QLatin1StringView addressKey{"address"};
constexpr QLatin1StringView tokenKey{"token_file"};
constexpr QLatin1StringView changesKey{"allows_changes"};

} // namespace

QList<gui::Place> readKnownPlaces(const QString &file)
{
    QList<gui::Place> places;
    const QByteArray text = files::readOwnFile(file).value_or(QByteArray());
    const QJsonArray rows = QJsonDocument::fromJson(text).array();
    for (const QJsonValueConstRef row : rows) {
        const gui::Place place{.address = row[addressKey].toString(),
                               .tokenFile = row[tokenKey].toString(),
                               .allowsChanges = row[changesKey].toBool()};
        if (!place.address.isEmpty() && places.size() < mostPlaces)
            places += place;
    }
    return places;
}

QString rememberPlace(const QString &file, const gui::Place &place)
{
    QList<gui::Place> places = readKnownPlaces(file);
    places.removeIf([&place](const gui::Place &each) { return each.address == place.address; });
    places.prepend(place);
    QJsonArray rows;
    for (const gui::Place &each : places.mid(0, mostPlaces))
        rows += QJsonObject{
            {addressKey, each.address}, {tokenKey, each.tokenFile}, {changesKey, each.allowsChanges}};
    return files::writeOwnFile(file, QJsonDocument(rows).toJson());
}

} // namespace manometer::app
