// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the control loop's numbers (service/ControlNumbers.h) are called and what each does. Pure.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace manometer::gui::text {

struct ControlWords
{
    QString label;
    QString hint; // what it does, in a sentence
};

// Empty for a key that is not known.
ControlWords controlWords(QByteArrayView key);
// What the numbers whose keys begin alike are about: 'Growth'.
QString controlGroup(QByteArrayView key);
// A value of it with its unit: '20.25 s'.
QString controlValue(QByteArrayView key, double value);

} // namespace manometer::gui::text
