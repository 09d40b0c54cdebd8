// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings dialog: cache limits, adaptation, values of the control loop and the language. Thresholds and
// basis are edited elsewhere. Does not block: accepted() reports a confirmation, settings() returns the
// values. GUI thread.
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
    // `language`: a code, or empty for the system language.
    SettingsDialog(const views::Settings &settings, const QString &language, QWidget *parent);

    // The given settings, or `present`, with the fields that were changed.
    views::Settings settings() const { return settings(m_given); }
    views::Settings settings(const views::Settings &present) const;
    QString language() const;

private:
    QWidget *limitsPage();
    QWidget *controlPage();
    QWidget *windowPage(const QString &language);
    struct Number
    {
        QString name; // object name of the field
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
