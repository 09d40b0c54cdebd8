// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/DiagnosticsDialog.h"

#include "async/Answer.h"
#include "gui/help/FieldHelp.h"
#include "gui/shell/SaveDialog.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/SourceText.h"
#include "wire/SettingsJson.h"
#include "wire/Summary.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

QByteArray indented(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

template<typename Write, typename Value>
QByteArray summary(Write write, const Value &value)
{
    return QByteArray::fromStdString(wire::summaryText(write, value, json::Layout::Indented) + '\n');
}

QByteArray about()
{
    return indented({{u"program"_s, QCoreApplication::applicationVersion()},
                     {u"qt"_s, QString::fromLatin1(qVersion())},
                     {u"kernel"_s, QSysInfo::kernelVersion()},
                     {u"system"_s, QSysInfo::prettyProductName()},
                     {u"processor"_s, QSysInfo::currentCpuArchitecture()},
                     {u"platform"_s, QGuiApplication::platformName()},
                     {u"language"_s, QLocale().name()}});
}

pressure::SourceReport withoutNames(pressure::SourceReport report)
{
    for (pressure::SignalRow &row : report.rows)
        if (!text::isKernelFile(row.path)) // names of kernel files are not personal
            row.path = "…";
    return report;
}

// Programs by number; the one without a name is all that do not fit.
views::CacheSummary withoutNames(views::CacheSummary cache)
{
    int number = 0;
    for (views::ClientUse &client : cache.answers.clients)
        if (++number; !client.program.isEmpty())
            client.program = QByteArray::number(number);
    return cache;
}

QByteArray sourcesText(const pressure::SourceReport &report)
{
    QStringList lines{text::sourceSummary(report)};
    for (const pressure::SignalRow &row : report.rows)
        lines += text::signalName(row.signal) + u"\t"_s + text::signalState(row.state) + u"\t"_s +
                 text::signalDelay(row) + u"\t"_s + text::signalDetail(row);
    return text::withoutIsolates(lines.join(u'\n')).toUtf8() + '\n';
}

} // namespace

DiagnosticsDialog::DiagnosticsDialog(const views::FrontEnd &views, QWidget *parent)
    : QDialog(parent)
    , m_views(views)
    , m_names(new QCheckBox(tr("Include the names of files, folders and programs, and my &notes"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Save diagnostics"));
    setAccessibleName(windowTitle());
    m_names->setObjectName(u"diagnosticsNames"_s);
    m_names->setAccessibleName(m_names->text().remove(u'&'));
    QLabel *what =
        text::plainLabel(tr("Creates one archive for a bug report: the versions of the program and the "
                            "system, the available signals, the settings, the cache statistics, and the "
                            "samples and events of the last day. Nothing is sent."),
                         this);
    what->setWordWrap(true);
    what->setAccessibleName(tr("Contents of the archive"));
    explain(m_names,
            {.what = tr("If off, names are replaced by numbers. Check the archive before you send it."),
             .standard = tr("off")});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->setAccessibleName(tr("Buttons"));
    for (QAbstractButton *button : buttons->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    connect(buttons, &QDialogButtonBox::accepted, this, &DiagnosticsDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(m_names);
    layout->addWidget(buttons);
}

void DiagnosticsDialog::chooseFile()
{
    QFileDialog *dialog =
        saveDialog(this, windowTitle(), datedName(u"diagnostics"_s), u"tar.gz"_s, tr("Archives (*.tar.gz)"));
    connect(dialog, &QFileDialog::fileSelected, this, &DiagnosticsDialog::write);
    dialog->open();
}

void DiagnosticsDialog::write(const QString &file)
{
    setEnabled(false);
    const auto end = [this, file](const QString &error) {
        emit answered(file, error);
        close();
    };
    const auto save = [this, file, end](const pressure::SourceReport &report) {
        const auto names = m_names->isChecked() ? views::FileNames::Included : views::FileNames::LeftOut;
        const bool isWhole = names == views::FileNames::Included;
        const views::CacheSummary cache = m_views.cache->summary();
        const QList<std::pair<QString, QByteArray>> texts{
            {u"about.json"_s, about()},
            {u"settings.json"_s, indented(wire::toJson(m_views.settings->settings()))},
            {u"memory.json"_s, summary(wire::writePressureSummary, m_views.monitor->status())},
            {u"cache.json"_s, summary(wire::writeCacheSummary, isWhole ? cache : withoutNames(cache))},
            {u"sources.txt"_s, sourcesText(isWhole ? report : withoutNames(report))}};
        async::whenAnswered(m_views.exports->saveDiagnostics(file, texts, names), this, end, end);
    };
    async::whenAnswered(m_views.monitor->sources(), this, save, end);
}

} // namespace manometer::gui
