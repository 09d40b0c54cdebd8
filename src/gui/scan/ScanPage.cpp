// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scan/ScanPage.h"

#include "gui/text/Errors.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "ui_ScanPage.h"

#include <QAction>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// The progress bar uses int; a folder may hold more files.
constexpr int barSteps = 1000;

} // namespace

ScanPage::ScanPage(views::ScanView *scan, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ScanPage>())
    , m_scan(scan)
    , m_failures(scan)
{
    m_ui->setupUi(this);
    m_ui->failures->setModel(&m_failures);
    m_ui->failures->horizontalHeader()->resizeSection(FailureModel::Path,
                                                      fontMetrics().averageCharWidth() * 60);
    m_ui->failures->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    connect(m_ui->cancel, &QPushButton::clicked, scan, &views::ScanView::cancel);
    connect(scan, &views::ScanView::progressed, this, [this](const views::ScanProgress &progress) {
        if (progress.running)
            m_ending = Ending::None;
        refresh();
    });
    connect(scan, &views::ScanView::failed, this, &ScanPage::refresh);
    connect(scan, &views::ScanView::finished, this, [this](const views::ScanProgress &progress) {
        m_ending = progress.cancelled ? Ending::Cancelled : Ending::Finished;
        refresh();
    });
    refresh();
}

ScanPage::~ScanPage() = default;

void ScanPage::addButton(QAction *addFolder)
{
    m_ui->addFolder->setDefaultAction(addFolder);
}

void ScanPage::refresh()
{
    const views::ScanProgress progress = m_scan->progress();
    const bool known = progress.running || !progress.folder.isEmpty();
    m_ui->state->setText(stateText(progress));
    text::setToolTip(m_ui->state, m_ui->state->text());
    m_ui->cancel->setEnabled(progress.running);
    m_ui->cancel->setVisible(progress.running);
    m_ui->progress->setVisible(progress.running);
    m_ui->counts->setVisible(known);
    m_ui->current->setVisible(progress.running);
    showProgress(progress);

    const auto obstacle = m_failures.obstacle();
    m_ui->advice->setVisible(obstacle.has_value() || !known);
    m_ui->advice->setText(obstacle ? text::scanFailure(*obstacle)
                                   : tr("'Add folder' reads the metadata of all files in a folder into the "
                                        "cache. The files do not change."));
    const bool anyFailed = m_failures.rowCount() > 0;
    m_ui->failures->setVisible(anyFailed);
    m_ui->failuresTitle->setVisible(anyFailed);
    m_ui->failuresTitle->setText(
        tr("%Ln file(s) could not be read or understood:", nullptr,
           static_cast<int>(std::max<quint64>(progress.failed + progress.notUnderstood,
                                              static_cast<quint64>(m_failures.rowCount())))));
}

QString ScanPage::stateText(const views::ScanProgress &progress) const
{
    const QString folder = text::pathInText(progress.folder);
    if (progress.running)
        return tr("Scanning %1").arg(folder);
    if (progress.folder.isEmpty())
        return tr("No scan yet");
    const QString took = text::duration(progress.elapsedMs);
    return m_ending == Ending::Cancelled ? tr("Scan of %1 cancelled after %2").arg(folder, took)
                                         : tr("Scan of %1 finished in %2").arg(folder, took);
}

void ScanPage::showProgress(const views::ScanProgress &progress)
{
    const bool open = progress.counting || progress.found == 0;
    m_ui->progress->setRange(0, open ? 0 : barSteps);
    if (!open)
        m_ui->progress->setValue(static_cast<int>(progress.done * barSteps / progress.found));
    const QString found = text::count(progress.found);
    const QString done = text::count(progress.done);
    const QString head = progress.counting && progress.running
                             ? tr("%1 of at least %2 files").arg(done, found)
                             : tr("%1 of %2 files").arg(done, found);
    const QString counts =
        tr("%1 · %2 read · %3 from the cache · %4 failed · %5 not understood · %6 vanished "
           "· %7 skipped · %8 files/s")
            .arg(head, text::count(progress.read), text::count(progress.fromCache),
                 text::count(progress.failed), text::count(progress.notUnderstood),
                 text::count(progress.vanished), text::count(progress.skipped),
                 QLocale().toString(progress.filesPerSecond, 'f', 1));
    m_ui->counts->setText((QStringList(counts) + breakdown(progress)).join(u'\n'));
    m_ui->current->setText(text::pathInText(progress.current));
}

QStringList ScanPage::breakdown(const views::ScanProgress &progress)
{
    struct Part
    {
        quint64 count;
        QString text; // with %1
    };
    const auto joined = [](std::initializer_list<Part> parts) {
        QStringList texts;
        for (const Part &part : parts)
            if (part.count > 0)
                texts += part.text.arg(text::count(part.count));
        return texts.join(u" · "_s);
    };
    const views::ScanReasons &why = progress.reasons;
    const QString contents =
        joined({{progress.notUnderstood - std::min(progress.notUnderstood, progress.empty), tr("damaged %1")},
                {progress.empty, tr("empty %1")},
                {progress.unknownType, tr("unknown type %1")}});
    const QString skipped = joined({{why.links, tr("links %1")},
                                    {why.pipes, tr("FIFOs and sockets %1")},
                                    {why.devices, tr("devices %1")},
                                    {why.kernelFolders, tr("kernel file systems %1")}});
    const QString failed = joined({{why.noPermission, tr("no permission %1")},
                                   {why.changedWhileRead, tr("changed while read %1")},
                                   {why.timedOut, tr("took too long %1")},
                                   {why.tooLarge, tr("too much metadata %1")}});
    QStringList lines;
    if (!contents.isEmpty())
        lines += tr("Contents: %1").arg(contents);
    if (!skipped.isEmpty())
        lines += tr("Skipped: %1").arg(skipped);
    if (!failed.isEmpty())
        lines += tr("Failed: %1").arg(failed);
    return lines;
}

} // namespace manometer::gui
