// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/ConnectionText.h"

#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/Times.h"

#include <QCoreApplication>

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

QString shown(const QString &text)
{
    return pathInText(text.toUtf8());
}

} // namespace

QString connection(const views::Connection &connection, const QString &place, const QString &ownVersion,
                   qint64 nowWallMs)
{
    using State = views::Connection::State;
    switch (connection.state) {
    case State::Connecting:
        return Tr::tr("Connecting to %1…").arg(shown(place));
    case State::Lost:
        if (connection.version.isEmpty()) // there never was one
            return Tr::tr("%1 cannot be reached: %2. Manometer tries again.")
                .arg(shown(place), shown(connection.reason));
        return Tr::tr("The connection to %1 has been lost since %2: %3. Manometer tries again.")
            .arg(shown(place), timeOrDate(connection.sinceWallMs, nowWallMs), shown(connection.reason));
    case State::Connected:
        break;
    }
    if (connection.version.isEmpty() || connection.version == ownVersion)
        return {};
    return Tr::tr("%1 runs version %2; this window is version %3. What only one of them knows is not shown.")
        .arg(shown(place), shown(connection.version), ownVersion);
}

QString connectionMark(const views::Connection &connection, qint64 nowWallMs)
{
    using State = views::Connection::State;
    switch (connection.state) {
    case State::Connecting:
        return Tr::tr("CONNECTING");
    case State::Lost:
        if (connection.version.isEmpty())
            return Tr::tr("NOT CONNECTED");
        return Tr::tr("LOST SINCE %1", "the connection, and a time")
            .arg(timeOrDate(connection.sinceWallMs, nowWallMs));
    case State::Connected:
        break;
    }
    return {};
}

QString oldFigures(const views::Connection &connection, qint64 figuresWallMs, qint64 nowWallMs)
{
    using State = views::Connection::State;
    if (connection.state == State::Connected)
        return {};
    if (figuresWallMs != 0)
        return Tr::tr("Figures from %1: the connection is lost.").arg(timeOrDate(figuresWallMs, nowWallMs));
    return connection.state == State::Connecting ? Tr::tr("No figures yet: connecting.")
                                                 : Tr::tr("No figures: there is no connection.");
}

QString regained(const QString &place, qint64 lostMs)
{
    return Tr::tr("Connected to %1 again after %2").arg(shown(place), duration(lostMs));
}

} // namespace manometer::gui::text
