// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the cache may use, whether it gives way, and the control loop's numbers, as fields; thresholds and
// basis have places of their own. Does not block: accepted() comes if something was confirmed, and settings()
// says what. GUI thread.
#pragma once

#include "service/SettingsView.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;
QT_END_NAMESPACE

namespace manometer::gui {

class ControlFields;

class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const service::Settings &settings, QWidget *parent);

    // As given but for the fields that were changed.
    service::Settings settings() const;

private:
    QWidget *limitsPage();
    QWidget *controlPage();
    QSpinBox *addNumber(QFormLayout *form, const QString &name, const QString &label, quint64 least,
                        quint64 most, quint64 value, const QString &suffix);

    service::Settings m_given;
    ControlFields *m_control = nullptr;
    QSpinBox *m_entries = nullptr;
    QSpinBox *m_memory = nullptr;
    QSpinBox *m_disk = nullptr;
    QCheckBox *m_expires = nullptr;
    QDoubleSpinBox *m_expiry = nullptr;
    QCheckBox *m_adapting = nullptr;
};

} // namespace manometer::gui
