// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/SaveDialog.h"

#include "gui/text/PlainText.h"

#include <QDate>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// The folder that was used last since the start.
QString &lastFolder()
{
    static QString folder;
    return folder;
}

QString firstFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

QFileDialog *saveDialog(QWidget *parent, const QString &title, const QString &name, const QString &suffix,
                        const QString &filter)
{
    const QString folder = lastFolder().isEmpty() ? firstFolder() : lastFolder();
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    text::keepBoxesPlain(dialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(filter);
    dialog->selectFile(name + u'.' + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [](const QString &file) { lastFolder() = QFileInfo(file).path(); });
    return dialog;
}

QString datedName(const QString &what)
{
    // ISO date with ASCII digits: file names must sort and work in every program.
    const QString date = QDate::currentDate().toString(Qt::ISODate);
    return what.isEmpty() ? u"manometer-"_s + date : u"manometer-"_s + what + u'-' + date;
}

} // namespace manometer::gui
