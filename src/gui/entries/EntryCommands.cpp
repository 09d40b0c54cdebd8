// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryCommands.h"

#include "gui/entries/EntryDetails.h"
#include "gui/entries/ExiftoolAnswer.h"
#include "gui/text/Errors.h"
#include "gui/text/Paths.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QGuiApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace manometer::gui {

EntryCommands::EntryCommands(EntryDetails *details, QObject *parent)
    : QObject(parent)
    , m_details(details)
    , m_copyPath(new QAction(tr("Cop&y path"), this))
    , m_copyJson(new QAction(tr("Copy metadata as &JSON"), this))
    , m_openFolder(new QAction(tr("Open &folder"), this))
    , m_readAgain(new QAction(tr("&Read again now"), this))
{
    m_copyPath->setObjectName(u"copyPath"_s);
    m_copyJson->setObjectName(u"copyJson"_s);
    m_openFolder->setObjectName(u"openFolder"_s);
    m_readAgain->setObjectName(u"readAgain"_s);
    connect(m_copyPath, &QAction::triggered, this, &EntryCommands::copyPath);
    connect(m_copyJson, &QAction::triggered, this, &EntryCommands::copyJson);
    connect(m_openFolder, &QAction::triggered, this, &EntryCommands::openFolder);
    connect(m_readAgain, &QAction::triggered, this, &EntryCommands::readAgain);
    connect(details, &EntryDetails::detailChanged, this, &EntryCommands::follow);
    follow();
}

void EntryCommands::follow()
{
    for (QAction *action : actions())
        action->setEnabled(m_details->detail().has_value());
    const auto &detail = m_details->detail();
    const bool isAnswer = detail && isExiftoolAnswer(detail->row.depth); // the scan reads no such entry
    if (!m_scan || m_readOnly || isAnswer || m_scan->progress().running) // one at a time
        m_readAgain->setEnabled(false);
}

void EntryCommands::setScan(views::ScanView *scan)
{
    m_scan = scan;
    connect(scan, &views::ScanView::progressed, this, &EntryCommands::follow);
    connect(scan, &views::ScanView::finished, this, &EntryCommands::reportOutcome);
    follow();
}

void EntryCommands::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    follow();
}

void EntryCommands::readAgain()
{
    m_scan->readAgain(m_details->detail()->row.id);
}

void EntryCommands::reportOutcome(const views::ScanProgress &progress)
{
    follow();
    if (!progress.oneFile)
        return;
    const QString path = text::pathInText(progress.folder);
    const QList<views::ScanFailure> failures = m_scan->failures();
    if (progress.cancelled)
        emit reported(tr("Not read again: cancelled."));
    else if (!failures.isEmpty())
        emit reported(tr("Not read again: %1").arg(text::scanFailure(failures.constLast())));
    else if (progress.vanished > 0)
        emit reported(tr("%1 no longer exists; its entry was removed.").arg(path));
    else if (progress.read == 0)
        emit reported(tr("Not read again: the entry has been removed."));
    else {
        emit reported(tr("%1 was read again.").arg(path));
        emit reread(progress.folder);
    }
}

void EntryCommands::copyPath()
{
    const QByteArray &path = m_details->detail()->row.path;
    const bool isPlain = text::isPlainPath(path);
    QGuiApplication::clipboard()->setText(isPlain ? QString::fromUtf8(path) : text::path(path));
    emit reported(isPlain ? tr("Path copied.")
                          : tr("Path copied as displayed: it contains characters that are not plain text."));
}

void EntryCommands::copyJson()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_details->detail()->bytes));
    emit reported(tr("Metadata copied."));
}

void EntryCommands::openFolder()
{
    const QByteArray &path = m_details->detail()->row.path;
    const QByteArray folder = path.left(std::max<qsizetype>(1, path.lastIndexOf('/')));
    const QString name = QFile::decodeName(folder);
    // A name that is not valid text cannot be passed to another program: it would open another folder.
    if (QFile::encodeName(name) != folder)
        return emit reported(tr("The folder cannot be opened from here: its name is not valid text."));
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(name)))
        emit reported(tr("No program could open folder %1. Set a file manager as the desktop's default.")
                          .arg(text::pathInText(folder)));
}

} // namespace manometer::gui
