// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/ControlFields.h"

#include "gui/help/FieldHelp.h"
#include "gui/text/ControlText.h"
#include "gui/text/PlainText.h"
#include "pressure/control/ControlNumbers.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// The display unit of a value: seconds for milliseconds, MiB for bytes.
struct Unit
{
    double size = 1;
    QString suffix{};
    QString words{};
    int decimals = 0;
};

Unit unitOf(QByteArrayView key)
{
    if (key.endsWith("_ms"))
        return {.size = 1000,
                .suffix = ControlFields::tr(" s"),
                .words = ControlFields::tr("seconds"),
                .decimals = 3};
    if (key.endsWith("_bytes"))
        return {.size = 1u << 20,
                .suffix = ControlFields::tr(" MiB"),
                .words = ControlFields::tr("mebibytes"),
                .decimals = 3};
    if (key.endsWith("_percent"))
        return {.size = 1,
                .suffix = ControlFields::tr(" %"),
                .words = ControlFields::tr("percent"),
                .decimals = 1};
    if (key.endsWith("_ratio"))
        return {.size = 1, .suffix = {}, .words = ControlFields::tr("a share; 1 is all"), .decimals = 2};
    return {.size = 1, .suffix = {}, .words = ControlFields::tr("a count"), .decimals = 0};
}

// Writes 15, not 15.000.
class PlainSpinBox final : public QDoubleSpinBox
{
public:
    explicit PlainSpinBox(QWidget *parent)
        : QDoubleSpinBox(parent)
    {
        setFocusPolicy(Qt::StrongFocus); // no focus by the wheel
    }
    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }

protected:
    // Ignores the wheel, which is meant for scrolling the page.
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QDoubleSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

ControlFields::ControlFields(const pressure::ControlTuning &tuning, QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    QString group;
    for (const pressure::ControlNumber &number : pressure::controlNumbers()) {
        const QByteArray key(number.key);
        if (const QString title = text::controlGroup(key); title != group) {
            group = title;
            QLabel *heading = text::plainLabel(title, this);
            QFont bold = heading->font();
            bold.setBold(true);
            heading->setFont(bold);
            heading->setAccessibleName(title);
            form->addRow(heading);
        }
        const Unit unit = unitOf(key);
        const text::ControlWords words = text::controlWords(key);
        auto *field = new PlainSpinBox(this);
        field->setObjectName(QString::fromLatin1(key));
        field->setAccessibleName(group + u": "_s + words.label);
        field->setDecimals(unit.decimals);
        field->setRange(number.minimum / unit.size, number.maximum / unit.size);
        field->setSuffix(unit.suffix);
        field->setValue(number.get(tuning) / unit.size);
        const QString standard = field->textFromValue(number.get({}) / unit.size) + unit.suffix;
        const FieldHelp help{.what = words.hint, .unit = unit.words, .standard = standard};
        explain(field, help);
        QLabel *label = text::plainLabel(words.label, this);
        text::setToolTip(label, fieldHelpText(help));
        label->setBuddy(field);
        form->addRow(label, field);
        m_fields.insert(key, field);
        m_shown.insert(key, field->value());
    }
}

pressure::ControlTuning ControlFields::tuning(const pressure::ControlTuning &present) const
{
    pressure::ControlTuning tuning = present;
    // A field shows a rounded value; the exact one is kept unless the field was changed.
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        if (const double value = m_fields[number.key]->value(); value != m_shown[number.key])
            number.set(tuning, value * unitOf(number.key).size);
    return tuning;
}

void ControlFields::showDefaults()
{
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        m_fields[number.key]->setValue(number.get({}) / unitOf(number.key).size);
}

} // namespace manometer::gui
