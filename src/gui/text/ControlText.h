// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names and explanations of the control loop's values. Pure functions.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace manometer::gui::text {

struct ControlWords
{
    QString label;
    QString hint; // what it does, in one sentence
};

// Empty for a key that is not known.
ControlWords controlWords(QByteArrayView key);
// The group of a key: 'Growth of the limit'.
QString controlGroup(QByteArrayView key);
// A value with its unit: '20.25 s'.
QString controlValue(QByteArrayView key, double value);

} // namespace manometer::gui::text
