// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rehearsal/RehearsalDialog.h"

#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "pressure/rehearsal/TimeLapse.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

RehearsalDialog::RehearsalDialog(QWidget *parent)
    : QDialog(parent)
    , m_curve(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_browse(new QPushButton(tr("Choose…"), this))
    , m_speed(new QDoubleSpinBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"rehearsalDialog"_s);
    setWindowTitle(tr("Rehearse"));
    auto *hint = text::plainLabel(
        tr("A window of its own plays this memory use through the same control loop, with a copy of your "
           "settings and an empty cache. Nothing on this machine is changed or cut."),
        this);
    hint->setWordWrap(true);
    m_curve->setObjectName(u"rehearsalCurve"_s);
    m_curve->setAccessibleName(tr("Curve"));
    m_curve->addItem(tr("Ramp: up to 97 % of memory and back, in two minutes"), QByteArrayLiteral("ramp"));
    m_curve->addItem(tr("Burst: short peaks, one every 30 s"), QByteArrayLiteral("burst"));
    m_curve->addItem(tr("Sawtooth: a leak, slowly up to 94 % and down at once"),
                     QByteArrayLiteral("sawtooth"));
    m_curve->addItem(tr("Noise: a random walk around 70 %"), QByteArrayLiteral("noise"));
    m_curve->addItem(tr("A recorded time: a CSV file"), QByteArray());
    m_file->setObjectName(u"rehearsalFile"_s);
    m_file->setAccessibleName(tr("File"));
    text::setToolTip(m_file, tr("Exported samples, or two columns: seconds and percent"));
    m_browse->setAccessibleName(tr("Choose the file"));
    m_speed->setObjectName(u"rehearsalSpeed"_s);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setRange(pressure::slowestRehearsal, pressure::fastestRehearsal);
    m_speed->setDecimals(1);
    m_speed->setValue(1);
    m_speed->setSuffix(tr(" times as fast", "after a number"));
    text::setToolTip(m_speed, tr("Holds and intervals of the control loop are as much shorter"));
    auto *file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(m_browse);
    auto *form = new QFormLayout;
    form->addRow(tr("&Curve"), m_curve);
    form->addRow(tr("&File"), file);
    form->addRow(tr("&Speed"), m_speed);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(file)))
        label->setBuddy(m_file);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_rehearse = buttons->addButton(tr("&Rehearse"), QDialogButtonBox::AcceptRole);
    m_rehearse->setObjectName(u"rehearse"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(rehearsal());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_curve, &QComboBox::currentIndexChanged, this, &RehearsalDialog::followInput);
    connect(m_file, &QLineEdit::textChanged, this, &RehearsalDialog::followInput);
    connect(m_browse, &QPushButton::clicked, this, &RehearsalDialog::chooseFile);
    followInput();
}

bool RehearsalDialog::isOfFile() const
{
    return m_curve->currentData().toByteArray().isEmpty();
}

// A file's path is absolute: it cannot be confused with a curve's name.
Rehearsal RehearsalDialog::rehearsal() const
{
    const QByteArray curve = isOfFile() ? text::pathBytes(QDir().absoluteFilePath(m_file->text().trimmed()))
                                        : m_curve->currentData().toByteArray();
    return {.curve = curve, .speed = m_speed->value()};
}

void RehearsalDialog::followInput()
{
    m_file->setEnabled(isOfFile());
    m_browse->setEnabled(isOfFile());
    m_rehearse->setEnabled(!isOfFile() || !m_file->text().trimmed().isEmpty());
}

void RehearsalDialog::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Samples to rehearse"), {}, tr("CSV files (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

} // namespace manometer::gui
