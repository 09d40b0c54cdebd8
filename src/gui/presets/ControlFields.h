// SPDX-License-Identifier: GPL-3.0-or-later
//
// The values of the control loop as fields, grouped by purpose, with unit, range and help. GUI thread.
#pragma once

#include "pressure/control/Control.h"

#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QDoubleSpinBox;
QT_END_NAMESPACE

namespace manometer::gui {

class ControlFields final : public QWidget
{
    Q_OBJECT
public:
    explicit ControlFields(const pressure::ControlTuning &tuning, QWidget *parent = nullptr);

    // `present` with the fields that were changed.
    pressure::ControlTuning tuning(const pressure::ControlTuning &present) const;
    void showDefaults();

private:
    QHash<QByteArray, QDoubleSpinBox *> m_fields; // by the value's key, which is the object name
    QHash<QByteArray, double> m_shown;            // initial value of the field
};

} // namespace manometer::gui
