// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/PresetCommands.h"

#include "async/Answer.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/SettingsDialog.h"
#include "gui/presets/WideChange.h"
#include "gui/shell/SaveDialog.h"
#include "gui/shell/StatusMessage.h"
#include "gui/text/Errors.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/PresetText.h"
#include "views/SettingsRules.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace manometer::gui {

PresetCommands::PresetCommands(const views::FrontEnd &views, NoticeBar *notice, QMainWindow *window)
    : QObject(window)
    , m_settings(views.settings)
    , m_monitor(views.monitor)
    , m_files(views.exports)
    , m_language(views.language)
    , m_notice(notice)
    , m_window(window)
{
    connect(m_settings, &views::SettingsView::changedElsewhere, this, [this] {
        showMessage(tr("The settings were changed by another program and are now in effect."));
        noteChangeElsewhere();
    });
    connect(m_settings, &views::SettingsView::changeFailed, this, [this](const QString &reason) {
        const QString failure = tr("The change is not in effect: %1").arg(text::pathInText(reason.toUtf8()));
        if (!m_notice->isShowingFor(this) || m_settings->settings() == m_newest.after)
            return showMessage(failure);
        m_notice->withdraw(); // it says that the change is in effect
        m_notice->present({.text = failure, .undoText = {}, .undo = {}, .keepText = tr("OK")});
    });
}

void PresetCommands::choose(const QString &name)
{
    m_notice->end();
    if (const auto preset = m_settings->findPreset(name))
        apply(preset->settings, name,
              tr("Preset %1 is in effect, including its thresholds: %2.")
                  .arg(text::presetName(name), text::capacity(preset->settings)));
}

void PresetCommands::apply(const views::Settings &settings, const QString &base, const QString &done,
                           const std::function<void()> &undoMore)
{
    const views::Settings before = m_settings->settings();
    const QString baseBefore = m_settings->basePreset();
    if (before == settings && baseBefore == base)
        return showMessage(tr("No change: these settings are already in effect."));
    if (!m_settings->applySettings(settings, base))
        return showMessage(tr("Not applied: these settings are out of range."));
    // Undo reverts only what was changed here; changes by other programs stay.
    const auto undo = [this, before, baseBefore, settings, base, undoMore] {
        const QString baseNow = m_settings->basePreset();
        m_settings->applySettings(views::followed(m_settings->settings(), settings, before),
                                  baseNow == base && m_settings->findPreset(baseBefore) ? baseBefore
                                                                                        : baseNow);
        if (undoMore)
            undoMore();
    };
    const bool isWide = isWideChange(m_monitor->status(), before, settings);
    m_newest = {
        .before = before,
        .after = settings,
        .text = isWide
                    ? tr("%1 The level changes by two or more, so this reverts unless you keep it.").arg(done)
                    : done};
    m_notice->offerRevert(m_newest.text, tr("Undo"), undo,
                          isWide ? NoticeBar::Change::Wide : NoticeBar::Change::Narrow, this);
    emit offered(before);
}

// The notice still offers what it can undo without undoing the change of the other program.
void PresetCommands::noteChangeElsewhere()
{
    if (!m_notice->isShowingFor(this))
        return;
    const views::Settings now = m_settings->settings();
    if (views::followed(now, m_newest.after, m_newest.before) != now)
        return m_notice->restate(
            tr("%1 Changed elsewhere meanwhile; Undo does not undo those changes.").arg(m_newest.text));
    m_notice->withdraw();
    m_notice->present(
        {.text = tr("The settings were changed elsewhere meanwhile. The change made here can no longer be "
                    "undone."),
         .undoText = {},
         .undo = {},
         .keepText = tr("OK")});
}

void PresetCommands::setBasis(pressure::BasisChoice basis)
{
    m_notice->end();
    views::Settings settings = m_settings->settings();
    settings.control.basis = basis;
    apply(settings, m_settings->basePreset(), tr("New basis: %1.").arg(text::basis(basis)));
}

void PresetCommands::editSettings()
{
    auto *dialog = new SettingsDialog(m_settings->settings(), m_language->language(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_notice->end();
        // Settings that were not changed in the dialog keep their present values.
        const views::Settings settings = dialog->settings(m_settings->settings());
        const QString languageBefore = m_language->language();
        const QString language = dialog->language() == languageBefore
                                     ? QString()
                                     : tr("The new language takes effect after a restart.");
        m_language->setLanguage(dialog->language());
        if (!language.isEmpty() && settings == m_settings->settings())
            return showMessage(language);
        const QString done = tr("New settings are in effect: %1.").arg(text::capacity(settings));
        apply(settings, m_settings->basePreset(), language.isEmpty() ? done : done + u' ' + language,
              [this, languageBefore, chosen = dialog->language()] {
                  if (m_language->language() == chosen)
                      m_language->setLanguage(languageBefore);
              });
    });
    dialog->open();
}

void PresetCommands::save()
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"presetName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as preset"));
    dialog->setAccessibleName(tr("Save as preset"));
    dialog->setLabelText(tr("Name of the preset (an existing one is replaced):"));
    dialog->setTextValue(ownBaseName());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        const QString name = typed.trimmed();
        showMessage(
            m_settings->savePreset(name, m_settings->settings())
                ? tr("Preset %1 saved.").arg(name)
                : tr("Not saved: the name “%1” is too long or reserved, or there are too many presets.")
                      .arg(name));
    });
    dialog->open();
}

void PresetCommands::remove(const QString &name)
{
    const auto preset = m_settings->findPreset(name);
    if (!preset || !m_settings->removePreset(name))
        return;
    m_notice->end();
    m_notice->present(
        {.text = tr("Preset %1 removed. The settings in effect do not change.").arg(name),
         .undoText = tr("Undo"),
         .undo =
             [this, preset = *preset] {
                 if (!m_settings->findPreset(preset.name)) // another program may have saved one since
                     m_settings->savePreset(preset.name, preset.settings);
             },
         .keepText = tr("OK")});
}

void PresetCommands::importFrom()
{
    auto *dialog = new QFileDialog(m_window, tr("Import preset"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    text::keepBoxesPlain(dialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Presets (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        async::whenAnswered(m_files->readPreset(file), this,
                            [this, file](const views::PresetRead &read) { adopt(file, read); });
    });
    dialog->open();
}

// An import never replaces an own preset of the same name: the new one gets a number.
void PresetCommands::adopt(const QString &file, const views::PresetRead &read)
{
    if (!read.preset)
        return showMessage(
            tr("No preset in %1: %2").arg(text::fileName(file), text::pathInText(read.error.toUtf8())));
    QString name = read.preset->name;
    for (int number = 2; m_settings->findPreset(name); ++number)
        name =
            tr("%1 (%2)", "a preset's name and a number").arg(read.preset->name, QLocale().toString(number));
    if (!m_settings->savePreset(name, read.preset->settings))
        return showMessage(
            tr("The preset in %1 cannot be saved: its name is too long, or there are too many presets.")
                .arg(text::fileName(file)));
    if (read.ignored.isEmpty())
        return showMessage(tr("Preset %1 imported. Choose it to put it into effect.").arg(name));
    showMessage(
        tr("Preset %1 imported. Some values are invalid; their defaults apply: %2")
            .arg(name, text::pathInText(read.ignored.join(QLatin1StringView("; ")).left(500).toUtf8())));
}

void PresetCommands::exportTo()
{
    // A preset name may contain slashes.
    const QString base = ownBaseName().replace(u'/', u'-');
    QFileDialog *dialog = saveDialog(m_window, tr("Export as preset"), base.isEmpty() ? u"manometer"_s : base,
                                     u"json"_s, tr("Presets (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        // Keeps its name if that is allowed for an own preset; otherwise uses the file name.
        const QString own = ownBaseName();
        const QString name = own.isEmpty() ? QFileInfo(file).completeBaseName() : own;
        async::whenAnswered(m_files->writePreset(file, {.name = name, .settings = m_settings->settings()}),
                            this,
                            [this, file](const QString &error) { showMessage(text::written(file, error)); });
    });
    dialog->open();
}

// The name of the preset in effect if it is an own one; otherwise empty.
QString PresetCommands::ownBaseName() const
{
    const auto base = m_settings->findPreset(m_settings->basePreset());
    return base && !base->builtIn ? base->name : QString();
}

void PresetCommands::showMessage(const QString &message)
{
    m_window->statusBar()->showMessage(message, messageTime);
}

} // namespace manometer::gui
