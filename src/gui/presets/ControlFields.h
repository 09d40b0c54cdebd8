// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control loop's numbers as fields, grouped by what they are for, with their unit, range and what each
// does. GUI thread.
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
    explicit ControlFields(const pressure::ControlConfig &config, QWidget *parent = nullptr);

    // As these but for the fields that were changed.
    pressure::ControlConfig config(const pressure::ControlConfig &present) const;
    void showDefaults();

private:
    QHash<QByteArray, QDoubleSpinBox *> m_fields; // by the number's key, which is their object name
    QHash<QByteArray, double> m_shown;            // what the field showed at first
};

} // namespace manometer::gui
