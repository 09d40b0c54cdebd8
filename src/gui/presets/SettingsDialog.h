// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the cache may use and whether it gives way, as fields. Does not block: accepted() comes if something
// was confirmed, and settings() says what. GUI thread.
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

class LimitsDialog final : public QDialog
{
    Q_OBJECT
public:
    LimitsDialog(const service::Settings &settings, QWidget *parent);

    // As given but for the fields that were changed.
    service::Settings settings() const;

private:
    QSpinBox *addNumber(QFormLayout *form, const QString &name, const QString &label, quint64 least,
                        quint64 most, quint64 value, const QString &suffix);

    service::Settings m_given;
    QSpinBox *m_entries;
    QSpinBox *m_memory;
    QSpinBox *m_disk;
    QCheckBox *m_expires;
    QDoubleSpinBox *m_expiry;
    QCheckBox *m_adapting;
};

} // namespace manometer::gui
