// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/FileCommands.h"

#include "async/Answer.h"
#include "async/PoolThreads.h"
#include "gui/chart/TimeChart.h"
#include "gui/shell/DiagnosticsDialog.h"
#include "gui/shell/Picture.h"
#include "gui/shell/SaveDialog.h"
#include "gui/shell/StatusMessage.h"
#include "gui/text/Errors.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "wire/Summary.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPainter>
#include <QStatusBar>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace manometer::gui {

FileCommands::FileCommands(const views::FrontEnd &views, TimeChart *chart, QMainWindow *window)
    : QObject(window)
    , m_views(views)
    , m_chart(chart)
    , m_window(window)
{
    async::startPoolThreads(m_pool, 1);
}

// Waits for pending pictures, so that one saved just before exit is complete.
FileCommands::~FileCommands()
{
    m_pool.waitForDone();
}

void FileCommands::chooseFolder()
{
    auto *dialog = new QFileDialog(m_window, tr("Add folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    text::keepBoxesPlain(dialog);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        async::whenAnswered(
            m_views.scan->start(QFile::encodeName(folder)), this, [] {},
            [this](const QString &reason) {
                showMessage(tr("The folder is not scanned: %1").arg(text::pathInText(reason.toUtf8())));
            });
        emit scanStarted();
    });
    dialog->open();
}

void FileCommands::exportTo(const QString &title, const QString &what, const Write &write)
{
    const QString plain = tr("Comma-separated values (*.csv)");
    const QString spreadsheet = tr("For spreadsheets: ';' separator, ',' decimal point (*.csv)");
    QFileDialog *dialog =
        saveDialog(m_window, title, datedName(what), u"csv"_s, plain + u";;"_s + spreadsheet);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, write, spreadsheet](const QString &file) {
                const QFuture<QString> answer =
                    write(file, dialog->selectedNameFilter() == spreadsheet ? views::CsvProfile::Spreadsheet
                                                                            : views::CsvProfile::Plain);
                emit exportStarted(answer, text::fileName(file));
                async::whenAnswered(answer, this, [this, file](const QString &error) {
                    showMessage(text::written(file, error));
                });
            });
    dialog->open();
}

views::TimeRange FileCommands::rangeOf(Times times) const
{
    return times == Times::InView ? m_chart->visibleRange() : views::TimeRange{};
}

void FileCommands::exportSamples(Times times)
{
    // The picture at the time of the command: the chart may move while the file is chosen.
    exportTo(times == Times::InView ? tr("Export samples in view") : tr("Export all samples"), u"samples"_s,
             [this, range = rangeOf(times)](const QString &file, views::CsvProfile profile) {
                 return m_views.exports->exportSamples(file, range, profile);
             });
}

void FileCommands::exportEvents(Times times)
{
    exportTo(times == Times::InView ? tr("Export events in view") : tr("Export all events"), u"events"_s,
             [this, range = rangeOf(times)](const QString &file, views::CsvProfile profile) {
                 return m_views.exports->exportEvents(file, range, profile);
             });
}

void FileCommands::exportEntries(const views::EntryQuery &query)
{
    exportTo(tr("Export listed cache entries"), u"entries"_s,
             [this, query](const QString &file, views::CsvProfile profile) {
                 return m_views.exports->exportEntries(file, query, profile);
             });
}

void FileCommands::saveRecording(Times times)
{
    const QString without = tr("Recordings without names of files and folders (*.manometer)");
    const QString with = tr("Recordings with names of files and folders (*.manometer)");
    // A recording has names or has none.
    const QString filters = m_views.recorded ? tr("Recordings (*.manometer)") : without + u";;"_s + with;
    QFileDialog *dialog = saveDialog(m_window,
                                     times == Times::InView ? tr("Save recording of the time in view")
                                                            : tr("Save whole recording"),
                                     datedName(u"recording"_s), u"manometer"_s, filters);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, with, range = rangeOf(times)](const QString &file) {
                const auto names = dialog->selectedNameFilter() == with ? views::FileNames::Included
                                                                        : views::FileNames::LeftOut;
                const QFuture<QString> answer = m_views.exports->saveRecording(file, range, names);
                emit exportStarted(answer, text::fileName(file));
                async::whenAnswered(answer, this, [this, file](const QString &error) {
                    showMessage(text::written(file, error));
                });
            });
    dialog->open();
}

void FileCommands::record()
{
    if (!m_views.exports->recordingFile().isEmpty())
        return m_views.exports->stopRecording();
    QFileDialog *dialog = saveDialog(m_window, tr("Record samples"), datedName(u"recording"_s), u"csv"_s,
                                     tr("Comma-separated values (*.csv)"));
    // An existing recording is continued.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_views.exports->startRecording(file); });
    dialog->open();
}

QImage FileCommands::picture() const
{
    const QPixmap chart = m_chart->grab();
    if (!m_banner)
        return chart.toImage();
    const QPixmap banner = m_banner(m_chart->width());
    QImage both(chart.width(), banner.height() + chart.height(), QImage::Format_ARGB32_Premultiplied);
    both.setDevicePixelRatio(chart.devicePixelRatio());
    both.fill(Qt::transparent);
    QPainter painter(&both);
    painter.drawPixmap(QPointF(0, 0), banner);
    painter.drawPixmap(QPointF(0, banner.height() / banner.devicePixelRatio()), chart);
    return both;
}

void FileCommands::savePicture()
{
    // The state at the time of the command, not when the file was chosen.
    const QImage picture = this->picture();
    QFileDialog *dialog = saveDialog(m_window, tr("Save picture of the chart"), datedName({}), u"png"_s,
                                     tr("PNG pictures (*.png)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, picture](const QString &file) { writePicture(file, picture); });
    dialog->open();
}

void FileCommands::writePicture(const QString &file, const QImage &picture)
{
    async::whenAnswered(
        QtConcurrent::run(&m_pool, [file, picture] { return gui::writePicture(file, picture); }), this,
        [this, file](const QString &error) {
            showMessage(error.isEmpty() ? tr("Picture saved to %1").arg(text::fileName(file))
                                        : tr("Picture not saved to %1: %2").arg(text::fileName(file), error));
        });
}

void FileCommands::saveDiagnostics()
{
    auto *dialog = new DiagnosticsDialog(m_views, m_window);
    connect(dialog, &DiagnosticsDialog::answered, this,
            [this](const QString &file, const QString &error) { showMessage(text::written(file, error)); });
    dialog->open();
}

void FileCommands::copyStatus()
{
    json::Writer json(json::Layout::Indented);
    json.beginObject();
    json.member("cache");
    wire::writeCacheSummary(json, m_views.cache->summary());
    json.member("memory");
    wire::writePressureSummary(json, m_views.monitor->status());
    json.endObject();
    QGuiApplication::clipboard()->setText(QString::fromStdString(json.text()) + u'\n');
    showMessage(tr("Status copied"));
}

void FileCommands::showMessage(const QString &message)
{
    m_window->statusBar()->showMessage(message, messageTime);
}

} // namespace manometer::gui
