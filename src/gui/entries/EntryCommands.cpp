// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryCommands.h"

#include "gui/entries/EntryDetails.h"
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
    , m_copyPath(new QAction(tr("Copy &path"), this))
    , m_copyJson(new QAction(tr("Copy metadata as &JSON"), this))
    , m_openFolder(new QAction(tr("Open &folder"), this))
{
    m_copyPath->setObjectName(u"copyPath"_s);
    m_copyJson->setObjectName(u"copyJson"_s);
    m_openFolder->setObjectName(u"openFolder"_s);
    connect(m_copyPath, &QAction::triggered, this, &EntryCommands::copyPath);
    connect(m_copyJson, &QAction::triggered, this, &EntryCommands::copyJson);
    connect(m_openFolder, &QAction::triggered, this, &EntryCommands::openFolder);
    connect(details, &EntryDetails::detailChanged, this, &EntryCommands::follow);
    follow();
}

void EntryCommands::follow()
{
    for (QAction *action : actions())
        action->setEnabled(m_details->detail().has_value());
}

// A line break in a name would be a command, once it is pasted into a terminal: such a name goes as it is
// shown, and that is said.
void EntryCommands::copyPath()
{
    const QByteArray &path = m_details->detail()->row.path;
    const QString plain = QString::fromUtf8(path);
    const QString shown = text::path(path);
    const bool isPlain = shown == QString(plain).replace(u'\\', u"\\\\"_s);
    QGuiApplication::clipboard()->setText(isPlain ? plain : shown);
    emit told(isPlain ? tr("Path copied.")
                      : tr("Path copied as it is shown: it has characters in it that are no plain text."));
}

void EntryCommands::copyJson()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_details->detail()->bytes));
    emit told(tr("Metadata copied."));
}

void EntryCommands::openFolder()
{
    const QByteArray &path = m_details->detail()->row.path;
    const QByteArray folder = path.left(std::max<qsizetype>(1, path.lastIndexOf('/')));
    const QString name = QFile::decodeName(folder);
    // A name that is no text cannot be said to another program without meaning another folder.
    if (QFile::encodeName(name) != folder)
        return emit told(tr("The folder's name is no text: it cannot be opened from here."));
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(name)))
        emit told(tr("No program took the folder %1.").arg(text::path(folder)));
}

} // namespace manometer::gui
