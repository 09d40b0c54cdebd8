// SPDX-License-Identifier: GPL-3.0-or-later
//
// How earlier forecasts of levels did, in words. Pure functions.
#pragma once

#include "pressure/control/Trend.h"

#include <QString>

namespace manometer::gui::text {

// A line for each level that was forecast, or that began without a forecast: 'Of 9 forecasts of HIGH, 7 came
// true. It typically began 10 s to 20 s earlier than forecast.' Empty without any.
QString forecastRecord(const pressure::ForecastRecord &record);

} // namespace manometer::gui::text
