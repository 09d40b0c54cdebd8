// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the cache may use, whether it gives way, the control loop's numbers, and the window's language, as
// fields; thresholds and basis have places of their own. Does not block: accepted() comes if something was
// confirmed, and settings() says what. GUI thread.
#pragma once

#include "gui/help/FieldHelp.h"
#include "views/SettingsView.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
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
    // `language`: a code, or empty for the system's.
    SettingsDialog(const views::Settings &settings, const QString &language, QWidget *parent);

    // As given but for the fields that were changed; or as these, which count meanwhile.
    views::Settings settings() const { return settings(m_given); }
    views::Settings settings(const views::Settings &present) const;
    QString language() const;

private:
    QWidget *limitsPage();
    QWidget *controlPage();
    QWidget *windowPage(const QString &language);
    struct Number
    {
        QString name; // the field's object name
        QString label;
        FieldHelp help;
        quint64 least = 1;
        quint64 most = 1;
        quint64 value = 1;
        QString suffix{};
    };
    QSpinBox *addNumber(QFormLayout *form, const Number &number);
    void addHint(QFormLayout *form, const QString &text);

    views::Settings m_given;
    ControlFields *m_control = nullptr;
    QSpinBox *m_entries = nullptr;
    QSpinBox *m_memory = nullptr;
    QSpinBox *m_disk = nullptr;
    QCheckBox *m_expires = nullptr;
    QDoubleSpinBox *m_expiry = nullptr;
    QCheckBox *m_adapting = nullptr;
    QComboBox *m_language = nullptr;
};

} // namespace manometer::gui
