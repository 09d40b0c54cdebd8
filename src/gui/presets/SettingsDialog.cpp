// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/SettingsDialog.h"

#include "gui/help/HelpDialogs.h"
#include "gui/presets/ControlFields.h"
#include "gui/text/PlainText.h"
#include "gui/text/Translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

using views::SettingsRange;

constexpr quint64 mebibyte = 1u << 20;
constexpr double secondsAnHour = 3600;

} // namespace

SettingsDialog::SettingsDialog(const views::Settings &settings, const QString &language, QWidget *parent)
    : QDialog(parent)
    , m_given(settings)
{
    setObjectName(u"settingsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    setAccessibleName(tr("Settings"));
    auto *tabs = new QTabWidget(this);
    tabs->setAccessibleName(tr("Settings"));
    tabs->addTab(limitsPage(), tr("Limi&ts"));
    tabs->addTab(controlPage(), tr("C&ontrol loop"));
    tabs->addTab(windowPage(language), tr("&Window"));
    // The window's F1 shortcut does not work in a modal dialog.
    auto *help = new QShortcut(Qt::Key_F1, this);
    connect(help, &QShortcut::activated, this, [this] { showHelp(this, HelpTopic::Settings); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Apply | QDialogButtonBox::Cancel, this);
    buttons->setAccessibleName(tr("Settings"));
    for (QAbstractButton *button : buttons->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    buttons->button(QDialogButtonBox::Apply)->setDefault(true);
    connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
    resize(sizeHint().expandedTo({420, 540}));
}

QWidget *SettingsDialog::limitsPage()
{
    const views::Settings &settings = m_given;
    const views::Settings standard;
    const QString mebibytes = tr("mebibytes");
    const auto inMebibytes = [](quint64 bytes) {
        return tr("%1 MiB").arg(QLocale().toString(bytes / mebibyte));
    };
    auto *page = new QWidget(this);
    page->setAccessibleName(tr("Limits"));
    auto *form = new QFormLayout(page);
    m_entries = addNumber(form, {.name = u"limitEntries"_s,
                                 .label = tr("&Entries in memory"),
                                 .help = {.what = tr("Maximum number of entries in memory at NORMAL."),
                                          .unit = tr("entries"),
                                          .standard = QLocale().toString(quint64(standard.memory.entries))},
                                 .most = SettingsRange::mostEntries,
                                 .value = settings.memory.entries});
    m_memory = addNumber(
        form,
        {.name = u"limitMemory"_s,
         .label = tr("&Memory"),
         .help = {.what = tr("Maximum memory for these entries. The limit that is reached first applies."),
                  .unit = mebibytes,
                  .standard = inMebibytes(standard.memory.bytes)},
         .most = SettingsRange::mostMemoryBytes / mebibyte,
         .value = settings.memory.bytes / mebibyte,
         .suffix = tr(" MiB")});
    m_disk = addNumber(
        form,
        {.name = u"limitDisk"_s,
         .label = tr("&Disk"),
         .help =
             {.what = tr(
                  "Maximum size of the disk store. Above it, the least recently used entries are removed."),
              .unit = mebibytes,
              .standard = inMebibytes(standard.diskCapBytes)},
         .most = SettingsRange::mostDiskBytes / mebibyte,
         .value = settings.diskCapBytes / mebibyte,
         .suffix = tr(" MiB")});
    m_expires = new QCheckBox(tr("Entries e&xpire after"), page);
    m_expires->setObjectName(u"limitExpires"_s);
    m_expires->setAccessibleName(tr("Entries expire"));
    m_expires->setChecked(settings.timeToLive.has_value());
    m_expiry = new QDoubleSpinBox(this);
    m_expiry->setObjectName(u"limitExpiry"_s);
    m_expiry->setAccessibleName(tr("Entries expire after"));
    m_expiry->setDecimals(2);
    m_expiry->setRange(0.02, static_cast<double>(SettingsRange::mostExpiry.count()) / secondsAnHour);
    m_expiry->setSuffix(tr(" h"));
    const auto expiry = settings.timeToLive.value_or(*standard.timeToLive);
    m_expiry->setValue(static_cast<double>(expiry.count()) / secondsAnHour);
    m_expiry->setEnabled(m_expires->isChecked());
    connect(m_expires, &QCheckBox::toggled, m_expiry, &QWidget::setEnabled);
    const FieldHelp expiryHelp{
        .what = tr(
            "An older entry is read again, even if its file looks unchanged. Pinned entries do not expire."),
        .unit = tr("hours"),
        .standard = tr("%1 h").arg(QLocale().toString(standard.timeToLive->count() / 3600))};
    explain(m_expires, expiryHelp);
    explain(m_expiry, expiryHelp);
    form->addRow(m_expires, m_expiry);
    m_adapting = new QCheckBox(tr("&Reduce the limit when memory runs short"), this);
    m_adapting->setObjectName(u"limitAdapting"_s);
    m_adapting->setAccessibleName(tr("Reduce the limit when memory runs short"));
    m_adapting->setChecked(settings.adapting);
    explain(
        m_adapting,
        {.what = tr("If off, pressure is only measured, and the limit stays as configured at every level."),
         .standard = tr("on")});
    form->addRow(m_adapting);
    addHint(form, tr("Entries, memory and the reduction take effect without a restart: a lower limit at "
                     "once, a higher limit step by step. Disk and expiry take effect after a restart."));
    return page;
}

QWidget *SettingsDialog::controlPage()
{
    auto *page = new QWidget(this);
    page->setAccessibleName(tr("Control loop"));
    m_control = new ControlFields(m_given.control, page);
    m_control->setAccessibleName(tr("Control loop"));
    auto *scroll = new QScrollArea(page);
    scroll->setAccessibleName(tr("Control loop"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_control);
    // The tab's background shows through.
    scroll->viewport()->setAutoFillBackground(false);
    m_control->setAutoFillBackground(false);
    scroll->setMinimumWidth(m_control->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    auto *defaults = new QPushButton(tr("Show &defaults"), page);
    defaults->setObjectName(u"controlDefaults"_s);
    defaults->setAccessibleName(tr("Show defaults"));
    text::setToolTip(defaults,
                     tr("Set each field of this page to its default. Not in effect until you apply."));
    defaults->setAutoDefault(false);
    connect(defaults, &QPushButton::clicked, m_control, &ControlFields::showDefaults);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(scroll, 1);
    layout->addWidget(defaults, 0, Qt::AlignLeading);
    return page;
}

QWidget *SettingsDialog::windowPage(const QString &language)
{
    auto *page = new QWidget(this);
    page->setAccessibleName(tr("Window"));
    auto *form = new QFormLayout(page);
    m_language = new QComboBox(page);
    m_language->setObjectName(u"language"_s);
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("System language"), QString());
    for (const QString &code : languages())
        m_language->addItem(languageName(code), code);
    m_language->setCurrentIndex(std::max(m_language->findData(language), 0));
    explain(m_language, {.what = tr("The language of the window and the format of its numbers and times."),
                         .standard = tr("system language")});
    form->addRow(tr("&Language"), m_language);
    addHint(form, tr("Takes effect after a restart."));
    return page;
}

QSpinBox *SettingsDialog::addNumber(QFormLayout *form, const Number &number)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(number.name);
    box->setAccessibleName(QString(number.label).remove(u'&'));
    explain(box, number.help);
    box->setRange(static_cast<int>(number.least), static_cast<int>(number.most));
    box->setGroupSeparatorShown(true);
    box->setSuffix(number.suffix);
    box->setValue(static_cast<int>(number.value));
    form->addRow(number.label, box);
    return box;
}

void SettingsDialog::addHint(QFormLayout *form, const QString &words)
{
    QLabel *hint = text::plainLabel(words, this);
    hint->setWordWrap(true);
    hint->setAccessibleName(words);
    form->addRow(hint);
}

QString SettingsDialog::language() const
{
    return m_language->currentData().toString();
}

views::Settings SettingsDialog::settings(const views::Settings &present) const
{
    views::Settings settings = present;
    // A field shows a rounded value; the exact one is kept unless the field was changed.
    const auto take = [](const QSpinBox *box, quint64 given, quint64 unit, auto &into) {
        const auto shown = static_cast<quint64>(box->value());
        if (shown != std::max<quint64>(given / unit, 1))
            into = shown * unit;
    };
    take(m_entries, m_given.memory.entries, 1, settings.memory.entries);
    take(m_memory, m_given.memory.bytes, mebibyte, settings.memory.bytes);
    take(m_disk, m_given.diskCapBytes, mebibyte, settings.diskCapBytes);
    const std::chrono::seconds expiry(std::llround(m_expiry->value() * secondsAnHour));
    // Half of the field's last digit.
    const bool isRounded =
        m_given.timeToLive && std::chrono::abs(expiry - *m_given.timeToLive) <= std::chrono::seconds(18);
    if (!m_expires->isChecked() && m_given.timeToLive)
        settings.timeToLive.reset();
    else if (m_expires->isChecked() && !isRounded)
        settings.timeToLive = expiry;
    if (m_adapting->isChecked() != m_given.adapting)
        settings.adapting = m_adapting->isChecked();
    settings.control = m_control->tuning(present.control);
    return settings;
}

} // namespace manometer::gui
