// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/ForecastText.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace manometer::gui::text {

using pressure::Level;

namespace {

struct ForecastTr
{
    Q_DECLARE_TR_FUNCTIONS(Forecasts)
};

QString typicalText(const pressure::TypicalError &typical)
{
    using Side = pressure::TypicalError::Side;
    const auto seconds = [](int value) { return duration(qint64{1000} * value); };
    if (typical.side == Side::None)
        return ForecastTr::tr("It typically began within %1 of the forecast time.", "a level, a duration")
            .arg(seconds(typical.toSeconds.value_or(0)));
    const bool isEarly = typical.side == Side::Early;
    if (!typical.toSeconds)
        return (isEarly ? ForecastTr::tr("It typically began more than %1 earlier than forecast.", "a level")
                        : ForecastTr::tr("It typically began more than %1 later than forecast.", "a level"))
            .arg(seconds(typical.fromSeconds));
    return (isEarly ? ForecastTr::tr("It typically began %1 to %2 earlier than forecast.", "a level")
                    : ForecastTr::tr("It typically began %1 to %2 later than forecast.", "a level"))
        .arg(seconds(typical.fromSeconds), seconds(*typical.toSeconds));
}

QString levelText(Level level, const pressure::LevelForecasts &forecasts)
{
    QStringList sentences;
    if (const quint32 all = forecasts.cameTrue + forecasts.notTrue; all > 0)
        sentences += ForecastTr::tr("Of %Ln forecasts of %1, %2 came true.", "%1 is a level, %2 a number",
                                    static_cast<int>(all))
                         .arg(levelWord(level), count(forecasts.cameTrue));
    if (const auto typical = pressure::typicalError(forecasts))
        sentences += typicalText(*typical);
    if (forecasts.unforeseen > 0)
        sentences += ForecastTr::tr("%1 began %Ln times without a forecast.", "a level",
                                    static_cast<int>(forecasts.unforeseen))
                         .arg(levelWord(level));
    return sentences.join(u' ');
}

} // namespace

QString forecastRecord(const pressure::ForecastRecord &record)
{
    QStringList lines;
    for (const Level level : pressure::levelsWithThreshold)
        if (const QString line = levelText(level, record.of(level)); !line.isEmpty())
            lines += line;
    return lines.join(u'\n');
}

} // namespace manometer::gui::text
