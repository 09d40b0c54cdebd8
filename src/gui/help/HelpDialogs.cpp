// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/HelpDialogs.h"

#include "gui/look/Icons.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

void addRow(QTableWidget *table, const QString &keys, const QString &what)
{
    const int row = table->rowCount();
    table->insertRow(row);
    table->setItem(row, 0, new QTableWidgetItem(keys));
    table->setItem(row, 1, new QTableWidgetItem(what));
}

QString keysOf(const QAction *action)
{
    // The first two; the others are the same keys on the number pad.
    QStringList keys;
    for (const QKeySequence &sequence : action->shortcuts().mid(0, 2))
        keys += sequence.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

} // namespace

QDialog *showHelp(QWidget *parent, HelpTopic topic)
{
    const QString name = u"helpDialog"_s;
    auto *dialog = parent->findChild<QDialog *>(name, Qt::FindDirectChildrenOnly);
    if (!dialog) {
        dialog = new QDialog(parent);
        dialog->setObjectName(name);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(Tr::tr("Help"));
        auto *topics = new QListWidget(dialog);
        topics->setObjectName(u"helpTopics"_s);
        topics->setAccessibleName(Tr::tr("Topics"));
        auto *page = new QTextBrowser(dialog);
        page->setAccessibleName(Tr::tr("Help"));
        for (int each = 0; each < helpTopics; ++each)
            topics->addItem(helpPage(static_cast<HelpTopic>(each)).title);
        topics->setMaximumWidth(topics->sizeHintForColumn(0) + 4 * topics->frameWidth() +
                                topics->fontMetrics().averageCharWidth() * 3);
        QObject::connect(topics, &QListWidget::currentRowChanged, page, [page](int row) {
            const HelpPage help = helpPage(static_cast<HelpTopic>(row));
            QString html = u"<h3>"_s + help.title.toHtmlEscaped() + u"</h3>"_s;
            for (const QString &paragraph : help.paragraphs)
                html += u"<p>"_s + paragraph.toHtmlEscaped() + u"</p>"_s;
            page->setHtml(html);
        });
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
        buttons->setAccessibleName(Tr::tr("Buttons"));
        QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
        auto *layout = new QGridLayout(dialog);
        layout->addWidget(topics, 0, 0);
        layout->addWidget(page, 0, 1);
        layout->addWidget(buttons, 1, 0, 1, 2);
        dialog->resize(640, 380);
    }
    dialog->findChild<QListWidget *>()->setCurrentRow(static_cast<int>(topic));
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

QDialog *showShortcuts(QWidget *parent, const QList<QAction *> &actions)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Tr::tr("Keyboard shortcuts"));
    auto *table = new QTableWidget(0, 2, dialog);
    table->setAccessibleName(Tr::tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({Tr::tr("Keys"), Tr::tr("Action")});
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    for (const QAction *action : actions)
        if (!action->shortcuts().isEmpty())
            addRow(table, keysOf(action), action->text().remove(u'&').remove(u'…'));
    addRow(table, Tr::tr("Shift+F1"), Tr::tr("Explain the focused field"));
    addRow(table, Tr::tr("Up, Down"), Tr::tr("Move the selected handle by 0.1 points"));
    addRow(table, Tr::tr("Page Up, Page Down"), Tr::tr("Move the selected handle by 1 point"));
    addRow(table, Tr::tr("Enter"), Tr::tr("Type the selected handle's value"));
    addRow(table, Tr::tr("Left, Right"), Tr::tr("Move the crosshair; with Ctrl, ten times as far"));
    addRow(table, Tr::tr("Home, End"), Tr::tr("Move the crosshair to the first or last visible time"));
    addRow(table, Tr::tr("Ctrl+C"), Tr::tr("Copy the selected rows of a table"));
    addRow(table, Tr::tr("Esc"),
           Tr::tr("Cancel a drag, hide the crosshair, deselect a handle; then discard the draft"));
    addRow(table, Tr::tr("Drag in the chart"), Tr::tr("Zoom into a period; double-click to go back"));
    addRow(table, Tr::tr("Wheel"), Tr::tr("Zoom around the pointer; with Shift, move through time"));
    addRow(table, Tr::tr("Shift and drag"), Tr::tr("Move through time"));
    table->resizeColumnToContents(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->setAccessibleName(Tr::tr("Buttons"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(table);
    layout->addWidget(buttons);
    dialog->resize(480, 560);
    dialog->open();
    return dialog;
}

QDialog *showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Tr::tr("About Manometer"));
    box->setIconPixmap(programIcon().pixmap(64, 64));
    box->setTextFormat(Qt::PlainText);
    box->setText(Tr::tr("Manometer %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(Tr::tr("Monitors the memory pressure of this machine and keeps a cache of file "
                                   "metadata that shrinks when memory runs short.\n\nFree software under the "
                                   "GNU General Public License, version 3 or later. Built with Qt %1.")
                                .arg(QString::fromLatin1(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
    return box;
}

} // namespace manometer::gui
