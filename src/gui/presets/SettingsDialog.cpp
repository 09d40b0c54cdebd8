// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/SettingsDialog.h"

#include "gui/presets/ControlFields.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

using service::SettingsRange;

constexpr quint64 mebibyte = 1u << 20;
constexpr double secondsAnHour = 3600;

} // namespace

SettingsDialog::SettingsDialog(const service::Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_given(settings)
{
    setObjectName(u"settingsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    setAccessibleName(tr("Settings"));
    auto *tabs = new QTabWidget(this);
    tabs->setAccessibleName(tr("Settings"));
    tabs->addTab(limitsPage(), tr("Li&mits"));
    tabs->addTab(controlPage(), tr("C&ontrol loop"));
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
    const service::Settings &settings = m_given;
    auto *page = new QWidget(this);
    page->setAccessibleName(tr("Limits"));
    auto *form = new QFormLayout(page);
    m_entries = addNumber(form, u"limitEntries"_s, tr("&Entries in memory"), 1, SettingsRange::mostEntries,
                          settings.memory.entries, {});
    m_memory = addNumber(form, u"limitMemory"_s, tr("&Memory"), 1, SettingsRange::mostMemoryBytes / mebibyte,
                         settings.memory.bytes / mebibyte, tr(" MiB"));
    m_disk = addNumber(form, u"limitDisk"_s, tr("&Disk"), 1, SettingsRange::mostDiskBytes / mebibyte,
                       settings.diskCapBytes / mebibyte, tr(" MiB"));
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
    const auto expiry = settings.timeToLive.value_or(*service::Settings{}.timeToLive);
    m_expiry->setValue(static_cast<double>(expiry.count()) / secondsAnHour);
    m_expiry->setEnabled(m_expires->isChecked());
    connect(m_expires, &QCheckBox::toggled, m_expiry, &QWidget::setEnabled);
    form->addRow(m_expires, m_expiry);
    m_adapting = new QCheckBox(tr("The limit &gives way when memory runs short"), this);
    m_adapting->setObjectName(u"limitAdapting"_s);
    m_adapting->setAccessibleName(tr("The limit gives way when memory runs short"));
    m_adapting->setChecked(settings.adapting);
    form->addRow(m_adapting);
    auto *hint = new QLabel(tr("Entries, memory and giving way count at once; disk and expiry count from the "
                               "next start."),
                            this);
    hint->setWordWrap(true);
    hint->setAccessibleName(hint->text());
    form->addRow(hint);
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
    // The tab's own ground shows through.
    scroll->viewport()->setAutoFillBackground(false);
    m_control->setAutoFillBackground(false);
    scroll->setMinimumWidth(m_control->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    auto *defaults = new QPushButton(tr("Show &defaults"), page);
    defaults->setObjectName(u"controlDefaults"_s);
    defaults->setAccessibleName(tr("Show defaults"));
    defaults->setToolTip(tr("Put the default into each field of this page; nothing changes until Apply"));
    defaults->setAutoDefault(false);
    connect(defaults, &QPushButton::clicked, m_control, &ControlFields::showDefaults);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(scroll, 1);
    layout->addWidget(defaults, 0, Qt::AlignLeading);
    return page;
}

QSpinBox *SettingsDialog::addNumber(QFormLayout *form, const QString &name, const QString &label,
                                    quint64 least, quint64 most, quint64 value, const QString &suffix)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(name);
    QString words = label;
    box->setAccessibleName(words.remove(u'&'));
    box->setRange(static_cast<int>(least), static_cast<int>(most));
    box->setGroupSeparatorShown(true);
    box->setSuffix(suffix);
    box->setValue(static_cast<int>(value));
    form->addRow(label, box);
    return box;
}

service::Settings SettingsDialog::settings() const
{
    service::Settings settings = m_given;
    settings.memory.entries = static_cast<quint64>(m_entries->value());
    // What a field shows is rounded: the value behind it stays as long as nobody changed it.
    const auto take = [](const QSpinBox *box, quint64 given) {
        const auto shown = static_cast<quint64>(box->value());
        return shown == std::max<quint64>(given / mebibyte, 1) ? given : shown * mebibyte;
    };
    settings.memory.bytes = take(m_memory, m_given.memory.bytes);
    settings.diskCapBytes = take(m_disk, m_given.diskCapBytes);
    const std::chrono::seconds expiry(std::llround(m_expiry->value() * secondsAnHour));
    // Half of the field's last digit.
    const bool isRounded =
        m_given.timeToLive && std::chrono::abs(expiry - *m_given.timeToLive) <= std::chrono::seconds(18);
    if (!m_expires->isChecked())
        settings.timeToLive.reset();
    else if (!isRounded)
        settings.timeToLive = expiry;
    settings.adapting = m_adapting->isChecked();
    settings.control = m_control->config();
    return settings;
}

} // namespace manometer::gui
