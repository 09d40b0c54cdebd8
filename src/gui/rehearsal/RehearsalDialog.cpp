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
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

RehearsalDialog::RehearsalDialog(OnCache onCache, QWidget *parent)
    : QDialog(parent)
    , m_hint(text::plainLabel({}, this))
    , m_onCopy(new QRadioButton(tr("On a c&opy (nothing of yours is touched)"), this))
    , m_onCache(new QRadioButton(tr("On &this cache"), this))
    , m_curve(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_browse(new QPushButton(tr("Choose…"), this))
    , m_speed(new QDoubleSpinBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"rehearsalDialog"_s);
    setWindowTitle(tr("Rehearse"));
    m_hint->setObjectName(u"rehearsalHint"_s);
    m_hint->setWordWrap(true);
    m_onCopy->setObjectName(u"rehearsalOnCopy"_s);
    m_onCopy->setAccessibleName(tr("On a copy"));
    m_onCopy->setChecked(true);
    m_onCache->setObjectName(u"rehearsalOnCache"_s);
    m_onCache->setAccessibleName(tr("On this cache"));
    text::setToolTip(m_onCache, tr("Entries are evicted; you are asked before it begins"));
    m_onCopy->setVisible(onCache == OnCache::Offered);
    m_onCache->setVisible(onCache == OnCache::Offered);
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
    layout->addWidget(m_onCopy);
    layout->addWidget(m_onCache);
    layout->addWidget(m_hint);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const Rehearsal wanted = rehearsal();
        if (isOnCache())
            emit chosenOnCache({.curve = wanted.curve, .speed = wanted.speed});
        else
            emit chosen(wanted);
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_onCache, &QRadioButton::toggled, this, &RehearsalDialog::followInput);
    connect(m_curve, &QComboBox::currentIndexChanged, this, &RehearsalDialog::followInput);
    connect(m_file, &QLineEdit::textChanged, this, &RehearsalDialog::followInput);
    connect(m_browse, &QPushButton::clicked, this, &RehearsalDialog::chooseFile);
    followInput();
}

bool RehearsalDialog::isOfFile() const
{
    return m_curve->currentData().toByteArray().isEmpty();
}

bool RehearsalDialog::isOnCache() const
{
    return m_onCache->isChecked();
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
    m_hint->setText(
        isOnCache()
            ? tr("This memory use is played through the same control loop, with your settings, and the cache "
                 "is "
                 "cut as if memory ran short. The machine's own level still applies: the smaller limit does. "
                 "Only built-in curves can be played, in ten minutes at most.")
            : tr("A window of its own plays this memory use through the same control loop, with a copy of "
                 "your "
                 "settings and an empty cache. Nothing on this machine is changed or cut."));
    const bool needsFile = isOfFile() && !isOnCache();
    m_file->setEnabled(needsFile);
    m_browse->setEnabled(needsFile);
    // In tenths, rounded up: slower it would take too long.
    const double seconds = double(lengthOf({.curve = m_curve->currentData().toByteArray()}).count()) / 1000;
    const double longest = std::chrono::duration<double>(views::RehearsalRequest::longest).count();
    m_speed->setMinimum(isOnCache()
                            ? std::max(pressure::slowestRehearsal, std::ceil(10 * seconds / longest) / 10)
                            : pressure::slowestRehearsal);
    m_rehearse->setEnabled(isOfFile() ? needsFile && !m_file->text().trimmed().isEmpty() : true);
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
